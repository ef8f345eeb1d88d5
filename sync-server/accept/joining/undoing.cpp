#include "sync-server/accept/change/aliases.h"
#include "sync-server/accept/change/contending.h"
#include "sync-server/accept/joining/merge_logs.h"
#include "sync-server/accept/joining/seen.h"
#include "sync-server/accept/joining/tagged.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/partings.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/facts.h"

#include <algorithm>

namespace joining {

using base::Done;
using base::Error;
using base::ErrorCode;
using records::Record;
using server_store::StoredRecord;

namespace {

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
    return accept::revertings(*form, stored, *tagged);
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

Status revert_winner(accept::Session& session, const Standing& standing,
                     const std::vector<Reverting>& fields, const UndoRequest& request) {
    const base::Fields set = accept::going_back(fields);
    if (set.empty()) return Done{};
    base::Fields document = standing.winner.record.fields;
    document.apply(set);
    TRY(accept::check_document(session, standing.winner.record.type, document));
    return write_tagged(session, standing.winner.record, set, request.reason, request.merge);
}

// The alias goes whatever else was written since.
Status free_loser(accept::Session& session, const Standing& standing,
                  const std::vector<Reverting>& fields, const UndoRequest& request) {
    base::Fields set = accept::going_back(fields);
    set.set_token("merged_into", "null");
    return write_tagged(session, standing.loser.record, set, request.reason, request.merge);
}

Status mark_undone(accept::Session& session, const Standing& standing, const UndoRequest& request) {
    base::Fields undone;
    undone.set("undone_at", moment(session));
    TRY(write_tagged(session, standing.log.record, undone, request.reason, request.merge));
    TRY_LET(log, stored_of(session.connection, request.merge));
    return server_store::put_parting(
        session.connection, {request.merge, standing.merge.winner, log.record.unit, log.seq});
}

}  // namespace

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
    TRY(hand_over(session, standing.merge, added, request.move, request.reason));
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
