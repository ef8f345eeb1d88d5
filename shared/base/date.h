// Days, months and instants, and the calendar arithmetic that every report shares.
//
// A Date is a day on the household's wall calendar and has no time zone. An Instant is UTC.
// Text forms: Date "2026-03-01", Month "2026-03", a local date and time with its offset
// "2026-03-01T14:05:00+07:00" (ISO 8601, what XForms calls dateTime).
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

using Date = std::chrono::year_month_day;
using Month = std::chrono::year_month;

struct Instant {
    std::int64_t unix_ms = 0;
    auto operator<=>(const Instant&) const = default;
};

// Indonesia's three zones have no summer time, so an offset says all.
struct Zone {
    std::string name = "Asia/Jakarta";  // IANA
    int offset_minutes = 7 * 60;
};
std::optional<Zone> find_zone(std::string_view iana_name);

std::optional<Date> parse_date(std::string_view text);  // nullopt for days that do not exist
std::optional<Month> parse_month(std::string_view text);
std::string to_text(Date date);
std::string to_text(Month month);

// The day part of a Date or dateTime text; nullopt when it does not start with a day.
std::optional<Date> local_date_of(std::string_view date_or_date_time);
std::optional<Instant> parse_date_time(std::string_view text);  // needs its offset, or Z
std::string to_date_time_text(Instant instant, const Zone& zone);
Date date_in(Instant instant, const Zone& zone);

int days_between(Date from, Date to);  // to - from
Date add_days(Date date, int days);
// Same day number n months later, clamped to that month's last day (31 Aug + 6 = 28/29 Feb).
Date add_months(Date date, int months);
// Completed months of age: the largest k with add_months(birth, k) <= on. -1 before birth.
int age_months(Date birth, Date on);
Date first_day(Month month);
Date last_day(Month month);
Month month_of(Date date);
Month add_months(Month month, int months);

}  // namespace base
