#include "sync-server/reports/homes.h"

#include "sync-server/reports/closure.h"
#include "sync-server/store/records.h"

namespace reports {

bool Home::lives_here(const care::Person& person) const {
    return care::code(person.record->fields, "household_id") == household.id.text();
}

base::Status each_home(db::Connection& connection, const std::string& unit,
                       const std::function<void(const Home&)>& visit) {
    TRY_LET(ids, server_store::ids_of_type(connection, "household"));
    for (const std::string& id : ids) {
        TRY_LET(household, server_store::find_record(connection, id));
        if (!household || records::is_retracted(household->record)) continue;
        if (!unit.empty() && household->record.unit != unit) continue;
        TRY_LET(records, closure_of(connection, id));
        const care::Family family{records};
        visit({household->record, family});
    }
    return base::Done{};
}

}  // namespace reports
