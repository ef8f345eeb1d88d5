// Days as people here say them: "Rabu, 5 Maret 2026", "3 hari lalu".
#pragma once

#include "shared/base/date.h"
#include "shared/words/catalogue.h"

#include <string>

namespace words {

std::string long_date(base::Date date, const Tongue& tongue);   // Rabu, 5 Maret 2026
std::string short_date(base::Date date, const Tongue& tongue);  // 5 Mar 2026
// 5 Mar; of another year as above
std::string day_and_month(base::Date date, base::Date today, const Tongue& tongue);
std::string month_and_year(base::Month month, const Tongue& tongue);  // Maret 2026
// hari ini, kemarin, 3 hari lalu, 5 Mar 2026
std::string ago(base::Date date, base::Date today, const Tongue& tongue);

}  // namespace words
