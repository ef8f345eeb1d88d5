#include "sync-server/accept/joining/moving.h"

#include "sync-server/accept/change/relocating.h"
#include "sync-server/accept/desk/refused.h"
#include "sync-server/accept/joining/families.h"
#include "sync-server/accept/joining/seen.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

namespace joining {

using accept::refused;
using base::Done;
using base::Error;
using base::ErrorCode;
using records::Record;

namespace {

constexpr std::string_view kPerson = "person";
constexpr std::string_view kHousehold = "household";

Result<Record> mover(db::Connection& connection, const std::string& id) {
    TRY_LET(stored, server_store::find_record(connection, id));
    if (!stored) return Error{ErrorCode::NotFound, "no such person or household is here"};
    const Record& record = stored->record;
    if (record.type != kPerson && record.type != kHousehold) {
        return refused("only a household or a person can move");
    }
    if (record.unit == server_store::kOutside) {
        return refused("this family has gone to another health centre");
    }
    if (!record.fields.text("merged_into").empty()) {
        return refused("this record was joined with another; move that one");
    }
    return record;
}

Status check_destination(db::Connection& connection, const MoveRequest& request,
                         const Record& record) {
    TRY_LET(has_unit, server_store::has_unit(connection, request.to));
    if (!has_unit) return Error{ErrorCode::NotFound, "there is no unit " + request.to};
    if (record.unit == request.to) return refused("it is of that unit already");
    if (request.into.empty()) return Done{};
    if (record.type != kPerson) return refused("only a person moves into a household");
    TRY_LET(home, server_store::find_record(connection, request.into));
    const bool is_there = home && home->record.type == kHousehold &&
                          home->record.unit == request.to &&
                          home->record.fields.text("merged_into").empty();
    if (is_there) return Done{};
    return refused("the household that she moves into is not one of that unit");
}

Result<MovePlan> plan(db::Connection& connection, const MoveRequest& request) {
    TRY_LET(record, mover(connection, request.record));
    TRY(check_destination(connection, request, record));
    TRY_LET(persons, movers_of(connection, record, request.with_children));
    TRY_LET(belongings, belongings_of(connection, persons));
    MovePlan found{record.unit, request.to, std::move(belongings.going),
                   std::move(belongings.staying)};
    return found;
}

// A person alone lives in another household from then on.
Status settle_in(accept::Session& session, const MoveRequest& request, const MovePlan& plan) {
    std::string home = request.into;
    if (home.empty()) {
        TRY_LET(made, new_household(session, request.to, request.reason));
        home = made;
    }
    base::Fields lives_in;
    lives_in.set("household_id", home);
    for (const Record& each : plan.going) {
        if (each.type != kPerson) continue;
        TRY_LET(stored, server_store::find_record(session.connection, each.id.text()));
        CHECK(stored.has_value());  // moved a moment ago
        TRY(write_at_desk(session, desk_change(session, stored->record, lives_in, request.reason)));
    }
    return Done{};
}

// Before any month that could count them, also by what laptops bring later.
constexpr const char* kAlways = "0001-01-01";

// Who never lived where she was written counts in the other from the day that she came there, so
// that what was before stands; who was first written there, always.
Result<std::string> since_of(accept::Session& session, const MoveRequest& request,
                             const std::string& record) {
    if (!request.never_lived_there) {
        return base::to_text(request.on.value_or(session.today));
    }
    TRY_LET(moves, server_store::moves_of(session.connection, record));
    return moves.empty() ? std::string(kAlways) : moves.back().since;
}

Status carry(accept::Session& session, const MoveRequest& request, const MovePlan& plan) {
    for (const Record& each : plan.going) {
        TRY_LET(stored, server_store::find_record(session.connection, each.id.text()));
        CHECK(stored.has_value());  // the plan was made in this transaction
        if (stored->record.unit == request.to) continue;
        TRY_LET(since, since_of(session, request, each.id.text()));
        TRY(relocate(session, *stored, request.to, since));
    }
    if (plan.going.front().type == kPerson) TRY(settle_in(session, request, plan));
    return release_waiting(session, plan.going);
}

// "P1 to P2, 3 records: why"
std::string noted(const MoveRequest& request, const MovePlan& plan) {
    return plan.from + " to " + plan.to + ", " + std::to_string(plan.going.size()) +
           " records: " + request.reason;
}

}  // namespace

std::optional<NotedMove> noted_move(std::string_view audit_reason) {
    const auto to = audit_reason.find(" to ");
    const auto comma = audit_reason.find(", ", to);
    const auto colon = audit_reason.find(": ", comma);
    if (colon == std::string_view::npos) return std::nullopt;
    return NotedMove{std::string(audit_reason.substr(0, to)),
                     std::string(audit_reason.substr(to + 4, comma - to - 4)),
                     std::string(audit_reason.substr(colon + 2))};
}

Result<MovePlan> plan_move(const Desk& desk, const MoveRequest& request) {
    return plan(desk.connection, request);
}

Result<std::int64_t> move(const Desk& desk, const MoveRequest& request) {
    TRY(check_reason(request.reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    if (request.on && *request.on > session.today) return refused("that day is yet to come");
    TRY(check_seen(desk.connection, request.seen));
    TRY_LET(made, plan(desk.connection, request));
    TRY(carry(session, request, made));
    const auto count = static_cast<std::int64_t>(made.going.size());
    TRY(server_store::audit(desk.connection, {session.now, request.actor, "move", request.record,
                                              noted(request, made)}));
    TRY(transaction.commit());
    return count;
}

}  // namespace joining
