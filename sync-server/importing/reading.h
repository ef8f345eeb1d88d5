// What a cell of a spreadsheet means: the many ways in which people write a date or a sex.
#pragma once

#include "shared/base/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace importing {

// 2026-03-01, 01-03-2026, 1/3/2026, 01.03.26, "1 Maret 2026", each with a time after it or not. Day
// before month, as in Indonesia. A year of two digits is the latest that is not after `today`.
std::optional<base::Date> read_date(std::string_view text, base::Date today);
// L, P, Laki-laki, Perempuan, M, F ...: 'L' or 'P'; 0 if it says neither.
char read_sex(std::string_view text);
// "01", "RT 1", "1.0" -> "001"; empty if there is no number of at most three digits.
std::string read_rt(std::string_view text);

}  // namespace importing
