#include "client/screens/today/today_rows.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using words::tr;

namespace {

// At 100 %.
constexpr float kPad = 14;
constexpr float kTitle = 24;
constexpr float kPlace = 22;
constexpr float kLine = 25;
constexpr float kGroupHead = 48;
// A card this wide has room at the right for both buttons, for one over the other.
constexpr float kBothBeside = 980;
constexpr float kStackBeside = 600;
constexpr std::size_t kLinesMax = 5;

words::Label start_label(const Stop& stop) {
    return {"Start visit " + stop.family, tr("Start visit")};
}
words::Label put_off_label(const Stop& stop) {
    return {"Not today " + stop.family, tr("Not today")};
}
ui::ButtonStyle start_style() {
    return {.emphasis = ui::Emphasis::Secondary, .icon = ui::icon::kPlay};
}

// One visit of a whole list: what does not change from row to row.
struct Sheet {
    const TodayModel& model;
    Date today;
    bool has_both_beside = ui::available() >= ui::px(kBothBeside);
    bool has_stack_beside = !has_both_beside && ui::available() >= ui::px(kStackBeside);
    ui::Rect clip = ui::clip_box();
    StopPress press = {};
    float skipped = 0;  // height of the rows out of sight since the last one drawn
};

std::size_t lines_shown(const TodayRow& row) {
    return std::min(row.open, kLinesMax);
}

float height_of(const Sheet& sheet, const TodayRow& row) {
    const float words = kTitle + kPlace + kLine * static_cast<float>(lines_shown(row));
    if (sheet.has_both_beside) return ui::px(2 * kPad + std::max(words, ui::kControl));
    if (sheet.has_stack_beside) return ui::px(2 * kPad + std::max(words, 2 * ui::kControl + 6));
    return ui::px(2 * kPad + words + 10 + ui::kControl);
}

void draw_line(float x, float y, float right, const TodayLine& line) {
    const float until = ui::measure(ui::Type::Medium, line.until).width;
    const bool is_plain = line.tone == ui::Tone::Info;
    const ui::Colour colour = is_plain ? ui::palette().muted : ui::ink(line.tone);
    ui::circle(x + ui::px(4), y + ui::px(9), 4, colour);
    ui::text_at(x + ui::px(18), y, ui::Type::Body, ui::palette().text,
                ui::fitted(ui::Type::Body, line.what, right - until - ui::px(16 + 18) - x));
    ui::text_at(right - until, y, ui::Type::Medium, colour, line.until);
}

// The last line says how many more there are.
TodayLine line_at(const TodayWords& words, std::size_t i) {
    const bool is_rest = i + 1 == kLinesMax && words.lines.size() > kLinesMax;
    if (!is_rest) return words.lines[i];
    return {{}, tr("and {0} more", {std::to_string(words.lines.size() - i)}), {}, ui::Tone::Info};
}

void draw_words(const Sheet& sheet, const TodayRow& row, const TodayWords& tasks,
                const ui::Rect& box) {
    float y = box.top + ui::px(kPad);
    float right = box.right;
    if (row.is_danger) {
        const std::string words = tr("Danger sign");
        const float width = ui::pill_width(ui::icon::kWarning, words);
        ui::pill_at(box.right - width, y - ui::px(2), ui::icon::kWarning, words, ui::Tone::Bad);
        right -= width + ui::px(12);
    }
    ui::text_at(box.left, y, ui::Type::Strong, ui::palette().text,
                ui::fitted(ui::Type::Strong, row.stop->name, right - box.left));
    y += ui::px(kTitle);
    ui::text_at(box.left, y, ui::Type::Small, ui::palette().muted,
                ui::fitted(ui::Type::Small, sheet.model.place_of(*row.stop), right - box.left));
    y += ui::px(kPlace);
    for (std::size_t i = 0; i < lines_shown(row); ++i) {
        draw_line(box.left, y, box.right, line_at(tasks, i));
        y += ui::px(kLine);
    }
}

void draw_ground(const TodayRow& row, float left, float top, float width, float height) {
    const ui::Colour edge = row.when == When::Urgent  ? ui::palette().bad
                            : row.when == When::Today ? ui::palette().warn
                                                      : ui::palette().border;
    ui::fill({left - ui::px(ui::kCardX), top, left - ui::px(ui::kCardX - 5), top + height - 1},
             edge, 0);
    ui::line(left, top + height - 1, left + width, top + height - 1, ui::palette().border);
}

// Where the buttons stand, and how wide and high the rest is that opens the family.
struct Places {
    ImVec2 start, later;
    float start_width, later_width;
    float room, height;
};

Places places_of(const Sheet& sheet, const TodayRow& row, ImVec2 at, float height) {
    const float whole = ui::available();
    const float pad = ui::px(kPad);
    Places p{};
    p.start_width = ui::button_width(start_label(*row.stop), start_style());
    p.later_width = ui::button_width(put_off_label(*row.stop));
    p.room = whole;
    p.height = height;
    if (sheet.has_both_beside) {
        const float y = at.y + (height - ui::px(ui::kControl)) / 2;
        p.later = {at.x + whole - p.later_width, y};
        p.start = {p.later.x - ui::px(12) - p.start_width, y};
        p.room = p.start.x - at.x - ui::px(28);
    } else if (sheet.has_stack_beside) {
        p.later_width = p.start_width;
        const float y = at.y + (height - ui::px(2 * ui::kControl + 6)) / 2;
        p.start = {at.x + whole - p.start_width, y};
        p.later = {p.start.x, y + ui::px(ui::kControl + 6)};
        p.room = p.start.x - at.x - ui::px(24);
    } else {
        const float y = at.y + height - ui::px(ui::kControl) - pad;
        p.start = {at.x, y};
        p.later = {at.x + p.start_width + ui::px(12), y};
        p.height = height - ui::px(ui::kControl) - pad;
    }
    return p;
}

void draw_buttons(Sheet& sheet, const TodayRow& row, const Places& p) {
    ImGui::SetCursorScreenPos(p.start);
    if (ui::button(start_label(*row.stop), start_style())) {
        sheet.press = {StopPress::What::Start, row.stop->family};
    }
    ImGui::SetCursorScreenPos(p.later);
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet, .width = p.later_width};
    if (ui::button(put_off_label(*row.stop), quiet)) {
        sheet.press = {StopPress::What::PutOff, row.stop->family};
    }
}

