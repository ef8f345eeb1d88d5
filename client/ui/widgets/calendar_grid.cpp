#include "client/ui/widgets/calendar_grid.h"

#include "client/ui/draw.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/weeks.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float kDayHeight = 54;
constexpr float kDayWidest = 84;
constexpr float kMark = 11;

// "1 Mar" on the first of a month and in the first cell, else the day alone.
std::string day_text(base::Date date, bool first_cell) {
    if (!first_cell && date.day() != std::chrono::day(1)) {
        return std::to_string(static_cast<unsigned>(date.day()));
    }
    const std::string whole = words::short_date(date);
    return whole.substr(0, whole.rfind(' '));
}

const char* name_of(DayMark mark) {
    switch (mark) {
        case DayMark::None:
            return "";
        case DayMark::Reported:
            return "reported";
        case DayMark::Observed:
            return "observed";
    }
    return "";
}

void draw_mark(float x, float y, DayMark mark, const std::string& number) {
    const Palette& p = palette();
    if (mark == DayMark::None) return;
    const bool observed = mark == DayMark::Observed;
    if (observed) circle(x, y, kMark, p.primary);
    if (!observed) ring(x, y, kMark - 1, p.primary, 2);
    const Colour colour = observed ? p.on_primary : p.primary;
    const Rect box{x - px(kMark), y - px(kMark), x + px(kMark), y + px(kMark)};
    if (!number.empty()) {
        text_centred(box, Type::Small, colour, number);
    } else if (observed) {
        tick(x, y, 11, colour);
    }
}

std::string count_text(int count) {
    if (count <= 1) return {};
    return count > 9 ? "9+" : std::to_string(count);
}

struct Grid {
    const std::string& key;
    const CalendarStyle& style;
    float cell_width;
    std::optional<base::Date> pressed = std::nullopt;

    void draw_day(base::Date date, float x, float y, bool first_cell);
    void draw_ground(const Rect& box, base::Date date, bool outside) const;
};

void Grid::draw_ground(const Rect& box, base::Date date, bool outside) const {
    const Palette& p = palette();
    const bool chosen = style.selected == date;
    if (outside) return;
    const bool hovered = ImGui::IsItemHovered();
    fill(box, chosen ? p.primary_soft : hovered ? p.sunken : p.surface, 6);
    const bool today = style.today == date;
    outline(box, chosen || today ? p.primary : p.border, 6, chosen || today ? 2.0F : 1.0F);
}

void Grid::draw_day(base::Date date, float x, float y, bool first_cell) {
    const CalendarDay day = style.day(date);
    const Rect box{x, y, x + cell_width - px(4), y + px(kDayHeight - 4)};
    ImGui::SetCursorScreenPos({x, y});
    const std::string name = base::to_text(date);
    if (day.is_outside) {
        ImGui::Dummy({box.width(), box.height()});
    } else if (keyboard::pressable(name.c_str(), box.width(), box.height())) {
        pressed = date;
    }
    draw_ground(box, date, day.is_outside);
    const Palette& p = palette();
    const std::string words = day_text(date, first_cell);
    text_at(box.left + px(6), box.top + px(3), Type::Small, day.is_outside ? p.muted : p.text,
            fitted(Type::Small, words, box.width() - px(8)));
    draw_mark(box.right - px(kMark + 5), box.bottom - px(kMark + 5), day.mark,
              count_text(day.count));
    if (day.is_outside) return;
    focus_ring_at(box, 6);
    std::string value = name_of(day.mark);
    if (day.count > 1) value += " " + std::to_string(day.count);
    probe::note("day", key + "/" + name, value);
}

void draw_key(const CalendarStyle& style) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy({available(), px(30)});
    float x = at.x;
    const auto entry = [&](DayMark mark, const std::string& words) {
        if (words.empty()) return;
        draw_mark(x + px(kMark), at.y + px(15), mark, {});
        text_at(x + px(2 * kMark + 8), at.y + px(15) - measure(Type::Small, words).height / 2,
                Type::Small, palette().text, words);
        x += px(2 * kMark + 28) + measure(Type::Small, words).width;
    };
    entry(DayMark::Observed, style.observed);
    entry(DayMark::Reported, style.reported);
}

