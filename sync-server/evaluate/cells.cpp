// Numbers and dates out of cells.
#include "sync-server/evaluate/record_map.h"

#include "shared/base/characters.h"

#include <charconv>
#include <cmath>

namespace evaluate {

namespace {

constexpr int kCmcYear = 1900;  // century month code: 1 is January 1900

std::optional<double> read_number(std::string_view text) {
    double number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(number)) return std::nullopt;
    return number;
}

// What stands in `text` under the letters Y, M and D of the format; numbers may be shorter where a
// separator follows.
std::optional<Date> read_date(std::string_view text, std::string_view format) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < format.size();) {
        const char letter = format[i];
        if (letter != 'Y' && letter != 'M' && letter != 'D') {
            if (at >= text.size() || text[at] != letter) return std::nullopt;
            ++at;
            ++i;
            continue;
        }
        std::size_t width = 0;
        while (i < format.size() && format[i] == letter) ++width, ++i;
        std::size_t digits = 0;
        unsigned number = 0;
        while (digits < width && at < text.size() && base::is_digit(text[at])) {
            number = number * 10 + static_cast<unsigned>(text[at++] - '0');
            ++digits;
        }
        if (digits == 0 || (letter == 'Y' && digits != width)) return std::nullopt;
        if (letter == 'Y') year = static_cast<int>(number);
        if (letter == 'M') month = number;
        if (letter == 'D') day = number;
    }
    const bool has_hour_after = at < text.size() && (text[at] == ' ' || text[at] == 't');
    if (at != text.size() && !has_hour_after) return std::nullopt;
    const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> read_cmc(std::string_view text) {
    const auto code = read_number(text);
    if (!code || *code < 1 || *code > 3600 || *code != std::floor(*code)) return std::nullopt;
    const int months = static_cast<int>(*code) - 1;
    return Date{std::chrono::year(kCmcYear + months / 12),
                std::chrono::month(static_cast<unsigned>(months % 12 + 1)), std::chrono::day(1)};
}

std::string expected(const Source& source) {
    if (source.coding == "cmc") return "no month of the century (1 is January 1900)";
    if (!source.format.empty()) return "no date written " + source.format;
    return "no date like 2025-01-31; give the map its \"format\", as \"DD/MM/YYYY\"";
}

}  // namespace

Result<std::optional<double>> number_of(const base::csv::Row& row, const Source& source) {
    std::string cell = cell_of(row, source);
    if (cell.empty()) return std::optional<double>();
    // A decimal comma, as spreadsheets write it here.
    const auto comma = cell.find(',');
    if (comma != std::string::npos && cell.find('.') == std::string::npos) cell[comma] = '.';
    const auto number = read_number(cell);
    if (!number) return unreadable(row, source, 0, "no number");
    return std::optional(*number / source.scale);
}

Result<std::optional<Date>> date_of(const base::csv::Row& row, const Source& source) {
    const std::string cell = cell_of(row, source);
    if (cell.empty()) return std::optional<Date>();
    std::optional<Date> date;
    if (source.coding == "cmc") {
        date = read_cmc(cell);
    } else if (!source.format.empty()) {
        date = read_date(cell, source.format);
    } else {
        date = base::local_date_of(cell);
    }
    if (!date) return unreadable(row, source, 0, expected(source));
    return std::optional(*date);
}

}  // namespace evaluate
