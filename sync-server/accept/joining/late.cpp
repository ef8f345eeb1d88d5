// What laptops recorded that had not heard yet that a joining was taken back (SYNC 17).
#include "sync-server/accept/joining/merge_logs.h"
#include "sync-server/accept/joining/seen.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/partings.h"
#include "sync-server/store/records/records.h"

#include <algorithm>

namespace joining {

using base::Error;
using base::ErrorCode;
using records::Record;

namespace {

Result<Record> record_of(db::Connection& connection, std::string_view id) {
    TRY_LET(stored, server_store::find_record(connection, id));
    if (!stored) return Error{ErrorCode::NotFound, "one of the two records is not here any more"};
    return std::move(stored->record);
}

Status check_can_go(const LateWords& late, const std::vector<std::string>& wanted) {
    const auto is_gone = [](const Record& each) { return each.unit == server_store::kOutside; };
    const bool has_gone = is_gone(late.winner) || is_gone(late.loser);
    if (wanted.empty() || !has_gone) return base::Done{};
    return Error{ErrorCode::Refused, "they have gone to another health centre"};
}

}  // namespace

Result<LateWords> late_words(db::Connection& connection, std::string_view merge) {
    TRY_LET(log, server_store::find_record(connection, merge));
    if (!log) return Error{ErrorCode::NotFound, "there is no such merge"};
    LateWords late;
    late.merge = merge_of(log->record);
    TRY_LET(winner, record_of(connection, late.merge.winner));
    TRY_LET(loser, record_of(connection, late.merge.loser));
    late.winner = std::move(winner);
    late.loser = std::move(loser);
    TRY_LET(ids, server_store::late_words(connection, merge));
    for (const std::string& id : ids) {
        TRY_LET(each, record_of(connection, id));
        late.records.push_back(std::move(each));
    }
    return late;
}

Result<std::int64_t> settle_late_words(const Desk& desk, const UndoRequest& request) {
    TRY(check_reason(request.reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY(check_seen(desk.connection, request.seen));
    TRY_LET(late, late_words(desk.connection, request.merge));
    TRY(check_can_go(late, request.move));
    TRY(hand_over(session, late.merge, late.records, request.move, request.reason));
    // One that came while the page was open was not looked at, and waits on.
    for (const Record& each : late.records) {
        if (request.seen.count(each.id.text()) == 0) continue;
        TRY(server_store::settle_late_word(desk.connection, request.merge, each.id.text()));
    }
    TRY(server_store::audit(desk.connection, {session.now, request.actor, "late_words_settled",
                                              request.merge, request.reason}));
    TRY(transaction.commit());
    return static_cast<std::int64_t>(request.move.size());
}

}  // namespace joining
