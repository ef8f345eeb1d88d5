#include "sync-server/accept/desk/deciding.h"

#include "sync-server/accept/change/waiting.h"
#include "sync-server/accept/change/writing.h"
#include "sync-server/accept/round/session.h"
#include "sync-server/accept/round/witnessing.h"
#include "sync-server/store/changes/changes.h"

namespace accept {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr std::string_view kMergedInto = "merged_into";

// Joining asks more than a form does: whether they are twins, mother and child, of one posyandu.
Status check_joins_nothing(const base::Fields& set) {
    if (!set.has(kMergedInto)) return Done{};
    return Error{ErrorCode::Refused, "records are joined on the page of duplicates, nowhere else"};
}

// A form may ask more today than when the record was written: what stood wrong before is no fault
// of the decision, which is about something else.
Status check_decided(Session& session, const records::Record& standing,
                     const base::Fields& document) {
    const Status after = check_document(session, standing.type, document);
    if (after.ok()) return Done{};
    const Status before = check_document(session, standing.type, standing.fields);
    const bool was_wrong = !before.ok() && before.error().message == after.error().message;
    if (was_wrong) return Done{};
    return after;
}

}  // namespace

bool is_changed_since(const base::Error& error) {
    return error.message == kChangedSince;
}

Status check_seen(const Desk& desk, const std::string& record, const By& by) {
    if (!by.seen) return Done{};
    TRY_LET(standing, server_store::find_record(desk.connection, record));
    const records::Revision now = standing ? standing->record.revision : records::Revision{};
    if (now == *by.seen) return Done{};
    return Error{ErrorCode::Refused, kChangedSince};
}

Status note(const Desk& desk, const By& by, const char* what, const std::string& record,
            std::string_view reason) {
    return server_store::audit(desk.connection,
                               {desk.clock.now(), by.actor, what, record, std::string(reason)});
}

Status resolve_conflict(const Desk& desk, std::string_view conflict, Choice choice,
                        const base::Fields& third, std::string_view reason, const By& by) {
    TRY(check_desk_text(third, reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(contender, server_store::find_contender(desk.connection, conflict));
    if (!contender || !contender->is_open) {
        return Error{ErrorCode::NotFound, "there is no open conflict of that id"};
    }
    TRY_LET(standing, server_store::find_record(desk.connection, contender->record));
    CHECK(standing.has_value());
    TRY(check_seen(desk, contender->record, by));
    TRY_LET(incoming, base::Fields::parse(contender->mine));
    const base::Fields set = choice == Choice::Incoming ? incoming
                             : choice == Choice::Third  ? third
                                                        : base::Fields();
    TRY(check_joins_nothing(set));
    base::Fields document = standing->record.fields;
    document.apply(set);
    TRY(check_decided(session, standing->record, document));
    records::Change change = desk_change(session, standing->record, set, reason);
    change.decides = std::string(conflict);
    TRY(write_at_desk(session, change));
    TRY(note(desk, by, "conflict_decided", contender->record, reason));
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
    TRY(check_joins_nothing(mend));
    std::vector<records::Change> together;
    for (const Waiting& each : waiting) {
        TRY(check_joins_nothing(each.change.set));
        together.push_back(each.change);
    }
    base::Fields document = document_of(standing, together);
    document.apply(mend);
    return check_document(session, together.front().type, document);
}

}  // namespace

Status mend_quarantined(const Desk& desk, std::int64_t device_no, std::int64_t n,
                        const base::Fields& fields, std::string_view reason, const By& by) {
    TRY(check_desk_text(fields, reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(item, server_store::find_quarantined(desk.connection, device_no, n));
    TRY_LET(device, server_store::find_device_by_no(desk.connection, device_no));
    if (!item || !item->is_open || !device) {
        return Error{ErrorCode::NotFound, "nothing of that number is in quarantine"};
    }
    if (item->code == kMovedBack) TRY(take_family_back(session, *item, true));
    TRY(check_seen(desk, item->record, by));
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
    TRY(note(desk, by, "quarantine_mended", item->record, reason));
    return transaction.commit();
}

Status send_back_quarantined(const Desk& desk, std::int64_t device_no, std::int64_t n,
                             std::string_view words, const By& by) {
    TRY(check_desk_text({}, words));
    if (words.empty()) return Error{ErrorCode::Usage, "say what is to be corrected"};
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(item, server_store::find_quarantined(desk.connection, device_no, n));
    if (!item || !item->is_open) {
        return Error{ErrorCode::NotFound, "nothing of that number is in quarantine"};
    }
    TRY_LET(told, words_to_author(desk.connection, device_no, n));
    if (by.seen_words && *by.seen_words != told) return Error{ErrorCode::Refused, kChangedSince};
    protocol::Outcome outcome;
    outcome.n = n;
    outcome.kind = protocol::OutcomeKind::Quarantined;
    outcome.code = item->code;
    outcome.field = item->field;
    outcome.reason = std::string(words);
    TRY(announce(session, device_no, n, outcome));
    TRY(note(desk, by, "quarantine_sent_back", item->record, words));
    return transaction.commit();
}

Result<std::string> words_to_author(db::Connection& connection, std::int64_t device,
                                    std::int64_t n) {
    TRY_LET(change, server_store::find_change(connection, device, n));
    if (!change) return std::string();
    const auto outcome = protocol::parse_outcome(change->outcome);
    return outcome.ok() ? outcome.value().reason : std::string();
}

Status reject_quarantined(const Desk& desk, std::int64_t device_no, std::int64_t n,
                          std::string_view reason, const By& by) {
    TRY(check_desk_text({}, reason));
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
    TRY(note(desk, by, "quarantine_refused", item->record, reason));
    return transaction.commit();
}

}  // namespace accept
