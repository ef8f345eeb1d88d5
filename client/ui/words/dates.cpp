#include "client/ui/words/dates.h"

#include "client/ui/words/words.h"
#include "shared/base/characters.h"
#include "shared/words/dates.h"

#include <tuple>
#include <vector>

namespace words {

namespace {

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
        const bool digit = base::is_digit(c);
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
    return long_date(date, tongue());
}

std::string short_date(base::Date date) {
    return short_date(date, tongue());
}

std::string day_and_month(base::Date date, base::Date today) {
    return day_and_month(date, today, tongue());
}

std::string month_and_year(base::Month month) {
    return month_and_year(month, tongue());
}

std::string ago(base::Date date, base::Date today) {
    return ago(date, today, tongue());
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
