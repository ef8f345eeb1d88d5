#include "sync-server/accept/desk/residence.h"

#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"

#include <algorithm>

namespace accept {

using base::Error;
using base::ErrorCode;

namespace {

void set_or_empty(base::Fields& fields, const char* name, const std::string& value) {
    if (value.empty()) {
        fields.set_token(name, "null");
    } else {
        fields.set(name, value);
    }
}

base::Fields fields_of(const Residence& wanted) {
    base::Fields fields;
    fields.set("residence", wanted.is_temporary ? "TEMPORARY" : "DOMICILE");
    const Residence told = wanted.is_temporary ? wanted : Residence{};
    set_or_empty(fields, "residence_from_unit", told.from_unit);
    set_or_empty(fields, "residence_from_text", told.from_text);
    set_or_empty(fields, "residence_since", told.since);
    return fields;
}

// A laptop's record may name what nobody here knows; who decides here chooses from the list.
Status check_residence(db::Connection& connection, const records::Record& person,
                       const Residence& wanted) {
    if (!wanted.is_temporary) return base::Done{};
    if (!wanted.since.empty() && !base::parse_date(wanted.since)) {
        return Error{ErrorCode::Refused, "residence_since: " + wanted.since};
    }
    if (wanted.from_unit.empty()) return base::Done{};
    TRY_LET(units, server_store::units(connection));
    const bool is_here = std::any_of(units.begin(), units.end(), [&](const protocol::Unit& unit) {
        return unit.code == wanted.from_unit;
    });
    if (!is_here || wanted.from_unit == person.unit) {
        return Error{ErrorCode::Refused, "residence_from_unit: " + wanted.from_unit};
    }
    return base::Done{};
}

}  // namespace

Result<bool> set_residence(const Desk& desk, const std::string& person,
                           const records::Revision& seen, const Residence& wanted,
                           std::string_view reason) {
    const base::Fields set = fields_of(wanted);
    TRY(check_desk_text(set, reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(stored, server_store::find_record(desk.connection, person));
    if (!stored || stored->record.type != "person") {
        return Error{ErrorCode::NotFound, "there is no such person"};
    }
    const records::Record& record = stored->record;
    if (record.revision != seen) return false;
    TRY(check_residence(desk.connection, record, wanted));
    base::Fields document = record.fields;
    document.apply(set);
    TRY(check_document(session, "person", document));
    TRY(write_at_desk(session, desk_change(session, record, set, reason)));
    TRY(transaction.commit());
    return true;
}

}  // namespace accept
