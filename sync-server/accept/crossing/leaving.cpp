#include "sync-server/accept/crossing/leaving.h"

#include "shared/base/text.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/password.h"
#include "sync-server/accept/change/aliases.h"
#include "sync-server/accept/change/relocating.h"
#include "sync-server/accept/crossing/family_file.h"
#include "sync-server/accept/crossing/further.h"
#include "sync-server/accept/crossing/names.h"
#include "sync-server/accept/crossing/origin.h"
#include "sync-server/accept/desk/refused.h"
#include "sync-server/accept/joining/families.h"
#include "sync-server/accept/joining/seen.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

#include <set>

namespace crossing {

using accept::refused;
using base::Done;
using base::Error;
using base::ErrorCode;
using records::Record;
using server_store::kOutside;

namespace {

constexpr std::size_t kReceiptLetters = 16;  // 80 bits, and only while a move waits for it
constexpr std::size_t kNameMax = 200;

Status check_name(db::Connection& connection, const std::string& name) {
    if (base::trimmed(name).empty()) {
        return Error{ErrorCode::Usage, "say to which health centre they go"};
    }
    if (base::character_count(name) > kNameMax || !base::is_valid_utf8(name)) {
        return Error{ErrorCode::Usage, "the health centre's name is too long"};
    }
    TRY_LET(own, server_store::meta(connection, server_store::kCentre));
    if (!are_one_centre(own, name)) return Done{};
    return refused("that is this health centre itself: move them to another posyandu");
}

// The household with everybody, unless she goes alone.
Result<Record> mover(db::Connection& connection, const OutRequest& request) {
    TRY_LET(id, accept::canonical(connection, request.record));
    TRY_LET(named, server_store::find_record(connection, id));
    const bool is_one =
        named && (named->record.type == "person" || named->record.type == "household");
    if (!is_one) return Error{ErrorCode::NotFound, "no such person or household is here"};
    if (named->record.type == "household" || request.is_alone) return named->record;
    TRY_LET(home, accept::canonical(connection, named->record.fields.text("household_id")));
    TRY_LET(household, server_store::find_record(connection, home));
    return household ? household->record : named->record;
}

Status check_free(db::Connection& connection, const std::vector<Record>& going) {
    for (const Record& each : going) {
        if (each.unit == kOutside) {
            return refused("this family has gone to another health centre");
        }
        TRY_LET(crossing, server_store::last_way_out(connection, each.id.text()));
        if (crossing && crossing->state == CrossingState::Open) {
            return refused("they are moving out already: cancel that first");
        }
    }
    return Done{};
}

Status count_open(db::Connection& connection, OutPlan& plan) {
    std::set<std::string> ids;
    for (const Record& each : plan.going) ids.insert(each.id.text());
    TRY_LET(waiting, server_store::open_quarantine(connection));
    TRY_LET(contested, server_store::open_contenders(connection));
    for (const auto& each : waiting) plan.waiting += ids.count(each.record) != 0 ? 1 : 0;
    for (const auto& each : contested) plan.contested += ids.count(each.record) != 0 ? 1 : 0;
    return Done{};
}

Result<OutPlan> plan(db::Connection& connection, const OutRequest& request) {
    TRY(check_name(connection, request.to));
    TRY_LET(record, mover(connection, request));
    TRY_LET(persons, joining::movers_of(connection, record, true));
    TRY_LET(belongings, joining::belongings_of(connection, persons));
    TRY(check_free(connection, belongings.going));
    OutPlan made;
    made.unit = record.unit;
    made.going = std::move(belongings.going);
    made.staying = std::move(belongings.staying);
    TRY(count_open(connection, made));
    return made;
}

// A file that is ready to be sealed, with what is written down of it.
struct Draft {
    Crossing crossing;
    FamilyFile file;
    std::vector<server_store::CrossingRecord> records;
    std::vector<server_store::CrossingChange> changes;
};

Result<Draft> draft_of(accept::Session& session, Crossing crossing) {
    Draft draft;
    TRY_LET(own, server_store::meta(session.connection, server_store::kCentre));
    const std::string receipt = crypto::random_code(kReceiptLetters);
    crossing.id = base::make_uuid7(session.now, session.random);
    if (crossing.family.empty()) crossing.family = crossing.id;
    crossing.receipt = crypto::token_hash(receipt);
    crossing.began_at = session.now;
    draft.file.label = {crossing.id, own, crossing.centre, session.now};
    draft.file.family = crossing.family;
    draft.file.record = crossing.record;
    draft.file.since = crossing.since;
    draft.file.receipt = receipt;
    draft.file.is_whole = !crossing.is_further();
    draft.crossing = std::move(crossing);
    return draft;
}

Result<Sealed> keep_draft(accept::Session& session, const Draft& draft, const Keep& keep) {
    Sealed sealed;
    sealed.id = draft.crossing.id;
    sealed.code = new_code();
    sealed.records = static_cast<std::int64_t>(draft.file.lines.size());
    TRY_LET(bytes, seal(draft.file, sealed.code));
    sealed.bytes = std::move(bytes);
    db::Connection& connection = session.connection;
    TRY(server_store::add_crossing(connection, draft.crossing, sealed.bytes));
    for (const auto& each : draft.records) {
        TRY(server_store::put_crossing_record(connection, sealed.id, each));
    }
    for (const auto& each : draft.changes) {
        TRY(server_store::put_crossing_change(connection, sealed.id, each));
    }
    TRY(server_store::audit(
        connection, {session.now, draft.crossing.began_by, "move_out", draft.crossing.record,
                     sealed.id + ", " + std::to_string(sealed.records) +
                         " records: " + draft.crossing.reason}));
    if (keep) TRY(keep(sealed));
    return sealed;
}

// All of them leave their posyandu's feed.
Result<std::int64_t> send_outside(accept::Session& session, const Crossing& crossing) {
    TRY_LET(records, all_of(session.connection, crossing.family));
    std::int64_t gone = 0;
    for (const Record& each : records) {
        TRY_LET(stored, server_store::find_record(session.connection, each.id.text()));
        if (!stored || stored->record.unit == kOutside) continue;
        TRY(accept::relocate(session, *stored, kOutside, crossing.since));
        ++gone;
    }
    return gone;
}

// Records of the further file in which nothing else was written since.
Result<std::set<std::string>> settled_in(accept::Session& session, const Crossing& crossing) {
    db::Connection& connection = session.connection;
    TRY_LET(rest, further_of(connection, session.forms, crossing.family));
    std::set<std::string> written;
    for (const auto& each : rest.records) written.insert(each.record);
    TRY_LET(records, all_of(connection, crossing.family));
    std::set<std::string> settled;
    for (const Record& each : records) {
        if (written.count(each.id.text()) == 0) settled.insert(each.id.text());
    }
    return settled;
}

// What waited here is there now: it is taken here too, so that its author's laptop is done with it.
Result<std::int64_t> take_followers(accept::Session& session, const Crossing& crossing) {
    db::Connection& connection = session.connection;
    TRY_LET(settled, settled_in(session, crossing));
    TRY_LET(changes, server_store::crossing_changes(connection, crossing.id));
    std::int64_t taken = 0;
    for (const server_store::CrossingChange& each : changes) {
        TRY_LET(item, server_store::find_quarantined(connection, each.device, each.n));
        TRY_LET(device, server_store::find_device_by_no(connection, each.device));
        if (!item || !item->is_open || !device) continue;
        TRY_LET(waiting, accept::decoded(session, *item));
        if (!waiting || session.forms.find(waiting->change.type) == nullptr) continue;
        TRY_LET(before, server_store::find_record(connection, item->record));
        TRY(accept::release(session, *device, {*waiting}, "sent on"));
        ++taken;
        TRY_LET(stored, server_store::find_record(connection, item->record));
        if (!stored || (before && settled.count(item->record) == 0)) continue;
        settled.insert(item->record);
        TRY(server_store::put_crossing_record(connection, crossing.id,
                                              {item->record, stored->record.revision, ""}));
    }
    return taken;
}

Status check_closable(const Crossing& crossing) {
    if (crossing.state == CrossingState::Closed) {
        return refused("this move was closed with that receipt before");
    }
    if (crossing.state == CrossingState::Cancelled) {
        return refused(
            "this move was cancelled here, but the other health centre has taken them: write a "
            "new file for it, or let it give them back");
    }
    return Done{};
}

// Back where each was, as if it had never gone.
Status bring_back(accept::Session& session, const Crossing& crossing) {
    TRY_LET(records, all_of(session.connection, crossing.family));
    for (const Record& each : records) {
        TRY_LET(stored, server_store::find_record(session.connection, each.id.text()));
        if (!stored || stored->record.unit != kOutside) continue;
        TRY_LET(moves, server_store::moves_of(session.connection, each.id.text()));
        const std::string back = moves.empty() ? crossing.unit : moves.back().from;
        TRY(accept::relocate(session, *stored, back, crossing.since));
    }
    session.has_outside.reset();
    return joining::release_waiting(session, records);
}

}  // namespace

Result<OutPlan> plan_out(const Desk& desk, const OutRequest& request) {
    return plan(desk.connection, request);
}

Result<Sealed> write_out(const Desk& desk, const OutRequest& request, const Keep& keep) {
    TRY(joining::check_reason(request.reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    if (request.on && *request.on > session.today) return refused("that day is yet to come");
    TRY_LET(made, plan(desk.connection, request));
    Crossing crossing;
    crossing.record = made.going.front().id.text();
    crossing.centre = base::trimmed(request.to);
    crossing.unit = made.unit;
    crossing.since = base::to_text(request.on.value_or(session.today));
    crossing.began_by = request.actor;
    crossing.reason = request.reason;
    TRY_LET(draft, draft_of(session, std::move(crossing)));
    for (const Record& each : made.going) {
        TRY_LET(stored, server_store::find_record(desk.connection, each.id.text()));
        CHECK(stored.has_value());  // the plan was made in this transaction
        TRY_LET(origin, origin_of(desk.connection, *stored));
        draft.file.lines.push_back({each.id.text(), each.type, each.fields, origin, false});
        draft.records.push_back({each.id.text(), stored->record.revision, ""});
    }
    TRY_LET(sealed, keep_draft(session, draft, keep));
    TRY(transaction.commit());
    return sealed;
}

Result<Sealed> write_further(const Desk& desk, const std::string& family, const std::string& actor,
                             const Keep& keep) {
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY_LET(first, server_store::find_crossing(desk.connection, family));
    if (!first || !first->is_out) return Error{ErrorCode::NotFound, "there is no such move"};
    if (first->state != CrossingState::Closed) {
        return refused("this move is not closed: nothing follows it yet");
    }
    TRY_LET(crossings, server_store::crossings(desk.connection));
    for (const Crossing& each : crossings) {
        const bool is_waiting = each.family == first->family && each.state == CrossingState::Open;
        if (is_waiting) return refused("a further file waits for its receipt: cancel it first");
    }
    TRY_LET(further, further_of(desk.connection, desk.forms, first->family));
    if (further.empty()) return refused("nothing came since: the other health centre has it all");
    Crossing crossing = *first;
    crossing.state = CrossingState::Open;
    crossing.ended_at.reset();
    crossing.began_by = actor;
    TRY_LET(draft, draft_of(session, std::move(crossing)));
    draft.file.lines = std::move(further.lines);
    draft.records = std::move(further.records);
    draft.changes = std::move(further.changes);
    TRY_LET(sealed, keep_draft(session, draft, keep));
    TRY(transaction.commit());
    return sealed;
}

Result<Closed> confirm(const Desk& desk, std::string_view receipt, const std::string& actor) {
    const auto typed = crypto::plain_code(base::trimmed(receipt));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY_LET(found, server_store::crossing_of_receipt(
                       desk.connection, crypto::token_hash(typed.ok() ? typed.value() : "")));
    if (!found) {
        return Error{ErrorCode::NotFound,
                     "no move waits for this receipt; compare its letters with the other centre"};
    }
    TRY(check_closable(*found));
    Closed closed;
    TRY(server_store::end_crossing(desk.connection, found->id, CrossingState::Closed, session.now));
    TRY_LET(count,
            found->is_further() ? take_followers(session, *found) : send_outside(session, *found));
    closed.records = count;
    TRY_LET(rest, further_of(desk.connection, desk.forms, found->family));
    closed.to_follow = static_cast<std::int64_t>(rest.lines.size());
    closed.crossing = std::move(*found);
    closed.crossing.state = CrossingState::Closed;
    TRY(server_store::audit(desk.connection,
                            {session.now, actor, "move_out_closed", closed.crossing.record,
                             closed.crossing.id + ", " + std::to_string(count) + " records"}));
    TRY(transaction.commit());
    return closed;
}

Status cancel(const Desk& desk, const std::string& id, const std::string& reason,
              const std::string& actor) {
    TRY(joining::check_reason(reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY_LET(found, server_store::find_crossing(desk.connection, id));
    if (!found || !found->is_out) return Error{ErrorCode::NotFound, "there is no such move"};
    if (found->state == CrossingState::Cancelled) return refused("this move was cancelled before");
    const bool is_closed = found->state == CrossingState::Closed;
    if (is_closed && found->is_further())
        return refused("this file has arrived; it cannot go back");
    if (is_closed) TRY(bring_back(session, *found));
    TRY(server_store::end_crossing(desk.connection, id, CrossingState::Cancelled, session.now));
    TRY(server_store::audit(desk.connection, {session.now, actor, "move_out_cancelled",
                                              found->record, id + ": " + reason}));
    return transaction.commit();
}

}  // namespace crossing
