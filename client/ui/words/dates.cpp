#include "client/ui/words/dates.h"

#include "client/ui/words/words.h"

#include <array>
#include <cctype>
#include <tuple>
#include <vector>

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

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// The runs of digits in a text; nothing else but separators may stand between them.
std::optional<std::vector<std::string>> digit_runs(std::string_view text,
                                                   std::string_view between) {
    std::vector<std::string> runs;
    bool in_run = false;
    for (const char c : text) {
        const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
        if (!digit && between.find(c) == std::string_view::npos) return std::nullopt;
        if (digit && !in_run) runs.emplace_back();
        if (digit) runs.back() += c;
        in_run = digit;
    }
    return runs;
}

int full_year(const std::string& digits, base::Date today) {
    const int year = std::stoi(digits);
    if (digits.size() > 2) return year;
    const int latest = static_cast<int>(today.year()) + 2;
    int full = latest / 100 * 100 + year;
    if (full > latest) full -= 100;
    return full;
}

}  // namespace

std::string long_date(base::Date date) {
    const std::chrono::weekday weekday{std::chrono::sys_days(date)};
    return tr("{0}, {1} {2} {3}", {tr(kDays[weekday.c_encoding()]), day_text(date),
                                   tr(kMonths[month_index(date)]), year_text(date)});
}

std::string short_date(base::Date date) {
    return tr("{0} {1} {2}",
              {day_text(date), tr(kShortMonths[month_index(date)]), year_text(date)});
}

std::string day_and_month(base::Date date, base::Date today) {
    if (date.year() != today.year()) return short_date(date);
    return tr("{0} {1}", {day_text(date), tr(kShortMonths[month_index(date)])});
}

std::string month_and_year(base::Month month) {
    const base::Date day = base::first_day(month);
    return tr(kMonths[month_index(day)]) + (" " + year_text(day));
}

std::string ago(base::Date date, base::Date today) {
    const int days = base::days_between(date, today);
    if (days == 0) return tr("today");
    if (days == 1) return tr("yesterday");
    if (days < 0 || days > 30) return short_date(date);
    return tr("{0} days ago", {std::to_string(days)});
}

std::string typed_date(base::Date date) {
    return two_digits(static_cast<int>(static_cast<unsigned>(date.day()))) + "-" +
           two_digits(static_cast<int>(static_cast<unsigned>(date.month()))) + "-" +
           year_text(date);
}

std::optional<base::Date> parse_typed_date(std::string_view typed, base::Date today) {
    auto runs = digit_runs(typed, "-/. ");
    if (!runs) return std::nullopt;
    if (runs->size() == 1 && runs->front().size() == 8) {
        const std::string all = runs->front();
        runs = std::vector<std::string>{all.substr(0, 2), all.substr(2, 2), all.substr(4)};
    }
    if (runs->size() != 3) return std::nullopt;
    const auto& [day, month, year] = std::tie((*runs)[0], (*runs)[1], (*runs)[2]);
    if (day.size() > 2 || month.size() > 2) return std::nullopt;
    if (year.size() != 2 && year.size() != 4) return std::nullopt;
    const base::Date date{std::chrono::year(full_year(year, today)),
                          std::chrono::month(static_cast<unsigned>(std::stoi(month))),
                          std::chrono::day(static_cast<unsigned>(std::stoi(day)))};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<std::string> parse_typed_time(std::string_view typed) {
    auto runs = digit_runs(typed, ":. ");
    if (!runs) return std::nullopt;
    if (runs->size() == 1 && runs->front().size() == 4) {
        const std::string all = runs->front();
        runs = std::vector<std::string>{all.substr(0, 2), all.substr(2)};
    }
    if (runs->size() != 2 || (*runs)[0].size() > 2 || (*runs)[1].size() != 2) return std::nullopt;
    const int hour = std::stoi((*runs)[0]);
    const int minute = std::stoi((*runs)[1]);
    if (hour > 23 || minute > 59) return std::nullopt;
    return two_digits(hour) + ":" + two_digits(minute);
}

}  // namespace words
