// Weeks of days with a mark on each: the massage calendar. And the strip of months 0 to 5 as in the
// register: a tick, a cross, or an A for absent.
#pragma once

#include "shared/base/date.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// Told apart by shape, not by colour alone: nothing, a ring, a filled disc.
enum class DayMark { None, Reported, Observed };

struct CalendarDay {
    DayMark mark = DayMark::None;
    int count = 0;            // shown in the mark when over 1
    bool is_outside = false;  // before the birth, after the end: grey, not pressed
};

struct CalendarStyle {
    base::Date first = {};  // the grid begins with the Monday of its week
    int weeks = 6;
    std::optional<base::Date> today = std::nullopt, selected = std::nullopt;
    std::function<CalendarDay(base::Date)> day = nullptr;
    std::string reported = {}, observed = {};  // the words of the key below; empty: no key
};
// Returns the day that was pressed. Probes see "<key>/2026-03-05" with "observed 2" and the like.
std::optional<base::Date> calendar_grid(const std::string& key, const CalendarStyle& style);

enum class MonthMark { Empty, Tick, Cross, Absent };

struct MonthCell {
    std::string caption = {};  // "0", "1 bln"
    MonthMark mark = MonthMark::Empty;
    bool is_now = false;  // the month to be asked about
};
// Returns the cell that was pressed. Probes see "<key>/<n>" with "tick", "cross", "absent", "".
std::optional<std::size_t> month_strip(const std::string& key, const std::vector<MonthCell>& cells);

}  // namespace ui
