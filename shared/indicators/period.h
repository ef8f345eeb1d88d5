// Months that one table adds up (DOMAIN 6.6, 6.7).
#pragma once

#include "shared/base/date.h"

#include <vector>

namespace indicators {

using base::Month;

// A quarter is cumulative from January: the second is January to June.
std::vector<Month> months_to_quarter(int year, int quarter);
// The register's half-year recap of February (September to February) or August (March to August).
std::vector<Month> months_of_recap(Month february_or_august);
bool is_recap_month(Month month);
std::vector<Month> months_of_year(int year);

}  // namespace indicators
