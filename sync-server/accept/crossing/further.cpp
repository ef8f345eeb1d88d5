#include "sync-server/accept/crossing/further.h"

#include "sync-server/accept/change/writers.h"
#include "sync-server/accept/crossing/origin.h"
#include "sync-server/accept/crossing/waiting_words.h"
#include "sync-server/accept/joining/families.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

#include <utility>

namespace crossing {

using base::Done;
using base::Status;

namespace {

Status add_written(db::Connection& connection, const records::Record& record, Further& further) {
    TRY_LET(stored, server_store::find_record(connection, record.id.text()));
    CHECK(stored.has_value());  // read a moment ago, in this transaction
    TRY_LET(known, server_store::known_outside(connection, record.id.text()));
    const auto writers = accept::Writers::parse(stored->writers);
    const base::Fields set =
        writers.written_since(known.value_or(records::Revision{}), stored->record.fields);
    if (set.empty() && known) return Done{};
    TRY_LET(origin, origin_of(connection, *stored));
    further.lines.push_back({record.id.text(), record.type, set, origin, false});
    further.records.push_back({record.id.text(), stored->record.revision, ""});
    return Done{};
}

}  // namespace

Result<std::vector<records::Record>> all_of(db::Connection& connection, const std::string& family) {
    TRY_LET(crossings, server_store::crossings(connection));
    std::vector<std::string> ids;
    for (const server_store::Crossing& each : crossings) {
        if (each.family != family) continue;
        TRY_LET(records, server_store::crossing_records(connection, each.id));
        for (const server_store::CrossingRecord& record : records) ids.push_back(record.record);
    }
    TRY_LET(belongings, joining::belongings_of(connection, ids));
    return std::move(belongings.going);
}

Result<Further> further_of(db::Connection& connection, const forms::FormSet& forms,
                           const std::string& family) {
    Further further;
    TRY_LET(records, all_of(connection, family));
    std::set<std::string> ids;
    for (const records::Record& each : records) {
        if (each.unit != server_store::kOutside) continue;  // it is here again
        ids.insert(each.id.text());
        TRY(add_written(connection, each, further));
    }
    TRY_LET(words, waiting_words(connection, forms, std::move(ids)));
    further.lines.insert(further.lines.end(), words.lines.begin(), words.lines.end());
    further.changes = std::move(words.changes);
    return further;
}

}  // namespace crossing
