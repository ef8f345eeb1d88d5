// What a report spans: a month, a quarter (cumulative from January, as SIGIZI's triwulan is), the
// half-year that the register recaps in February or August, a year.
#pragma once

#include "shared/base/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sheets {

using base::Month;

struct Period {
    enum class Kind { OneMonth, Quarter, HalfYear, Year } kind = Kind::OneMonth;
    Month last;  // its last month

    bool operator==(const Period&) const = default;
};
Period period_of(Month month);
// "2026-09", "2026-Q3", "2026-S1" (September to February), "2026-S2" (March to August), "2026".
std::optional<Period> parse_period(std::string_view text);
std::string to_text(const Period& period);
std::string words_id(const Period& period);
std::string words_id(Month month);  // "September 2026"

inline constexpr int kMonthsBack = 60;
// False while its last month has not begun: it would add up months that nobody has lived.
bool has_begun(const Period& period, Month present);
// One that can be asked for at all: it has a month that has begun, and ends in the last five years.
bool is_within_reach(const Period& period, Month present);

// What is added up: of a quarter, every month from January on (DOMAIN 6.4).
std::vector<Month> months_of(const Period& period);
// Columns that are averaged take only the months that end a quarter (DOMAIN 6.6).
bool ends_quarter(Month month);

}  // namespace sheets
