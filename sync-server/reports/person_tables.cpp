#include "sync-server/reports/person_tables.h"

#include "shared/base/csv.h"
#include "shared/base/json.h"
#include "shared/sheets/family_sheets.h"
#include "shared/sheets/person_sheets.h"
#include "shared/sheets/register_sheet.h"
#include "shared/sheets/weekly_sheet.h"
#include "sync-server/reports/closure.h"
#include "sync-server/reports/district_choices.h"
#include "sync-server/reports/homes.h"
#include "sync-server/store/records/records.h"

namespace reports {

using base::Result;
using base::Status;

Status add_registers(db::Connection& connection, const sheets::Centre& centre, base::Month month,
                     base::Date today, sheets::Book& book) {
    TRY_LET(settings, settings_of(connection));
    for (const sheets::Place& posyandu : centre.posyandu) {
        std::vector<indicators::RegisterRow> rows;
        TRY(each_home(connection, posyandu.id, base::last_day(month), [&](const Home& home) {
            for (auto& row : indicators::register_rows(home.family, month, today, settings)) {
                const care::Person* infant = home.family.person(row.infant.text());
                if (infant != nullptr && home.lives_here(*infant)) rows.push_back(std::move(row));
            }
        }));
        indicators::sort_register(rows);
        book.sheets.push_back(sheets::register_sheet(posyandu, rows));
        if (sheets::has_recap(month)) book.sheets.push_back(sheets::recap_sheet(posyandu, rows));
    }
    return base::Done{};
}

Status add_cohorts(db::Connection& connection, const sheets::Centre& centre, base::Month month,
                   sheets::Book& book) {
    TRY_LET(settings, settings_of(connection));
    for (const sheets::Place& posyandu : centre.posyandu) {
        sheets::Sheet sheet = sheets::cohort_sheet(posyandu, month);
        TRY(each_home(connection, posyandu.id, base::last_day(month), [&](const Home& home) {
            sheets::add_cohort_rows(
                {home.household, home.family, posyandu, centre.name, settings.f1_row1}, month,
                sheet);
        }));
        sheets::sort_by(sheet, 0);
        book.sheets.push_back(std::move(sheet));
    }
    return base::Done{};
}

Status add_measurements(db::Connection& connection, const sheets::Centre& centre, base::Month month,
                        sheets::Book& book) {
    sheets::Sheet sheet = sheets::ppgbm_sheet();
    for (const sheets::Place& posyandu : centre.posyandu) {
        TRY(each_home(connection, posyandu.id, base::last_day(month), [&](const Home& home) {
            sheets::add_ppgbm_rows({home.household, home.family, posyandu, centre.name}, month,
                                   sheet);
        }));
    }
    sheets::sort_by(sheet, 1);
    book.sheets.push_back(std::move(sheet));
    return base::Done{};
}

Status add_weeks(db::Connection& connection, const sheets::Centre& centre, base::Month month,
                 sheets::Book& book) {
    for (const sheets::Place& posyandu : centre.posyandu) {
        sheets::Sheet sheet = sheets::weekly_sheet(posyandu, month);
        TRY(each_home(connection, posyandu.id, base::last_day(month), [&](const Home& home) {
            sheets::add_weekly_counts({home.household, home.family, posyandu, centre.name}, month,
                                      sheet);
        }));
        book.sheets.push_back(std::move(sheet));
    }
    return base::Done{};
}

Status add_family(db::Connection& connection, const sheets::Centre& centre,
                  const std::string& household, sheets::Book& book) {
    if (household.empty()) {
        return base::Error{base::ErrorCode::Usage, "which family: --household ID"};
    }
    TRY_LET(found, server_store::find_record(connection, household));
    if (!found || found->record.type != "household") {
        return base::Error{base::ErrorCode::NotFound, "there is no household " + household};
    }
    TRY_LET(records, closure_of(connection, household));
    const care::Family family{records};
    sheets::Place posyandu{found->record.unit, found->record.unit, "", "", {}};
    for (const sheets::Place& each : centre.posyandu) {
        if (each.id == found->record.unit) posyandu = each;
    }
    for (auto& sheet : sheets::family_sheets(family, found->record, posyandu)) {
        book.sheets.push_back(std::move(sheet));
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
