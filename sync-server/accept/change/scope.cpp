#include "sync-server/accept/change/scope.h"

#include "sync-server/store/people/former_units.h"
#include "sync-server/store/records/moves.h"

#include <algorithm>

namespace accept {

namespace {

Result<std::vector<server_store::FormerUnit>> former_units(Session& session,
                                                           const server_store::Device& device) {
    return server_store::former_units(session.connection, device.user, device.no,
                                      device.incarnation);
}

// Hers now, or hers as far as her laptop knew when it gave the change its number.
Result<bool> is_hers(Session& session, const Author& author, std::int64_t n,
                     const std::string& unit) {
    if (author.units.count(unit) != 0) return true;
    TRY_LET(former, former_units(session, author.device));
    return std::any_of(former.begin(), former.end(), [&](const server_store::FormerUnit& each) {
        return each.unit == unit && n <= each.last_n.value_or(n);
    });
}

}  // namespace

bool may_have_laptop(const server_store::User& user) {
    return user.role == "KADER" || user.role == "BIDAN" || user.role == "KOORD";
}

bool is_shut_out(const server_store::Device& device, const server_store::User& user) {
    return device.is_revoked || user.is_disabled || !may_have_laptop(user);
}

Result<bool> is_in_scope(Session& session, const Author& author, std::int64_t n,
                         const records::Change& change,
                         const std::optional<server_store::StoredRecord>& standing) {
    if (!standing) return is_hers(session, author, n, change.unit);
    const records::Record& record = standing->record;
    TRY_LET(is_now, is_hers(session, author, n, record.unit));
    if (is_now) return true;
    TRY_LET(moves, server_store::moves_of(session.connection, record.id.text()));
    if (moves.empty()) return false;
    return is_hers(session, author, n, server_store::unit_at(moves, change.base, record.unit));
}

Result<bool> is_any_unit_open(Session& session) {
    TRY_LET(former, former_units(session, session.device));
    return std::any_of(former.begin(), former.end(),
                       [](const server_store::FormerUnit& each) { return !each.last_n; });
}

Status note_last_n(Session& session, std::int64_t last_n) {
    TRY_LET(former, former_units(session, session.device));
    for (const server_store::FormerUnit& each : former) {
        if (each.last_n) continue;
        TRY(server_store::set_last_n(session.connection, each.unit, session.device.no,
                                     session.device.incarnation, last_n));
    }
    return base::Done{};
}

}  // namespace accept
