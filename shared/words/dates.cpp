#include "shared/words/dates.h"

#include <array>

namespace words {

namespace {

constexpr std::array<const char*, 12> kMonths = {
    later("January"),   later("February"), later("March"),    later("April"),
    later("May"),       later("June"),     later("July"),     later("August"),
    later("September"), later("October"),  later("November"), later("December")};
constexpr std::array<const char*, 12> kShortMonths = {
    later("Jan"), later("Feb"), later("Mar"), later("Apr"), later("May."), later("Jun"),
    later("Jul"), later("Aug"), later("Sep"), later("Oct"), later("Nov"),  later("Dec")};
constexpr std::array<const char*, 7> kDays = {
    later("Sunday"),   later("Monday"), later("Tuesday"), later("Wednesday"),
    later("Thursday"), later("Friday"), later("Saturday")};

std::size_t month_index(base::Date date) {
    return static_cast<unsigned>(date.month()) - 1;
}
std::string day_text(base::Date date) {
    return std::to_string(static_cast<unsigned>(date.day()));
}
std::string year_text(base::Date date) {
    return std::to_string(static_cast<int>(date.year()));
}

}  // namespace

std::string long_date(base::Date date, const Tongue& tongue) {
    const std::chrono::weekday weekday{std::chrono::sys_days(date)};
    return tongue.tr("{0}, {1} {2} {3}", {tongue.tr(kDays[weekday.c_encoding()]), day_text(date),
                                          tongue.tr(kMonths[month_index(date)]), year_text(date)});
}

std::string short_date(base::Date date, const Tongue& tongue) {
    return tongue.tr("{0} {1} {2}",
                     {day_text(date), tongue.tr(kShortMonths[month_index(date)]), year_text(date)});
}

std::string day_and_month(base::Date date, base::Date today, const Tongue& tongue) {
    if (date.year() != today.year()) return short_date(date, tongue);
    return tongue.tr("{0} {1}", {day_text(date), tongue.tr(kShortMonths[month_index(date)])});
}

std::string month_and_year(base::Month month, const Tongue& tongue) {
    const base::Date day = base::first_day(month);
    return tongue.tr(kMonths[month_index(day)]) + (" " + year_text(day));
}

std::string ago(base::Date date, base::Date today, const Tongue& tongue) {
    const int days = base::days_between(date, today);
    if (days == 0) return tongue.tr("today");
    if (days == 1) return tongue.tr("yesterday");
    if (days < 0 || days > 30) return short_date(date, tongue);
    return tongue.tr("{0} days ago", {std::to_string(days)});
}

}  // namespace words
