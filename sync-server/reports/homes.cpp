#include "sync-server/reports/homes.h"

#include "shared/indicators/where_then.h"
#include "sync-server/reports/closure.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

#include <map>
#include <set>

namespace reports {

bool Home::lives_here(const care::Person& person) const {
    return care::code(person.record->fields, "household_id") == household.id.text();
}

base::Result<std::string> unit_on(db::Connection& connection, const records::Record& record,
                                  base::Date on) {
    TRY_LET(moves, server_store::moves_of(connection, record.id.text()));
    return server_store::unit_on(moves, on, record.unit);
}

namespace {

using indicators::Movers;

base::Result<Movers> movers_of(db::Connection& connection,
                               const std::vector<records::Record>& records,
                               const std::string& household, base::Date on) {
    Movers found;
    for (const records::Record& each : records) {
        if (each.type != "person" || each.fields.text("household_id") != household) continue;
        TRY_LET(moves, server_store::moves_of(connection, each.id.text()));
        if (!moves.empty()) found[each.id.text()] = server_store::unit_on(moves, on, each.unit);
    }
    return found;
}

}  // namespace

base::Status each_home(db::Connection& connection, const std::string& unit, base::Date on,
                       const std::function<void(const Home&)>& visit) {
    TRY_LET(has_moves, server_store::has_moves(connection));
    TRY_LET(ids, unit.empty() ? server_store::ids_of_type(connection, "household")
                              : server_store::ids_of_type_near(connection, "household", unit));
    for (const std::string& id : ids) {
        TRY_LET(stored, server_store::find_record(connection, id));
        if (!stored || records::is_retracted(stored->record)) continue;
        records::Record household = std::move(stored->record);
        TRY_LET(then, unit_on(connection, household, on));
        household.unit = then;
        if (!has_moves && !unit.empty() && then != unit) continue;
        TRY_LET(records, closure_of(connection, id));
        Movers movers;
        if (has_moves) {
            TRY_LET(found, movers_of(connection, records, id, on));
            movers = std::move(found);
        }
        std::set<std::string> units = {then};
        for (const auto& [person, where] : movers) units.insert(where);
        for (const std::string& each : units) {
            const bool is_asked = each != server_store::kOutside && (unit.empty() || each == unit);
            if (!is_asked) continue;
            const auto here = indicators::records_in(each, records, id, then, movers);
            records::Record home = household;
            home.unit = each;
            const care::Family family{here};
            visit({home, family});
        }
    }
    return base::Done{};
}

}  // namespace reports
