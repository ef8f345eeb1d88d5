// CSV by RFC 4180: comma, CRLF, quotes where needed; reading takes LF and a byte order mark too.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace base::csv {

// A cell as text. What a spreadsheet would run as a formula (= + - @) gets a ' before it, unless it
// is a plain number: at the beginning, and where other programs begin a cell (behind ; and tabs).
std::string cell(std::string_view text);
std::string line(const std::vector<std::string>& cells);  // with its CRLF

struct Table {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;  // each as long as the header

    // The row's cell under that heading; "" if there is no such heading.
    std::string at(std::size_t row, std::string_view heading) const;
};

// As they stand, of any length each; empty ones are left out. For files that others made.
struct Row {
    std::size_t line = 0;  // where it begins, from 1
    std::vector<std::string> cells;
};
// Refused (Malformed) beyond so many cells: a few megabytes of separators would fill the memory.
inline constexpr std::size_t kCellsMax = 5'000'000;
Result<std::vector<Row>> rows_of(std::string_view text, char separator = ',',
                                 std::size_t cells_max = kCellsMax);
// What separates the cells of a file that another program wrote: comma, semicolon, tab or bar.
char likely_separator(std::string_view text);

// Refuses an unfinished quote and rows that are longer or shorter than the header, with the line.
Result<Table> parse(std::string_view text, char separator = ',');
// Of a file that a person filled in: a spreadsheet saves it with what its region separates by.
Result<Table> parse_filled_in(std::string_view text);

}  // namespace base::csv
