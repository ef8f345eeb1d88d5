#include "sync-server/app/serving/backup_schedule.h"

#include "shared/base/log.h"
#include "sync-server/backup/health.h"
#include "sync-server/backup/recovery_code.h"
#include "sync-server/backup/shelf.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace server_app {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Status;
using server_store::Backup;

namespace {

constexpr std::int64_t kAgainMs = 10LL * 60 * 1000;

Status remember_schedule(db::Connection& connection, const Schedule& schedule, Instant now) {
    TRY_LET(known, backup::schedule_facts(connection));
    const Instant since = known.since.unix_ms == 0 ? now : known.since;
    return backup::write_schedule(
        connection, {schedule.order.folder, static_cast<std::int64_t>(schedule.order.keep),
                     schedule.every_ms, since});
}

// A backup of tomorrow says that a clock was wrong, not that there is time.
std::int64_t wait_for_next(const std::optional<Backup>& last, std::int64_t every_ms, Instant now) {
    if (!last) return 0;
    const std::int64_t age = now.unix_ms - last->made_at.unix_ms;
    return age < 0 ? 0 : std::max<std::int64_t>(0, every_ms - age);
}

}  // namespace

Result<std::unique_ptr<BackupSchedule>> BackupSchedule::start(db::Connection& connection,
                                                              const Schedule& schedule) {
    const Instant now = base::SystemClock().now();
    TRY_LET(key, backup::find_key(schedule.order.data));
    if (!key) {
        return Error{ErrorCode::Usage,
                     "this health centre has no backup key yet; run kawan-server backup once "
                     "before: it shows the recovery code, which belongs on paper"};
    }
    TRY(remember_schedule(connection, schedule, now));
    if (const auto hold = backup::Hold::of_backups(schedule.order.data); hold.ok()) {
        backup::remove_unfinished(schedule.order.folder);  // what a killed server was writing
    }
    TRY_LET(health, backup_health(connection, now));
    const std::int64_t wait = wait_for_next(health.last_verified, schedule.every_ms, now);
    return std::unique_ptr<BackupSchedule>(new BackupSchedule(schedule, wait));
}

BackupSchedule::BackupSchedule(Schedule schedule, std::int64_t first_wait_ms)
    : schedule_(std::move(schedule)),
      first_wait_ms_(first_wait_ms),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

BackupSchedule::~BackupSchedule() = default;  // the thread is asked to stop, and waited for

void BackupSchedule::run(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any woken;
    std::int64_t wait = first_wait_ms_;
    while (!stop.stop_requested()) {
        std::unique_lock lock(mutex);
        woken.wait_for(lock, stop, std::chrono::milliseconds(wait), [] { return false; });
        if (stop.stop_requested()) return;
        const bool is_made = back_up(stop);
        wait = is_made ? schedule_.every_ms : std::min(schedule_.every_ms, kAgainMs);
    }
}

bool BackupSchedule::back_up(const std::stop_token& stop) {
    auto made =
        backup::make_backup(schedule_.order, clock_, [&stop] { return stop.stop_requested(); });
    if (stop.stop_requested() && !made.ok()) return false;
    if (!made.ok()) {
        base::log::error("a backup failed, older ones stay: " + made.error().message);
        return false;
    }
    base::log::info("made and verified a backup of " + std::to_string(made.value().backup.changes) +
                    " changes, " + std::to_string(made.value().backup.bytes) + " bytes");
    return true;
}

Status forget_schedule(db::Connection& connection) {
    return backup::forget_schedule(connection);
}

Result<BackupHealth> backup_health(db::Connection& connection, Instant now) {
    TRY(backup::forget_missing(connection, now));
    TRY_LET(health, backup::health_of(connection, now));
    return BackupHealth{health.last_verified, health.last, health.offered, health.schedule.every_ms,
                        health.is_overdue};
}

}  // namespace server_app
