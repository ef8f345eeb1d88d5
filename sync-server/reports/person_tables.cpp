#include "sync-server/reports/person_tables.h"

#include "shared/base/csv.h"
#include "shared/base/json.h"
#include "sync-server/reports/homes.h"
#include "sync-server/reports/sheets/register_sheet.h"

namespace reports {

using base::Result;
using base::Status;

namespace {

// The recap is made in February and August (AMENDMENTS Definitions).
bool has_recap(base::Month month) {
    const auto number = static_cast<unsigned>(month.month());
    return number == 2 || number == 8;
}

}  // namespace

Status add_registers(db::Connection& connection, const sheets::Centre& centre, base::Month month,
                     base::Date today, sheets::Book& book) {
    for (const sheets::Place& posyandu : centre.posyandu) {
        std::vector<indicators::RegisterRow> rows;
        TRY(each_home(connection, posyandu.id, [&](const Home& home) {
            for (auto& row : indicators::register_rows(home.family, month, today)) {
                const care::Person* infant = home.family.person(row.infant.text());
                if (infant != nullptr && home.lives_here(*infant)) rows.push_back(std::move(row));
            }
        }));
        indicators::sort_register(rows);
        book.sheets.push_back(sheets::register_sheet(posyandu, rows));
        if (has_recap(month)) book.sheets.push_back(sheets::recap_sheet(posyandu, rows));
    }
    return base::Done{};
}

Result<sheets::Sheet> sheet_of_csv(const std::string& csv) {
    TRY_LET(table, base::csv::parse(csv));
    sheets::Sheet sheet;
    sheet.headers = table.header;
    for (const auto& row : table.rows) {
        std::vector<sheets::Cell> cells;
        for (const std::string& text : row) {
            const auto number = base::json::integer_of(text);
            const bool is_number = number && std::to_string(*number) == text;
            cells.push_back(is_number ? sheets::integer_cell(*number) : sheets::text_cell(text));
        }
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

}  // namespace reports
