// A table that somebody keeps already: a CSV file of any dialect, or the first sheet of a workbook
// (XLSX). What stands above its headings (titles, the name of the health centre) is left out.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace importing {

using base::Result;

// A health centre has some thousand children; more is another file.
inline constexpr std::size_t kRowsMax = 20'000;
inline constexpr std::size_t kColumnsMax = 200;
// Of the file as it is, and of each part of a workbook unpacked.
inline constexpr std::size_t kFileMax = 20U << 20;
inline constexpr std::size_t kUnpackedMax = 100U << 20;

struct Cell {
    std::string text;         // trimmed; a date of a workbook as 2026-03-01
    bool was_number = false;  // kept by the workbook as a number: digits past the 15th are lost
};

struct Row {
    std::size_t number = 0;   // as the spreadsheet or editor shows it, from 1
    std::vector<Cell> cells;  // as many as there are headings
};

struct Table {
    std::vector<std::string> headings;
    std::vector<Row> rows;  // none is empty
};

// Malformed, with what is wrong, for a file that is no table, has no rows or is too large.
Result<Table> read_table(std::string_view bytes);

}  // namespace importing