void draw_stop(Sheet& sheet, const TodayRow& row, float height) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float whole = ui::available();
    const Places places = places_of(sheet, row, at, height);
    draw_ground(row, at.x, at.y, whole, height);
    const std::string key = "stop " + row.stop->family;
    if (ui::keyboard::pressable(key.c_str(), places.room, places.height)) {
        sheet.press = {StopPress::What::Open, row.stop->family};
    }
    const ui::Rect box = ui::last_item();
    if (ImGui::IsItemHovered()) {
        ui::fill({box.left - ui::px(8), box.top, box.right + ui::px(8), box.bottom - 1},
                 ui::palette().sunken, ui::kRounding);
    }
    const TodayWords tasks = words_of(*row.stop, sheet.today);
    draw_words(sheet, row, tasks, box);
    ui::focus_ring();
    ui::probe::note("row", key, tasks.lines.empty() ? std::string() : tasks.lines.front().until);
    draw_buttons(sheet, row, places);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({whole, height});
}

void draw_group_head(const TodayGroup& group) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ui::available();
    const ui::Rect box{at.x, at.y + ui::px(8), at.x + width, at.y + ui::px(kGroupHead)};
    const float note = ui::measure(ui::Type::Small, group.note).width;
    ui::text_left(box, 0, ui::Type::Strong, ui::palette().primary, group.title);
    ui::text_left(box, width - note, ui::Type::Small, ui::palette().muted, group.note);
    ImGui::Dummy({width, ui::px(kGroupHead)});
    ui::line(at.x, box.bottom - 1, at.x + width, box.bottom - 1, ui::palette().border);
}

// Draws what is so high if it is in sight, or within a row of it (for the keyboard).
template <class Draw>
void place(Sheet& sheet, float height, float margin, const Draw& draw) {
    const float top = ImGui::GetCursorScreenPos().y + sheet.skipped;
    const bool in_sight =
        top + height >= sheet.clip.top - margin && top <= sheet.clip.bottom + margin;
    if (!in_sight) {
        sheet.skipped += height;
        return;
    }
    if (sheet.skipped > 0) ImGui::Dummy({ui::available(), sheet.skipped});
    sheet.skipped = 0;
    draw();
}

}  // namespace

StopPress draw_stops(const TodayModel& model, Date today) {
    const ui::Card card;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    Sheet sheet{model, today};
    for (const TodayGroup& group : model.groups()) {
        place(sheet, ui::px(kGroupHead), ui::px(kGroupHead), [&] { draw_group_head(group); });
        for (const TodayRow& row : group.rows) {
            const float height = height_of(sheet, row);
            place(sheet, height, height, [&] { draw_stop(sheet, row, height); });
        }
    }
    if (sheet.skipped > 0) ImGui::Dummy({ui::available(), sheet.skipped});
    ImGui::PopStyleVar();
    return sheet.press;
}

}  // namespace screens
