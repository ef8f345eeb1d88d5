// A spreadsheet that somebody brings in: refused with a sentence, or a table within its bounds
// whose every cell can be read as a date, a sex, a number.
#include "shared/base/text.h"
#include "sync-server/importing/columns.h"
#include "sync-server/importing/reading.h"
#include "tests/fuzz/targets/target.h"

namespace fuzz {

namespace {

void check_cell(const importing::Cell& cell) {
    const base::Date today = *base::parse_date("2026-03-15");
    CHECK(cell.text == base::trimmed(cell.text));
    if (const auto date = importing::read_date(cell.text, today)) CHECK(date->ok());
    const char sex = importing::read_sex(cell.text);
    CHECK(sex == 0 || sex == 'L' || sex == 'P');
    const std::string rt = importing::read_rt(cell.text);
    CHECK(rt.empty() || rt.size() == 3);
}

}  // namespace

void table(std::string_view bytes) {
    const auto read = importing::read_table(bytes);
    if (!read.ok()) {
        CHECK(!read.error().message.empty());
        return;
    }
    const importing::Table& table = read.value();
    CHECK(!table.rows.empty() && table.rows.size() <= importing::kRowsMax);
    CHECK(table.headings.size() <= importing::kColumnsMax);
    for (const importing::Row& row : table.rows) {
        CHECK(row.cells.size() == table.headings.size());
        for (const importing::Cell& cell : row.cells) check_cell(cell);
    }
    for (const auto& [field, column] : importing::likely_columns(table)) {
        CHECK(column < table.headings.size());
    }
}

}  // namespace fuzz
