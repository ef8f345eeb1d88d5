#include "client/screens/quick/quick_cells_view.h"

#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using words::tr;

namespace {

constexpr float kBox = 44, kBoxGap = 6, kAsked = 92, kAlarmLine = 40;

std::string strip_title(const std::string& form) {
    if (form == "infant_check") return tr("Baby's danger signs");
    if (form == "mother_check") return tr("Mother's danger signs");
    if (form == "feeding_recall") return tr("Fed yesterday");
    return tr("Who was met");
}

std::string shown_key(const QuickKey& key) {
    const bool is_letter = key.key >= 'a' && key.key <= 'z';
    return std::string(1, is_letter ? static_cast<char>(key.key - 'a' + 'A') : key.key);
}

void draw_box(const QuickCell& cell, std::size_t number, bool is_here) {
    const ui::Palette& p = ui::palette();
    const ui::Rect box = ui::last_item();
    const QuickKey* chosen = cell.chosen();
    const bool is_alarm = cell.is_danger && cell.answer == "1";
    const ui::Colour ground = is_alarm            ? p.bad
                              : chosen != nullptr ? p.primary_soft
                              : is_here           ? p.surface
                                                  : p.sunken;
    ui::fill(box, ground, ui::kRounding);
    ui::outline(box, is_here ? p.primary : p.control_border, ui::kRounding, is_here ? 2.5F : 1);
    if (chosen != nullptr) {
        ui::text_centred(box, ui::Type::Strong, is_alarm ? p.on_bad : p.text, shown_key(*chosen));
    } else {
        ui::text_centred(box, ui::Type::Small, p.muted, std::to_string(number));
    }
    ui::focus_ring();
    ui::probe::note("quick", cell.name, cell.answer);
}

void draw_one(QuickModel& model, std::size_t at, std::size_t number,
              const std::optional<QuickStop>& wanted) {
    const QuickStop stop{QuickStop::Kind::Cell, at};
    const QuickCell& cell = model.cells()[at];
    const std::string id = cell.form + " " + cell.name;
    const bool pressed = ui::keyboard::pressable(id.c_str(), ui::px(kBox), ui::px(kBox));
    if (wanted == stop) ui::keyboard::focus_last_item();
    if (!wanted && ImGui::IsItemFocused()) model.arrived(stop);
    const bool is_here = wanted ? *wanted == stop : model.at() == stop;
    draw_box(cell, number, is_here);
    if (!pressed) return;
    model.arrived(stop);
    if (!ImGui::IsMouseReleased(0)) model.move_on();
}

std::size_t answered(const std::vector<QuickCell>& cells, std::size_t from, std::size_t to) {
    std::size_t count = 0;
    for (std::size_t i = from; i < to; ++i) count += cells[i].answer.empty() ? 0 : 1;
    return count;
}

std::string keys_in_words(const QuickCell& cell) {
    std::string all;
    for (const QuickKey& key : cell.keys) {
        all += (all.empty() ? "" : "   ·   ") + shown_key(key) + " = " + key.text;
    }
    return all;
}

}  // namespace

std::size_t draw_strip(QuickModel& model, std::size_t from,
                       const std::optional<QuickStop>& wanted) {
    const std::vector<QuickCell>& cells = model.cells();
    std::size_t to = from;
    while (to < cells.size() && cells[to].form == cells[from].form) ++to;
    ui::text(ui::Type::Strong, ui::palette().text, strip_title(cells[from].form));
    ImGui::SameLine(0, ui::px(12));
    ui::muted(
        tr("{0} of {1}", {std::to_string(answered(cells, from, to)), std::to_string(to - from)}));
    const float step = ui::px(kBox + kBoxGap);
    const auto in_line =
        static_cast<std::size_t>(std::max(1.0F, (ui::available() + ui::px(kBoxGap)) / step));
    const ImVec2 start = ImGui::GetCursorScreenPos();
    for (std::size_t i = from; i < to; ++i) {
        const auto column = static_cast<float>((i - from) % in_line);
        const auto line = static_cast<float>((i - from) / in_line);
        ImGui::SetCursorScreenPos({start.x + column * step, start.y + line * step});
        draw_one(model, i, i - from + 1, wanted);
    }
    const auto lines = static_cast<float>((to - from + in_line - 1) / in_line);
    ImGui::SetCursorScreenPos({start.x, start.y + lines * step});
    ImGui::Dummy({0, ui::px(2)});
    return to;
}

void take_keys(QuickModel& model, const std::optional<QuickStop>& wanted) {
    const bool is_to_cell = wanted && wanted->kind == QuickStop::Kind::Cell;
    if (model.cell() == nullptr || (wanted && !is_to_cell)) return;
    for (const char letter : ui::keyboard::typed_letters()) model.key(letter);
    if (ui::keyboard::backspace_pressed() && !ImGui::GetIO().WantTextInput) model.wiped();
}

void draw_asked(const QuickModel& model) {
    const ui::Pane pane("asked", {.height = ui::px(kAsked),
                                  .pad_y = 12,
                                  .ground = ui::palette().primary_soft,
                                  .scrolls = false});
    const QuickCell* cell = model.cell();
    if (cell == nullptr) {
        ui::text(
            ui::Type::Body, ui::palette().text,
            tr("Tab or Enter goes on, Shift+Tab back. Each danger sign and each question about "
               "yesterday takes one key; none is filled in by itself."),
            ui::available());
        return;
    }
    const std::string who = model.people().name;
    ui::text(ui::Type::Section, ui::palette().text, cell->label, ui::available());
    ui::probe::note("text", "asked", cell->label);
    ui::muted(keys_in_words(*cell) + (cell->hint.empty() ? "" : "   ·   " + cell->hint),
              ui::available());
}

void draw_alarm_line(const QuickModel& model) {
    if (model.alarms().empty()) return;
    const ui::Pane pane(
        "row alarm",
        {.height = ui::px(kAlarmLine), .pad_y = 10, .ground = ui::palette().bad, .scrolls = false});
    const Alarm& worst = model.alarms().front();
    const bool is_mother = worst.subject == care::Subject::Mother;
    ui::text(ui::Type::Strong, ui::palette().on_bad,
             std::string(ui::icon::kWarning) + "  " + (is_mother ? tr("Mother") : tr("Baby")) +
                 ": " + urgency_line(worst.urgency));
}

}  // namespace screens
