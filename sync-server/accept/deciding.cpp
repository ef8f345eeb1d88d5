#include "sync-server/accept/deciding.h"

#include "sync-server/accept/session.h"
#include "sync-server/accept/waiting.h"
#include "sync-server/accept/witnessing.h"
#include "sync-server/accept/writing.h"
#include "sync-server/store/changes.h"

namespace accept {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

Status resolve_conflict(const Desk& desk, std::string_view conflict, Choice choice,
                        const base::Fields& third, std::string_view reason) {
    TRY(check_desk_text(third, reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(contender, server_store::find_contender(desk.connection, conflict));
    if (!contender || !contender->is_open) {
        return Error{ErrorCode::NotFound, "there is no open conflict of that id"};
    }
    TRY_LET(standing, server_store::find_record(desk.connection, contender->record));
    CHECK(standing.has_value());
    TRY_LET(incoming, base::Fields::parse(contender->mine));
    const base::Fields set = choice == Choice::Incoming ? incoming
                             : choice == Choice::Third  ? third
                                                        : base::Fields();
    base::Fields document = standing->record.fields;
    document.apply(set);
    TRY(check_document(session, standing->record.type, document));
    records::Change change = desk_change(session, standing->record, set, reason);
    change.decides = std::string(conflict);
    TRY(write_at_desk(session, change));
    return transaction.commit();
}

namespace {

// The document of all that waits, with the mend on top; refused where it cannot stand.
Status check_mended(Session& session, const std::vector<Waiting>& waiting,
                    const base::Fields& mend) {
    if (waiting.empty()) {
        return Error{ErrorCode::Refused,
                     "this line cannot be read as a record, so it can only be rejected"};
    }
    TRY_LET(standing,
            server_store::find_record(session.connection, waiting.front().change.record.text()));
    if (const auto obstacle = type_obstacle(session, waiting, standing)) {
        return Error{ErrorCode::Refused,
                     "what waits for this record is not of one known type; reject what is not"};
    }
    std::vector<records::Change> together;
    for (const Waiting& each : waiting) together.push_back(each.change);
    base::Fields document = document_of(standing, together);
    document.apply(mend);
    return check_document(session, together.front().type, document);
}

}  // namespace

Status mend_quarantined(const Desk& desk, std::int64_t device_no, std::int64_t n,
                        const base::Fields& fields, std::string_view reason) {
    TRY(check_desk_text(fields, reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(item, server_store::find_quarantined(desk.connection, device_no, n));
    TRY_LET(device, server_store::find_device_by_no(desk.connection, device_no));
    if (!item || !item->is_open || !device) {
        return Error{ErrorCode::NotFound, "nothing of that number is in quarantine"};
    }
    TRY_LET(waiting, waiting_of(session, device_no, item->record));
    TRY(check_mended(session, waiting, fields));
    TRY(release(session, *device, waiting, "mended"));
    if (!fields.empty()) {
        TRY_LET(released, server_store::find_record(desk.connection, item->record));
        CHECK(released.has_value());
        records::Change mend = desk_change(session, released->record, fields, reason);
        mend.mends = n;
        TRY(write_at_desk(session, mend));
    }
    return transaction.commit();
}

Status send_back_quarantined(const Desk& desk, std::int64_t device_no, std::int64_t n,
                             std::string_view words) {
    TRY(check_desk_text({}, words));
    if (words.empty()) return Error{ErrorCode::Usage, "say what is to be corrected"};
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(item, server_store::find_quarantined(desk.connection, device_no, n));
    if (!item || !item->is_open) {
        return Error{ErrorCode::NotFound, "nothing of that number is in quarantine"};
    }
    item->reason = std::string(words);
    TRY(server_store::put_quarantined(desk.connection, *item));
    protocol::Outcome outcome;
    outcome.n = n;
    outcome.kind = protocol::OutcomeKind::Quarantined;
    outcome.code = item->code;
    outcome.field = item->field;
    outcome.reason = item->reason;
    TRY(announce(session, device_no, n, outcome));
    return transaction.commit();
}

Status reject_quarantined(const Desk& desk, std::int64_t device_no, std::int64_t n,
                          std::string_view reason) {
    TRY(check_desk_text({}, reason));
    if (item->code == kMovedBack) TRY(take_family_back(session, *item, true));
    TRY(check_seen(desk, item->record, by));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(item, server_store::find_quarantined(desk.connection, device_no, n));
    TRY_LET(device, server_store::find_device_by_no(desk.connection, device_no));
    if (!item || !item->is_open || !device) {
        return Error{ErrorCode::NotFound, "nothing of that number is in quarantine"};
    }
    TRY(server_store::close_quarantined(desk.connection, device_no, n, session.now, "rejected"));
    protocol::Outcome outcome;
    outcome.n = n;
    outcome.kind = protocol::OutcomeKind::Rejected;
    outcome.reason = std::string(reason);
    TRY(announce(session, device_no, n, outcome));
    // What was held behind it may stand now.
    if (!item->record.empty()) TRY(release_what_passes(session, *device, item->record));
    return transaction.commit();
}

}  // namespace accept
