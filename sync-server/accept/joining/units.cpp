#include "sync-server/accept/joining/units.h"

#include "sync-server/accept/change/waiting.h"
#include "sync-server/accept/joining/seen.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/former_units.h"
#include "sync-server/store/people/people.h"

#include <algorithm>
#include <set>
#include <utility>

namespace joining {

using base::Done;
using base::Error;
using base::ErrorCode;

namespace {

Result<bool> has(db::Connection& connection, const std::string& user, const std::string& unit) {
    TRY_LET(units, server_store::units_of(connection, base::UserId(user)));
    return std::any_of(units.begin(), units.end(),
                       [&](const protocol::Unit& each) { return each.code == unit; });
}

Status check_known(db::Connection& connection, const std::string& user, const std::string& unit) {
    TRY_LET(known, server_store::find_user(connection, base::UserId(user)));
    if (!known) return Error{ErrorCode::NotFound, "there is no such user"};
    TRY_LET(has_unit, server_store::has_unit(connection, unit));
    if (!has_unit) return Error{ErrorCode::NotFound, "there is no unit " + unit};
    return Done{};
}

// What she wrote for the unit before it was hers waited for this.
Status release_hers(accept::Session& session, const std::string& user) {
    TRY_LET(open, server_store::open_quarantine(session.connection));
    std::set<std::pair<std::int64_t, std::string>> waiting;
    for (const server_store::Quarantined& each : open) {
        if (!each.record.empty()) waiting.emplace(each.device, each.record);
    }
    for (const auto& each : waiting) {
        TRY_LET(device, server_store::find_device_by_no(session.connection, each.first));
        if (!device || device->user.text() != user) continue;
        TRY(accept::release_what_passes(session, *device, each.second));
    }
    return Done{};
}

Status give(accept::Session& session, const UnitRequest& request) {
    db::Connection& connection = session.connection;
    TRY(check_known(connection, request.user, request.unit));
    TRY_LET(is_hers, has(connection, request.user, request.unit));
    if (is_hers) return Error{ErrorCode::Refused, "that posyandu is this user's already"};
    TRY(server_store::add_user_unit(connection, base::UserId(request.user), request.unit));
    TRY(release_hers(session, request.user));
    return server_store::audit(connection, {session.now, request.actor, "user_unit_add",
                                            request.user, request.unit + ": " + request.reason});
}

Status take(accept::Session& session, const UnitRequest& request) {
    db::Connection& connection = session.connection;
    TRY(check_known(connection, request.user, request.unit));
    TRY_LET(is_hers, has(connection, request.user, request.unit));
    if (!is_hers) return Error{ErrorCode::Refused, "that posyandu is not this user's"};
    TRY(server_store::remove_user_unit(connection, base::UserId(request.user), request.unit));
    return server_store::audit(connection, {session.now, request.actor, "user_unit_remove",
                                            request.user, request.unit + ": " + request.reason});
}

using Act = Status (*)(accept::Session&, const UnitRequest&);

Status in_transaction(const Desk& desk, const UnitRequest& request, Act act) {
    TRY(accept::check_desk_text({}, request.reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY(act(session, request));
    return transaction.commit();
}

}  // namespace

Status give_unit(const Desk& desk, const UnitRequest& request) {
    return in_transaction(desk, request, give);
}

Status take_unit(const Desk& desk, const UnitRequest& request) {
    return in_transaction(desk, request, take);
}

Status hand_over(const Desk& desk, const UnitRequest& from, const std::string& to_user) {
    TRY(accept::check_desk_text({}, from.reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    UnitRequest to = from;
    to.user = to_user;
    TRY_LET(has_already, has(desk.connection, to_user, from.unit));
    TRY(take(session, from));
    if (!has_already) TRY(give(session, to));
    return transaction.commit();
}

}  // namespace joining
