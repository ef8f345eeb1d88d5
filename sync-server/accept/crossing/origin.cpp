#include "sync-server/accept/crossing/origin.h"

#include "shared/base/json.h"
#include "sync-server/accept/change/writers.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/people/unit_names.h"
#include "sync-server/store/records/moves.h"

#include <vector>

namespace crossing {

namespace json = base::json;

namespace {

// A unit that is there no more goes by its code.
Result<std::string> unit_text(db::Connection& connection, const std::string& code) {
    TRY_LET(name, server_store::unit_name(connection, code));
    return name.empty() ? code : name;
}

Result<std::string> name_of(db::Connection& connection, const base::UserId& user) {
    if (user.text().empty()) return std::string("puskesmas");
    TRY_LET(known, server_store::find_user(connection, user));
    return known ? known->name : user.text();
}

Result<std::string> moves_text(db::Connection& connection, const std::string& record) {
    TRY_LET(moves, server_store::moves_of(connection, record));
    std::vector<std::string> tokens;
    for (const server_store::Move& each : moves) {
        TRY_LET(from, unit_text(connection, each.from));
        TRY_LET(to, unit_text(connection, each.to));
        tokens.push_back(
            json::Writer().add("from", from).add("to", to).add("since", each.since).text());
    }
    return json::array_of(tokens);
}

}  // namespace

Result<std::string> origin_of(db::Connection& connection,
                              const server_store::StoredRecord& stored) {
    const accept::Writer last = accept::Writers::parse(stored.writers).last();
    TRY_LET(author, server_store::author_of(connection, last.device, last.n));
    TRY_LET(by, name_of(connection, author ? author->user : base::UserId("")));
    TRY_LET(unit, unit_text(connection, stored.record.unit));
    TRY_LET(moves, moves_text(connection, stored.record.id.text()));
    return json::Writer()
        .add("unit", stored.record.unit)
        .add("unit_name", unit)
        .add("revision", to_text(stored.record.revision))
        .add("by", by)
        .add("at", author ? author->received_at.unix_ms : 0)
        .add_token("moves", moves)
        .text();
}

Result<std::string> origin_of_change(db::Connection& connection,
                                     const server_store::Quarantined& item,
                                     const records::Change& change) {
    TRY_LET(author, server_store::author_of(connection, item.device, item.n));
    TRY_LET(by, name_of(connection, author ? author->user : base::UserId("")));
    TRY_LET(unit, unit_text(connection, change.unit));
    return json::Writer()
        .add("unit", change.unit)
        .add("unit_name", unit)
        .add("by", by)
        .add("at", item.opened_at.unix_ms)
        .text();
}

}  // namespace crossing