void draw_month_mark(const Rect& box, MonthMark mark) {
    const Palette& p = palette();
    const float x = (box.left + box.right) / 2;
    const float y = (box.top + box.bottom) / 2;
    switch (mark) {
        case MonthMark::Empty:
            return;
        case MonthMark::Tick:
            return tick(x, y, 22, p.ok);
        case MonthMark::Cross:
            return cross(x, y, 20, p.bad);
        case MonthMark::Absent:
            return text_centred(box, Type::Title, p.warn, "A");
    }
}

const char* name_of(MonthMark mark) {
    switch (mark) {
        case MonthMark::Empty:
            return "";
        case MonthMark::Tick:
            return "tick";
        case MonthMark::Cross:
            return "cross";
        case MonthMark::Absent:
            return "absent";
    }
    return "";
}

Colour month_ground(const MonthCell& cell) {
    const Palette& p = palette();
    switch (cell.mark) {
        case MonthMark::Tick:
            return p.ok_soft;
        case MonthMark::Cross:
            return p.bad_soft;
        case MonthMark::Absent:
            return p.warn_soft;
        case MonthMark::Empty:
            return cell.is_now ? p.primary_soft : p.surface;
    }
    return p.surface;
}

}  // namespace

std::optional<base::Date> calendar_grid(const std::string& key, const CalendarStyle& style) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    Grid grid{key, style, std::floor(std::min(available() / 7, px(kDayWidest)))};
    const base::Date first = words::monday_of(style.first);
    const float head = px(24);
    ImGui::PushID(key.c_str());
    for (int day = 0; day < 7; ++day) {
        const float x = at.x + grid.cell_width * static_cast<float>(day);
        text_centred({x, at.y, x + grid.cell_width - px(4), at.y + head}, Type::Small,
                     palette().muted, words::short_weekday(base::add_days(first, day)));
    }
    for (int day = 0; day < 7 * style.weeks; ++day) {
        grid.draw_day(base::add_days(first, day),
                      at.x + grid.cell_width * static_cast<float>(day % 7),
                      at.y + head + px(kDayHeight) * static_cast<float>(day / 7), day == 0);
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({grid.cell_width * 7, head + px(kDayHeight) * static_cast<float>(style.weeks)});
    if (!style.observed.empty() || !style.reported.empty()) draw_key(style);
    return grid.pressed;
}

std::optional<std::size_t> month_strip(const std::string& key,
                                       const std::vector<MonthCell>& cells) {
    std::optional<std::size_t> pressed;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float count = static_cast<float>(cells.size());
    const float width = std::floor(std::min(px(76), (available() + px(6)) / count)) - px(6);
    ImGui::PushID(key.c_str());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const float x = at.x + (width + px(6)) * static_cast<float>(i);
        ImGui::SetCursorScreenPos({x, at.y});
        const std::string name = std::to_string(i);
        if (keyboard::pressable(name.c_str(), width, px(50))) pressed = i;
        const Rect box = last_item();
        const bool hovered = ImGui::IsItemHovered();
        fill(box, month_ground(cells[i]), 8);
        const bool marked = cells[i].is_now || hovered;
        outline(box, marked ? palette().primary : palette().button_border, 8, marked ? 2.0F : 1.0F);
        draw_month_mark(box, cells[i].mark);
        focus_ring();
        probe::note("month", key + "/" + name, name_of(cells[i].mark));
        text_centred({x, box.bottom + px(3), x + width, box.bottom + px(21)}, Type::Small,
                     palette().muted, cells[i].caption);
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({(width + px(6)) * count, px(74)});
    return pressed;
}

}  // namespace ui
