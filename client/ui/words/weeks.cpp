#include "client/ui/words/weeks.h"

#include "client/ui/words/dates.h"

namespace words {

base::Date monday_of(base::Date date) {
    const auto weekday = std::chrono::weekday(std::chrono::sys_days(date));
    return base::add_days(date, 1 - static_cast<int>(weekday.iso_encoding()));
}

// "Senin, 5 Maret 2026" begins with the day's name; three letters of it tell the seven apart.
std::string short_weekday(base::Date date) {
    return long_date(date).substr(0, 3);
}

}  // namespace words
