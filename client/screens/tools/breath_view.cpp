#include "client/screens/tools/breath_model.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/timer.h"
#include "client/ui/words/words.h"

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr double kFrameSeconds = 0.1;

bool draw_done(BreathModel& model, const std::string& takes) {
    ui::text(ui::Type::Title, ui::palette().text,
             tr("{0} breaths in a minute", {std::to_string(model.count())}), ui::available());
    ui::probe::note("text", "breaths", std::to_string(model.count()));
    ui::banner("breath result", model.is_fast() ? ui::Tone::Warn : ui::Tone::Info, "",
               model.result());
    ui::Row row(8);
    const ui::ButtonStyle use{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kCheck};
    bool taken = false;
    if (!takes.empty()) {
        const words::Label label{"Use this number", takes};
        row.cell(ui::button_width(label, use));
        taken = ui::button(label, use);
    }
    const ui::ButtonStyle again{.icon = ui::icon::kUndo};
    row.cell(ui::button_width(word("Count again"), again));
    if (ui::button(word("Count again"), again)) model.again();
    return taken;
}

}  // namespace

bool draw_breath(BreathModel& model, const std::string& takes) {
    if (model.tick()) ui::redraw_in(kFrameSeconds);
    if (model.state() == BreathModel::State::Done) return draw_done(model, takes);
    const bool is_counting = model.state() == BreathModel::State::Counting;
    ui::text(ui::Type::Body, ui::palette().text,
             tr("Watch the baby's chest. Press at each breath in: the minute begins with the first "
                "press."),
             ui::available());
    ui::countdown("minute", model.part_left(), std::to_string(model.seconds_left()),
                  tr("seconds left"), 190);
    const words::Label label{"breath", tr("Press at each breath (or the space bar)")};
    if (ui::tap_counter(label, model.count(), 130)) model.breath();
    if (is_counting && ui::button(word("Stop and begin anew"), {.icon = ui::icon::kUndo})) {
        model.stop();
    }
    return false;
}

}  // namespace screens
