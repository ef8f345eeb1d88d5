#include "sync-server/reports/month_report.h"

#include "shared/indicators/register_table.h"
#include "shared/protocol/enrolment.h"
#include "sync-server/reports/district_choices.h"
#include "sync-server/reports/homes.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/facts.h"

#include <map>
#include <set>

namespace reports {

using base::Error;
using base::ErrorCode;

Result<indicators::Tally> tally_of(db::Connection& connection, Month month,
                                   const std::string& unit) {
    TRY_LET(rows, server_store::figures_of_month(connection, base::to_text(month)));
    indicators::Tally tally;
    for (const server_store::FigureRow& row : rows) {
        const auto indicator = indicators::parse_indicator(row.indicator);
        const auto part = indicators::parse_part(row.part);
        CHECK(indicator && part);  // only settling writes that table
        if (row.unit.empty() || (!unit.empty() && row.unit != unit)) continue;
        const auto age = row.age_months ? std::optional(static_cast<int>(*row.age_months))
                                        : std::optional<int>();
        tally.add(row.unit, *indicator, *part, row.sex.empty() ? '\0' : row.sex[0],
                  static_cast<int>(row.count), age);
    }
    return tally;
}

Result<std::vector<indicators::Village>> villages(db::Connection& connection,
                                                  const std::string& unit) {
    TRY_LET(units, server_store::units(connection));
    std::map<std::string, indicators::Village> by_name;
    for (const protocol::Unit& each : units) {
        if (!unit.empty() && each.code != unit) continue;
        indicators::Village& village = by_name[each.village];
        village.name = each.village;
        village.units.push_back(each.code);
    }
    if (by_name.empty()) return Error{ErrorCode::NotFound, "there is no unit " + unit};
    std::vector<indicators::Village> found;
    for (auto& [name, village] : by_name) found.push_back(std::move(village));
    return found;
}

Result<std::vector<indicators::ReportFinding>> sigizi_findings(db::Connection& connection,
                                                               Month month,
                                                               const std::string& unit) {
    TRY_LET(moment, settle_and_hold(connection, month));
    TRY_LET(places, villages(connection, unit));
    TRY_LET(tally, tally_of(connection, month, unit));
    TRY(moment.commit());
    std::vector<indicators::ReportFinding> found = indicators::sums_agree(tally, places);
    for (auto& each : indicators::parts_within_wholes(indicators::sigizi_rows(tally, places))) {
        found.push_back(std::move(each));
    }
    return found;
}

namespace {

Result<std::vector<indicators::RegisterRow>> rows_of_unit(db::Connection& connection, Month month,
                                                          const std::string& unit,
                                                          base::Date today) {
    TRY_LET(settings, settings_of(connection));
    std::vector<indicators::RegisterRow> rows;
    TRY(each_home(connection, unit, base::last_day(month), [&](const Home& home) {
        for (auto& row : indicators::register_rows(home.family, month, today, settings)) {
            const care::Person* infant = home.family.person(row.infant.text());
            if (infant != nullptr && home.lives_here(*infant)) rows.push_back(std::move(row));
        }
    }));
    indicators::sort_register(rows);
    return rows;
}

}  // namespace

Result<std::string> register_csv(db::Connection& connection, Month month, const std::string& unit,
                                 base::Date today) {
    TRY_LET(is_known, server_store::has_unit(connection, unit));
    if (!is_known) return Error{ErrorCode::NotFound, "there is no unit " + unit};
    TRY_LET(rows, rows_of_unit(connection, month, unit, today));
    return indicators::register_csv(rows);
}

}  // namespace reports
