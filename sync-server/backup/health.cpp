#include "sync-server/backup/health.h"

#include "shared/base/json.h"
#include "sync-server/store/meta.h"

#include <algorithm>

namespace backup {

using base::Done;
using base::Result;
using base::Status;

namespace {

constexpr std::string_view kEvery = "backup_every_ms";
constexpr std::string_view kSince = "backup_since";
constexpr std::string_view kFolder = "backup_folder";
constexpr std::string_view kKeep = "backup_keep";

Result<std::int64_t> number_in(db::Connection& connection, std::string_view key) {
    TRY_LET(text, server_store::meta(connection, key));
    return base::json::integer_of(text).value_or(0);
}

}  // namespace

Result<ScheduleFacts> schedule_facts(db::Connection& connection) {
    ScheduleFacts facts;
    TRY_LET(folder, server_store::meta(connection, kFolder));
    facts.folder = folder;
    TRY_LET(keep, number_in(connection, kKeep));
    facts.keep = keep;
    TRY_LET(every, number_in(connection, kEvery));
    facts.every_ms = every;
    TRY_LET(since, number_in(connection, kSince));
    facts.since = {since};
    return facts;
}

Status write_schedule(db::Connection& connection, const ScheduleFacts& facts) {
    TRY(server_store::set_meta(connection, kSince, std::to_string(facts.since.unix_ms)));
    TRY(server_store::set_meta(connection, kFolder, facts.folder));
    TRY(server_store::set_meta(connection, kKeep, std::to_string(facts.keep)));
    return server_store::set_meta(connection, kEvery, std::to_string(facts.every_ms));
}

Status forget_schedule(db::Connection& connection) {
    TRY_LET(facts, schedule_facts(connection));
    if (facts.every_ms == 0) return Done{};
    return write_schedule(connection, {});
}

Result<Health> health_of(db::Connection& connection, base::Instant now) {
    Health health;
    TRY_LET(offered, server_store::offered_backups(connection));
    TRY_LET(last, server_store::last_backup(connection));
    TRY_LET(schedule, schedule_facts(connection));
    health.offered = static_cast<std::int64_t>(offered.size());
    if (!offered.empty()) health.last_verified = offered.front();
    health.last = last;
    health.schedule = schedule;
    const std::int64_t since = schedule.since.unix_ms;
    const std::int64_t newest =
        health.last_verified ? std::max(since, health.last_verified->made_at.unix_ms) : since;
    health.is_overdue = schedule.every_ms > 0 && now.unix_ms - newest > 2 * schedule.every_ms;
    return health;
}

}  // namespace backup
