#include "client/screens/sending/sending_tabs_view.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

namespace {

constexpr float kTwoColumns = 700;  // less would leave a card too narrow for its sentence

struct Mark {
    const char* icon;
    ui::Tone tone;
};

Mark mark_of(Standing standing) {
    switch (standing) {
        case Standing::Good:
            return {ui::icon::kCheckCircle, ui::Tone::Ok};
        case Standing::Waiting:
            return {ui::icon::kCloud, ui::Tone::Warn};
        case Standing::Attention:
            return {ui::icon::kWarning, ui::Tone::Bad};
        case Standing::Unknown:
            return {ui::icon::kInfo, ui::Tone::Info};
    }
    return {ui::icon::kInfo, ui::Tone::Info};
}

// `lines`: the height of the longest sentence beside it, so that the cards end together.
void draw_count(const SyncCount& count, float width, float lines) {
    const ui::Card card(width);
    const Mark mark = mark_of(count.standing);
    ui::text(ui::Type::Medium, ui::ink(mark.tone), std::string(mark.icon) + "  " + count.title,
             ui::available());
    ui::text(ui::Type::Title, ui::palette().text, count.number);
    ui::probe::note("status", count.key, count.number);
    ui::text(ui::Type::Body, ui::palette().muted, count.sentence, ui::available());
    const float own = ui::wrapped_height(ui::Type::Body, count.sentence, ui::available());
    const float missing = lines - own - ImGui::GetStyle().ItemSpacing.y;  // it comes with the next
    if (missing > 0) ui::push_down(missing);
}

}  // namespace

void draw_overview(const SyncPageModel& model) {
    const auto counts = model.counts();
    const std::size_t columns = ui::available() < ui::px(kTwoColumns) ? 1 : 2;
    const float gaps = static_cast<float>(columns - 1) * ui::px(ui::kGap);
    const float each = (ui::available() - gaps) / static_cast<float>(columns);
    for (std::size_t i = 0; i < counts.size(); i += columns) {
        const std::size_t end = std::min(i + columns, counts.size());
        float lines = 0;
        for (std::size_t k = i; k < end; ++k) {
            const float room = each - ui::px(2 * ui::kCardX);
            lines = std::max(lines, ui::wrapped_height(ui::Type::Body, counts[k].sentence, room));
        }
        ui::Row row(ui::kGap);
        for (std::size_t k = i; k < end; ++k) {
            row.cell(each);
            draw_count(counts[k], each, lines);
        }
    }
}

}  // namespace screens
