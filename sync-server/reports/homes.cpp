#include "sync-server/reports/homes.h"

#include "sync-server/reports/closure.h"
#include "sync-server/store/moves.h"
#include "sync-server/store/records.h"

namespace reports {

bool Home::lives_here(const care::Person& person) const {
    return care::code(person.record->fields, "household_id") == household.id.text();
}

base::Result<std::string> unit_on(db::Connection& connection, const records::Record& record,
                                  base::Date on) {
    TRY_LET(moves, server_store::moves_of(connection, record.id.text()));
    return server_store::unit_on(moves, on, record.unit);
}

base::Status each_home(db::Connection& connection, const std::string& unit, base::Date on,
                       const std::function<void(const Home&)>& visit) {
    TRY_LET(ids, unit.empty() ? server_store::ids_of_type(connection, "household")
                              : server_store::ids_of_type_near(connection, "household", unit));
    for (const std::string& id : ids) {
        TRY_LET(stored, server_store::find_record(connection, id));
        if (!stored || records::is_retracted(stored->record)) continue;
        records::Record household = std::move(stored->record);
        TRY_LET(then, unit_on(connection, household, on));
        household.unit = then;
        if (then == server_store::kOutside) continue;  // with another health centre
        if (!unit.empty() && household.unit != unit) continue;
        TRY_LET(records, closure_of(connection, id));
        const care::Family family{records};
        visit({household, family});
    }
    return base::Done{};
}

}  // namespace reports
