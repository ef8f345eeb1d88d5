// Dates out of cells, however a table writes them.
#include "sync-server/evaluate/record_map.h"

#include "shared/base/characters.h"

#include <array>
#include <charconv>
#include <chrono>

namespace evaluate {

namespace {

constexpr int kCmcYear = 1900;  // century month code: 1 is January 1900

// First three letters in English and Indonesian.
struct Named {
    std::string_view name;
    unsigned month;
};
constexpr auto kMonths = std::to_array<Named>(
    {{"jan", 1},  {"feb", 2},  {"peb", 2},  {"mar", 3},  {"apr", 4},  {"may", 5}, {"mei", 5},
     {"jun", 6},  {"jul", 7},  {"aug", 8},  {"agu", 8},  {"ags", 8},  {"agt", 8}, {"sep", 9},
     {"oct", 10}, {"okt", 10}, {"nov", 11}, {"nop", 11}, {"dec", 12}, {"des", 12}});

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

class DateText {
public:
    // `text` in small letters.
    explicit DateText(std::string_view text) : text_(text) {}

    std::optional<Date> read(std::string_view format) {
        for (std::size_t i = 0; i < format.size();) {
            const char letter = format[i];
            if (letter != 'Y' && letter != 'M' && letter != 'D') {
                if (at_ >= text_.size() || text_[at_] != letter) return std::nullopt;
                ++at_;
                ++i;
                continue;
            }
            std::size_t width = 0;
            while (i < format.size() && format[i] == letter) ++width, ++i;
            const bool is_read = letter == 'M' && width == 3 ? month() : number(letter, width);
            if (!is_read) return std::nullopt;
        }
        const bool has_hour_after = at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == 't');
        if (at_ != text_.size() && !has_hour_after) return std::nullopt;
        const Date date{std::chrono::year(year_), std::chrono::month(month_),
                        std::chrono::day(day_)};
        return date.ok() ? std::optional(date) : std::nullopt;
    }

private:
    // Numbers may be shorter where a separator follows, but years.
    bool number(char letter, std::size_t width) {
        std::size_t digits = 0;
        unsigned number = 0;
        while (digits < width && at_ < text_.size() && base::is_digit(text_[at_])) {
            number = number * 10 + static_cast<unsigned>(text_[at_++] - '0');
            ++digits;
        }
        if (digits == 0 || (letter == 'Y' && digits != width)) return false;
        if (letter == 'Y') year_ = static_cast<int>(number);
        if (letter == 'M') month_ = number;
        if (letter == 'D') day_ = number;
        return true;
    }

    bool month() {
        for (const Named& each : kMonths) {
            if (text_.substr(at_, 3) != each.name) continue;
            month_ = each.month;
            while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
            return true;
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int year_ = 0;
    unsigned month_ = 0, day_ = 0;
};

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return number;
}

std::optional<Date> read_cmc(std::string_view text) {
    const auto code = whole_number(text);
    if (!code || *code < 1 || *code > 3600) return std::nullopt;
    const int months = *code - 1;
    return Date{std::chrono::year(kCmcYear + months / 12),
                std::chrono::month(static_cast<unsigned>(months % 12 + 1)), std::chrono::day(1)};
}

// DHS counts days from 1 January 1900, which is 1; Stata from 1 January 1960, which is 0.
std::optional<Date> read_days(std::string_view text, std::string_view coding) {
    using std::chrono::sys_days;
    constexpr int kDaysMost = 200 * 366;
    const auto count = whole_number(text);
    if (!count || *count > kDaysMost || *count < -kDaysMost) return std::nullopt;
    const sys_days first =
        coding == "cdc"
            ? sys_days(Date(std::chrono::year(1899), std::chrono::month(12), std::chrono::day(31)))
            : sys_days(Date(std::chrono::year(1960), std::chrono::month(1), std::chrono::day(1)));
    return Date(first + std::chrono::days(*count));
}

// Only what cannot be read in two ways.
std::optional<Date> read_plain(std::string_view text) {
    if (const auto date = base::local_date_of(text)) return date;
    for (const char* format : {"DDMMMYYYY", "DD MMM YYYY", "DD-MMM-YYYY", "YYYY/MM/DD"}) {
        if (const auto date = DateText(text).read(format)) return date;
    }
    return std::nullopt;
}

std::string expected(const Source& source) {
    if (source.coding == "cmc") return "no month of the century (1 is January 1900)";
    if (source.coding == "cdc") return "no day of the century (1 is 1 January 1900)";
    if (source.coding == "stata") return "no day of Stata (0 is 1 January 1960)";
    if (!source.format.empty()) return "no date written " + source.format;
    return "no date like 2025-01-31; give the map its \"format\", as \"DD/MM/YYYY\"";
}

std::optional<unsigned> month_of(std::string_view cell) {
    for (const Named& each : kMonths) {
        if (cell.substr(0, 3) == each.name) return each.month;
    }
    const auto number = whole_number(cell);
    if (!number || *number < 1 || *number > 12) return std::nullopt;
    return static_cast<unsigned>(*number);
}

// Year, month and day, each in a column of its own.
Result<std::optional<Date>> out_of_three(const base::csv::Row& row, const Source& source) {
    const std::string year_cell = cell_of(row, source, 0);
    const std::string month_cell = cell_of(row, source, 1);
    std::string day_cell = cell_of(row, source, 2);
    if (day_cell.empty() && source.day != 0) day_cell = std::to_string(source.day);
    if (year_cell.empty() || month_cell.empty() || day_cell.empty()) return std::optional<Date>();
    const auto year = whole_number(year_cell);
    if (!year || *year < 1000 || *year > 9999) {
        return unreadable(row, source, 0, "no year of four digits");
    }
    const auto month = month_of(month_cell);
    if (!month) return unreadable(row, source, 1, "no month; call it \"missing\"");
    const auto day = whole_number(day_cell);
    const Date date{
        std::chrono::year(*year), std::chrono::month(*month),
        std::chrono::day(day && *day > 0 && *day < 32 ? static_cast<unsigned>(*day) : 0)};
    if (date.ok()) return std::optional(date);
    return unreadable(row, source, 2,
                      "no day of that month; call it \"missing\", and \"day\": 15 stands for it");
}

}  // namespace

Result<std::optional<Date>> date_of(const base::csv::Row& row, const Source& source) {
    if (source.columns.size() == 3) return out_of_three(row, source);
    const std::string cell = cell_of(row, source);
    if (cell.empty()) return std::optional<Date>();
    std::optional<Date> date;
    if (source.coding == "cmc") {
        date = read_cmc(cell);
    } else if (!source.coding.empty()) {
        date = read_days(cell, source.coding);
    } else if (!source.format.empty()) {
        date = DateText(cell).read(source.format);
    } else {
        date = read_plain(cell);
    }
    if (!date) return unreadable(row, source, 0, expected(source));
    return std::optional(*date);
}

}  // namespace evaluate
