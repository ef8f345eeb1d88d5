// Days as people here write and say them: "5-3-2026", "Rabu, 5 Maret 2026", "3 hari lalu".
#pragma once

#include "shared/base/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace words {

std::string long_date(base::Date date);                        // Rabu, 5 Maret 2026
std::string short_date(base::Date date);                       // 5 Mar 2026
std::string day_and_month(base::Date date, base::Date today);  // 5 Mar; of another year as above
std::string month_and_year(base::Month month);                 // Maret 2026
std::string ago(base::Date date, base::Date today);  // hari ini, kemarin, 3 hari lalu, 5 Mar 2026

// What goes into a date field and what comes out of it: day first, as on every form here.
std::string typed_date(base::Date date);  // 05-03-2026
// "5-3-2026", "5/3/26", "05 03 2026", "05032026". nullopt for anything else and for days that do
// not exist. A year of two digits is this century's, as nobody here records a person for a future
// year that far: 26 -> 2026, 85 -> 1985 (the latest one not after `today` plus two years).
std::optional<base::Date> parse_typed_date(std::string_view typed, base::Date today);

// "14:05", "14.05", "1405", "9:30" -> "14:05"; nullopt for anything else.
std::optional<std::string> parse_typed_time(std::string_view typed);

}  // namespace words
