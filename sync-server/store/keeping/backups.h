// The backups made of this database: which can be restored still, and what that makes safe.
#pragma once

#include "sync-server/store/keeping/holdings.h"

#include "shared/base/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Instant;
using base::Status;

inline constexpr std::string_view kVerified = "verified";

struct Backup {
    std::int64_t no = 0;
    std::string file;
    Instant made_at;
    std::optional<Instant> verified_at;  // absent: it failed
    std::string result;                  // kVerified, or why it failed
    std::int64_t bytes = 0;
    std::int64_t changes = 0;
};

// `held`: what it holds of each device.
Status add_backup(db::Connection& connection, const Backup& backup,
                  const std::map<std::string, DeviceHolding>& held);
// Failed attempts, but for the last ones.
Status forget_failed_backups(db::Connection& connection, std::int64_t keep);
// Verified ones that can be restored still, the newest first.
Result<std::vector<Backup>> offered_backups(db::Connection& connection);
// The last that was tried, whatever came of it.
Result<std::optional<Backup>> last_backup(db::Connection& connection);
Status set_backup_removed(db::Connection& connection, std::int64_t no, Instant now);

// Up to which n every backup on offer holds this device's changes; 0 when there is none (SYNC 21).
Result<std::int64_t> safe_of(db::Connection& connection, std::string_view device);

}  // namespace server_store
