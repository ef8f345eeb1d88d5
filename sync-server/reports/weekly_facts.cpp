#include "sync-server/reports/weekly_facts.h"

#include "shared/sheets/weekly_sheet.h"
#include "sync-server/reports/homes.h"

namespace reports {

namespace {

server_store::FactRow fact_of(const sheets::WeeklyEntry& entry, const std::string& month,
                              const std::string& unit) {
    server_store::FactRow fact;
    fact.person = entry.person == nullptr ? std::string() : entry.person->id().text();
    fact.month = month;
    fact.unit = unit;
    fact.indicator = sheets::kWeekly;
    fact.part = "NUMERATOR";
    fact.detail = to_code(entry.what);
    fact.evidence = entry.record->id.text();
    fact.age_months = static_cast<std::int64_t>(static_cast<unsigned>(entry.on.day()));
    return fact;
}

}  // namespace

base::Result<std::vector<server_store::FactRow>> weekly_facts(db::Connection& connection,
                                                              base::Month month,
                                                              const sheets::Place& place) {
    std::vector<server_store::FactRow> found;
    for (const std::string& unit : place.units) {
        TRY(each_home(connection, unit, base::last_day(month), [&](const Home& home) {
            const sheets::HomeRows rows{home.household, home.family, place, place.name};
            for (const sheets::WeeklyEntry& entry : weekly_entries(rows, month)) {
                found.push_back(fact_of(entry, base::to_text(month), unit));
            }
        }));
    }
    return found;
}

}  // namespace reports
