#include "shared/base/text.h"
#include "sync-server/accept/aliases.h"
#include "sync-server/accept/contending.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/accept/joining/seen.h"
#include "sync-server/accept/joining/tagged.h"
#include "sync-server/store/audit.h"
#include "sync-server/store/changes.h"
#include "sync-server/store/facts.h"
#include "sync-server/store/moves.h"
#include "sync-server/store/records.h"

#include <algorithm>

namespace joining {

using base::Done;
using base::Error;
using base::ErrorCode;
using records::Record;
using server_store::StoredRecord;

namespace {

Merge merge_of(const Record& log) {
    const base::Fields& fields = log.fields;
    return {log.id.text(),
            fields.text("entity"),
            fields.text("survivor_id"),
            fields.text("duplicate_id"),
            log.unit,
            fields.text("match_evidence"),
            fields.text("decided_by"),
            base::parse_date_time(fields.text("decided_at")).value_or(Instant{}),
            base::parse_date_time(fields.text("undone_at"))};
}

// A merge that stands, with both its records.
struct Standing {
    Merge merge;
    StoredRecord log, winner, loser;
};

Result<StoredRecord> stored_of(db::Connection& connection, std::string_view id) {
    TRY_LET(stored, server_store::find_record(connection, id));
    if (!stored) return Error{ErrorCode::NotFound, "one of the two records is not here any more"};
    return std::move(*stored);
}

Result<Standing> standing_of(db::Connection& connection, std::string_view id) {
    TRY_LET(log, server_store::find_record(connection, id));
    if (!log || log->record.type != kMergeLog) {
        return Error{ErrorCode::NotFound, "there is no such merge"};
    }
    Merge merge = merge_of(log->record);
    if (merge.undone_at) return Error{ErrorCode::Refused, "that merge was undone already"};
    TRY_LET(winner, stored_of(connection, merge.winner));
    TRY_LET(loser, stored_of(connection, merge.loser));
    if (loser.record.fields.text("merged_into") != merge.winner) {
        return Error{ErrorCode::Refused, "these two are not joined any more"};
    }
    for (const StoredRecord* each : {&winner, &loser}) {
        if (each->record.unit != server_store::kOutside) continue;
        return Error{ErrorCode::Refused, "they have gone to another health centre"};
    }
    return Standing{std::move(merge), std::move(*log), std::move(winner), std::move(loser)};
}

Result<std::vector<Reverting>> revertings_of(const Desk& desk, const StoredRecord& stored,
                                             const std::string& merge) {
    TRY_LET(tagged, tagged_change(desk.connection, stored.record.id.text(), merge));
    if (!tagged) return std::vector<Reverting>();
    const forms::Form* form = desk.forms.find(stored.record.type);
    CHECK(form != nullptr);  // it was joined
    return revertings(*form, stored, *tagged);
}

// What names the winner and came to be after the merge; the merge's own record apart.
Result<std::vector<Record>> added_since(db::Connection& connection, const Standing& standing) {
    TRY_LET(merged, server_store::first_change_no(connection, standing.merge.id));
    std::vector<Record> added;
    TRY_LET(naming, server_store::records_naming(connection, standing.merge.winner));
    for (Record& each : naming) {
        if (each.fields.text("merged_into") == standing.merge.winner) continue;
        TRY_LET(first, server_store::first_change_no(connection, each.id.text()));
        if (first > merged) added.push_back(std::move(each));
    }
    return added;
}

base::Fields going_back(const std::vector<Reverting>& fields) {
    base::Fields set;
    for (const Reverting& each : fields) {
        if (each.goes_back) set.set_token(each.field, each.before);
    }
    return set;
}

Status revert_winner(accept::Session& session, const Standing& standing,
                     const std::vector<Reverting>& fields, const UndoRequest& request) {
    const base::Fields set = going_back(fields);
    if (set.empty()) return Done{};
    base::Fields document = standing.winner.record.fields;
    document.apply(set);
    TRY(accept::check_document(session, standing.winner.record.type, document));
    return write_tagged(session, standing.winner.record, set, request.reason, request.merge);
}

// The alias goes whatever else was written since.
Status free_loser(accept::Session& session, const Standing& standing,
                  const std::vector<Reverting>& fields, const UndoRequest& request) {
    base::Fields set = going_back(fields);
    set.set_token("merged_into", "null");
    return write_tagged(session, standing.loser.record, set, request.reason, request.merge);
}

Status mark_undone(accept::Session& session, const Standing& standing, const UndoRequest& request) {
    base::Fields undone;
    undone.set("undone_at", moment(session));
    return write_tagged(session, standing.log.record, undone, request.reason, request.merge);
}

// Every mention of the winner in it is the loser's.
base::Fields handed(const Record& child, const Merge& merge) {
    base::Fields set;
    for (const auto& [name, token] : child.fields.entries()) {
        std::vector<std::string> ids = child.fields.codes(name);
        const auto found = std::find(ids.begin(), ids.end(), merge.winner);
        if (found == ids.end()) continue;
        *found = merge.loser;
        set.set(name, base::joined(ids, " "));
    }
    return set;
}

Status move_children(accept::Session& session, const Standing& standing,
                     const std::vector<Record>& added, const UndoRequest& request) {
    for (const std::string& id : request.move) {
        const auto child = std::find_if(added.begin(), added.end(),
                                        [&](const Record& each) { return each.id.text() == id; });
        if (child == added.end()) {
            return Error{ErrorCode::Refused,
                         "only what was recorded of the kept one since can go with the other"};
        }
        const base::Fields set = handed(*child, standing.merge);
        if (set.empty()) continue;
        TRY(write_tagged(session, *child, set, request.reason, request.merge));
    }
    return Done{};
}

}  // namespace

Result<std::vector<Merge>> merges(db::Connection& connection, std::size_t most) {
    TRY_LET(ids, server_store::ids_of_type(connection, kMergeLog));
    std::vector<Merge> found;
    for (auto id = ids.rbegin(); id != ids.rend() && found.size() < most; ++id) {
        TRY_LET(log, server_store::find_record(connection, *id));
        if (log) found.push_back(merge_of(log->record));
    }
    return found;
}

Result<UndoPreview> preview_undo(const Desk& desk, std::string_view merge) {
    TRY_LET(standing, standing_of(desk.connection, merge));
    TRY_LET(fields, revertings_of(desk, standing.winner, standing.merge.id));
    TRY_LET(added, added_since(desk.connection, standing));
    return UndoPreview{std::move(standing.merge), std::move(standing.winner.record),
                       std::move(standing.loser.record), std::move(fields), std::move(added)};
}

Result<Undone> undo(const Desk& desk, const UndoRequest& request) {
    TRY(check_reason(request.reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY(check_seen(desk.connection, request.seen));
    TRY_LET(standing, standing_of(desk.connection, request.merge));
    TRY_LET(fields, revertings_of(desk, standing.winner, request.merge));
    TRY_LET(of_loser, revertings_of(desk, standing.loser, request.merge));
    TRY_LET(added, added_since(desk.connection, standing));
    TRY(revert_winner(session, standing, fields, request));
    TRY(free_loser(session, standing, of_loser, request));
    TRY(mark_undone(session, standing, request));
    TRY(move_children(session, standing, added, request));
    TRY_LET(kept, accept::canonical(desk.connection, standing.merge.winner));
    TRY(accept::withdraw_raised(session, kept, standing.merge.loser));
    TRY(server_store::mark_dirty(desk.connection, standing.merge.winner));
    TRY(server_store::mark_dirty(desk.connection, standing.merge.loser));
    TRY(server_store::audit(desk.connection, {session.now, request.actor, "merge_undone",
                                              request.merge, request.reason}));
    TRY(transaction.commit());
    const auto back = std::count_if(fields.begin(), fields.end(),
                                    [](const Reverting& each) { return each.goes_back; });
    return Undone{back, static_cast<std::int64_t>(fields.size()) - back,
                  static_cast<std::int64_t>(request.move.size())};
}

}  // namespace joining
