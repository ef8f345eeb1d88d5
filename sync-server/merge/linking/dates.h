// Birth dates as people and programs write them: 1948-07-13, 13/07/48, 7/13/1948, 19480713,
// "13 Jul 1948", "1948". Days that do not exist are kept: a typing error still tells much.
#pragma once

#include <string_view>

namespace linking {

struct Day {
    int year = 0, month = 0, day = 0;  // 0: not said
    bool is_known() const { return year != 0 || month != 0 || day != 0; }
    bool is_whole() const { return year != 0 && month != 0 && day != 0; }
    bool operator==(const Day&) const = default;
};

// Which of 3/4 is the month, where a date does not say.
enum class Order { DayFirst, MonthFirst };

Day read_day(std::string_view text, Order order);  // not known if it is no date
// +1: this one must have the day first, -1: the month, 0: it does not say.
int order_shown_by(std::string_view text);

}  // namespace linking
