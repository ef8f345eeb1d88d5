#include "shared/base/date.h"

#include <array>
#include <cstdio>

namespace base {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

// The number in text[at, at+digits), or -1 when it is not all digits.
int digits_at(std::string_view text, std::size_t at, std::size_t digits) {
    if (at + digits > text.size()) return -1;
    int number = 0;
    for (char c : text.substr(at, digits)) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

struct TimeOfDay {
    int seconds = 0;
    int ms = 0;
    std::size_t length = 0;
};

// "14:05", "14:05:30" or "14:05:30.250".
std::optional<TimeOfDay> parse_time_of_day(std::string_view text) {
    const int hour = digits_at(text, 0, 2);
    const int minute = digits_at(text, 3, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || text[2] != ':') return std::nullopt;
    TimeOfDay time{(hour * 60 + minute) * 60, 0, 5};
    if (text.size() <= 5 || text[5] != ':') return time;
    const int second = digits_at(text, 6, 2);
    if (second < 0 || second > 59) return std::nullopt;
    time.seconds += second;
    time.length = 8;
    if (text.size() > 8 && text[8] == '.') {
        time.ms = digits_at(text, 9, 3);
        if (time.ms < 0) return std::nullopt;
        time.length = 12;
    }
    return time;
}

std::optional<int> parse_offset_minutes(std::string_view text) {
    if (text == "Z") return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return std::nullopt;
    }
    const int hours = digits_at(text, 1, 2);
    const int minutes = digits_at(text, 4, 2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return std::nullopt;
    const int offset = hours * 60 + minutes;
    return text[0] == '-' ? -offset : offset;
}

std::int64_t floor_div(std::int64_t number, std::int64_t by) {
    return number >= 0 ? number / by : -((-number + by - 1) / by);
}

}  // namespace

std::optional<Zone> find_zone(std::string_view iana_name) {
    static const std::array<Zone, 4> zones = {{{"Asia/Jakarta", 7 * 60},
                                               {"Asia/Makassar", 8 * 60},
                                               {"Asia/Jayapura", 9 * 60},
                                               {"UTC", 0}}};
    for (const Zone& zone : zones) {
        if (zone.name == iana_name) return zone;
    }
    return std::nullopt;
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int y = digits_at(text, 0, 4);
    const int m = digits_at(text, 5, 2);
    const int d = digits_at(text, 8, 2);
    if (y < 0 || m < 0 || d < 0) return std::nullopt;
    const Date date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<Month> parse_month(std::string_view text) {
    if (text.size() != 7) return std::nullopt;
    const auto date = parse_date(std::string(text) + "-01");
    if (!date) return std::nullopt;
    return month_of(*date);
}

std::string to_text(Date date) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

std::string to_text(Month month) {
    return to_text(first_day(month)).substr(0, 7);
}

std::optional<Date> local_date_of(std::string_view text) {
    if (text.size() > 10 && text[10] != 'T') return std::nullopt;
    return parse_date(text.substr(0, 10));
}

std::optional<Instant> parse_date_time(std::string_view text) {
    if (text.size() < 17 || text[10] != 'T') return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const auto time = parse_time_of_day(text.substr(11));
    if (!date || !time) return std::nullopt;
    const auto offset = parse_offset_minutes(text.substr(11 + time->length));
    if (!offset) return std::nullopt;
    const std::int64_t days = sys_days{*date}.time_since_epoch().count();
    const std::int64_t seconds = days * 86400 + time->seconds - *offset * 60;
    return Instant{seconds * 1000 + time->ms};
}

std::string to_date_time_text(Instant instant, const Zone& zone) {
    const std::int64_t local_seconds = floor_div(instant.unix_ms, 1000) + zone.offset_minutes * 60;
    const std::int64_t in_day = local_seconds - floor_div(local_seconds, 86400) * 86400;
    const int offset = zone.offset_minutes < 0 ? -zone.offset_minutes : zone.offset_minutes;
    std::array<char, 48> tail{};
    std::snprintf(tail.data(), tail.size(), "T%02d:%02d:%02d%c%02d:%02d",
                  static_cast<int>(in_day / 3600), static_cast<int>(in_day / 60 % 60),
                  static_cast<int>(in_day % 60), zone.offset_minutes < 0 ? '-' : '+', offset / 60,
                  offset % 60);
    return to_text(date_in(instant, zone)) + tail.data();
}

Date date_in(Instant instant, const Zone& zone) {
    const std::int64_t local_seconds = floor_div(instant.unix_ms, 1000) + zone.offset_minutes * 60;
    return sys_days{std::chrono::days{floor_div(local_seconds, 86400)}};
}

int days_between(Date from, Date to) {
    return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

Date add_days(Date date, int days) {
    return sys_days{date} + std::chrono::days{days};
}

Date add_months(Date date, int months) {
    const Date moved = date + std::chrono::months{months};
    if (moved.ok()) return moved;
    return last_day(Month{moved.year(), moved.month()});
}

int age_months(Date birth, Date on) {
    if (on < birth) return -1;
    int months = (static_cast<int>(on.year()) - static_cast<int>(birth.year())) * 12 +
                 static_cast<int>(static_cast<unsigned>(on.month())) -
                 static_cast<int>(static_cast<unsigned>(birth.month()));
    if (add_months(birth, months) > on) --months;
    return months;
}

Date first_day(Month month) {
    return Date{month / std::chrono::day{1}};
}

Date last_day(Month month) {
    return Date{month / std::chrono::last};
}

Month month_of(Date date) {
    return Month{date.year(), date.month()};
}

Month add_months(Month month, int months) {
    return month + std::chrono::months{months};
}

}  // namespace base
