#include "sync-server/console/pages/arrived/closed_laptop.h"

#include "sync-server/accept/change/scope.h"
#include "sync-server/console/pages/decided.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/devices.h"

#include <algorithm>

namespace console {

using html::all;
using server_store::Device;
using server_store::User;

namespace {

// The laptop itself, or all that its user has.
Result<Html> when_and_why(const Visit& visit, const Device& device, const User& user) {
    server_store::AuditSearch search;
    search.what = device.is_revoked ? "device_revoke" : "user_disable";
    search.subject = device.is_revoked ? device.id.text() : user.id.text();
    TRY_LET(found, server_store::search_audit(visit.connection, search, 0, 1));
    if (found.empty()) return Html(tr("shut out"));
    const server_store::Audited& closing = found.front();
    TRY_LET(by, decided_by(visit, closing.actor));
    const Html line = all(time_text(visit, closing.at), ", ", by);
    return closing.reason.empty() ? line : all(line, ": ", html::name(closing.reason, 300));
}

Result<bool> has_another(const Visit& visit, const User& user, std::string_view unit) {
    TRY_LET(units, server_store::units_of(visit.connection, user.id));
    const bool is_hers = std::any_of(units.begin(), units.end(),
                                     [&](const protocol::Unit& each) { return each.code == unit; });
    if (!is_hers) return false;
    TRY_LET(devices, server_store::devices(visit.connection));
    return std::any_of(devices.begin(), devices.end(), [&](const Device& each) {
        return each.user == user.id && !accept::is_shut_out(each, user);
    });
}

}  // namespace

Result<std::optional<ClosedLaptop>> closed_laptop(const Visit& visit, std::int64_t device_no,
                                                  std::string_view unit) {
    TRY_LET(device, server_store::find_device_by_no(visit.connection, device_no));
    if (!device || device->id.text() == server_store::kConsoleDevice) {
        return std::optional<ClosedLaptop>();
    }
    TRY_LET(user, server_store::find_user(visit.connection, device->user));
    if (!user || !accept::is_shut_out(*device, *user)) return std::optional<ClosedLaptop>();
    ClosedLaptop closed;
    TRY_LET(told, when_and_why(visit, *device, *user));
    closed.when_and_why = told;
    TRY_LET(another, has_another(visit, *user, unit));
    closed.has_another_here = another;
    return std::optional(std::move(closed));
}

std::string who_tells(const std::optional<ClosedLaptop>& closed, bool is_taken) {
    if (!closed) {
        return is_taken ? tr("The cadre sees it at her next sync.")
                        : tr("The cadre reads why at her next sync.");
    }
    if (is_taken && closed->has_another_here) {
        return tr("The cadre's other laptop shows it at its next sync.");
    }
    return tr(
        "The cadre's laptop is shut out and shows nothing more: tell her by telephone or "
        "when you meet.");
}

}  // namespace console
