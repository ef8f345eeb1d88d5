#include "client/screens/training/step_sheet_view.h"

#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

#include <array>

namespace screens {

using words::later;
using words::tr;

namespace {

constexpr int kNotAssessed = 9;

// The words of the marks are those of a family's practice.
constexpr std::array<const char*, 4> kMarkWords = {
    later("1  Cannot yet"), later("2  Wrong or left out"), later("3  With a little help"),
    later("4  Well done")};

void draw_legend() {
    std::string legend = std::string("–  ") + tr("Not assessed");
    for (const char* each : kMarkWords) legend += std::string("   ·   ") + tr(each);
    ui::muted(legend, ui::available());
}

std::optional<int> draw_step(const StepSheet& sheet, const care::ProcedureStep& step) {
    std::vector<ui::Option> options;
    for (const int mark : StepSheet::marks_for(step)) {
        const std::string code = std::to_string(mark);
        options.push_back({code, mark == kNotAssessed ? "–" : code});
    }
    const int given = sheet.mark(step.code);
    ui::ChoiceStyle style;
    if (step.is_critical) {
        style.field.help =
            std::string(ui::icon::kStar) + "  " + tr("Important step: it must be right");
    }
    const auto pressed = ui::question({"mark " + step.code, step.label.in(words::code())}, options,
                                      given == 0 ? std::string() : std::to_string(given), style);
    ui::separator();
    return pressed ? std::optional(std::stoi(*pressed)) : std::nullopt;
}

}  // namespace

std::optional<MarkPress> draw_step_sheet(const StepSheet& sheet) {
    draw_legend();
    std::optional<MarkPress> pressed;
    const care::Phase* phase = nullptr;
    for (const care::ProcedureStep& step : sheet.procedure().steps) {
        if (phase == nullptr || *phase != step.phase) {
            ui::gap(6);
            ui::text(ui::Type::Strong, ui::palette().primary,
                     sheet.procedure().name_of(step.phase).in(words::code()));
        }
        phase = &step.phase;
        if (const auto mark = draw_step(sheet, step)) pressed = MarkPress{step.code, *mark};
    }
    return pressed;
}

}  // namespace screens
