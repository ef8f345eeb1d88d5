#include "sync-server/importing/table.h"

#include "shared/base/csv.h"
#include "shared/base/text.h"
#include "sync-server/importing/workbook.h"

#include <algorithm>

namespace importing {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOldWorkbook = "\xD0\xCF\x11\xE0";  // .xls

Result<std::vector<Row>> rows_of_csv(std::string_view bytes) {
    TRY_LET(lines, base::csv::rows_of(bytes, base::csv::likely_separator(bytes)));
    std::vector<Row> rows;
    rows.reserve(lines.size());
    for (base::csv::Row& line : lines) {
        Row row{line.line, {}};
        for (const std::string& cell : line.cells) row.cells.push_back({base::trimmed(cell)});
        rows.push_back(std::move(row));
    }
    return rows;
}

std::size_t filled_cells(const Row& row) {
    const auto filled = std::count_if(row.cells.begin(), row.cells.end(),
                                      [](const Cell& cell) { return !cell.text.empty(); });
    return static_cast<std::size_t>(filled);
}

// The first row that is as wide as the table, give or take: a title above it is one or two cells.
std::size_t row_of_headings(const std::vector<Row>& rows) {
    std::size_t widest = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 20); ++i) {
        widest = std::max(widest, filled_cells(rows[i]));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (2 * filled_cells(rows[i]) > widest) return i;
    }
    return 0;
}

Result<Table> table_of(std::vector<Row> rows) {
    std::erase_if(rows, [](const Row& row) { return filled_cells(row) == 0; });
    if (rows.size() < 2) return Error{ErrorCode::Malformed, "there are no rows in this table"};
    const std::size_t at = row_of_headings(rows);
    Table table;
    for (const Cell& cell : rows[at].cells) table.headings.push_back(cell.text);
    while (!table.headings.empty() && table.headings.back().empty()) table.headings.pop_back();
    if (table.headings.size() > kColumnsMax) {
        return Error{ErrorCode::Malformed, "this table has more than 200 columns"};
    }
    for (std::size_t i = at + 1; i < rows.size(); ++i) {
        rows[i].cells.resize(table.headings.size());
        if (filled_cells(rows[i]) > 0) table.rows.push_back(std::move(rows[i]));
    }
    if (table.rows.empty()) return Error{ErrorCode::Malformed, "there are no rows in this table"};
    if (table.rows.size() > kRowsMax) {
        return Error{ErrorCode::Malformed, "this table has more than 20,000 rows; divide it"};
    }
    return table;
}

}  // namespace

Result<Table> read_table(std::string_view bytes) {
    if (bytes.size() > kFileMax) {
        return Error{ErrorCode::Malformed, "this file is larger than 20 MB"};
    }
    if (bytes.starts_with(kOldWorkbook)) {
        return Error{ErrorCode::Malformed,
                     "this is a workbook of the old kind (.xls); save it as .xlsx or CSV"};
    }
    if (bytes.starts_with(kZip)) {
        TRY_LET(rows, rows_of_workbook(bytes));
        return table_of(std::move(rows));
    }
    if (bytes.find('\0') != std::string_view::npos) {
        return Error{ErrorCode::Malformed, "this is neither a workbook (.xlsx) nor a CSV file"};
    }
    TRY_LET(rows, rows_of_csv(bytes));
    return table_of(std::move(rows));
}

}  // namespace importing
