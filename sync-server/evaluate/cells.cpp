// Numbers out of cells.
#include "sync-server/evaluate/record_map.h"

#include <charconv>
#include <cmath>

namespace evaluate {

namespace {

std::optional<double> read_number(std::string_view text) {
    double number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(number)) return std::nullopt;
    return number;
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

}  // namespace evaluate
