// Backups while the server runs: one at once if none is young enough, then one every so often. One
// that failed is logged and tried again soon. Its own thread and connections; laptops do not wait.
#pragma once

#include "shared/db/connection.h"
#include "sync-server/backup/making.h"

#include <memory>
#include <optional>
#include <thread>

namespace server_app {

struct Schedule {
    backup::Order order;
    std::int64_t every_ms = 0;
};

class BackupSchedule {
public:
    // Says in the database that there is a schedule, so that `check` knows what to expect.
    static base::Result<std::unique_ptr<BackupSchedule>> start(db::Connection& connection,
                                                               const Schedule& schedule);
    // Stops a backup that is being made, between two of its pieces.
    ~BackupSchedule();
    BackupSchedule(const BackupSchedule&) = delete;
    BackupSchedule& operator=(const BackupSchedule&) = delete;

private:
    BackupSchedule(Schedule schedule, std::int64_t first_wait_ms);
    void run(const std::stop_token& stop);
    bool back_up(const std::stop_token& stop);

    Schedule schedule_;
    std::int64_t first_wait_ms_;
    base::SystemClock clock_;
    std::jthread thread_;
};

// The server was started without one.
base::Status forget_schedule(db::Connection& connection);

// How the backups are: what `check` says of them.
struct BackupHealth {
    std::optional<server_store::Backup> last_verified;
    std::optional<server_store::Backup> last;  // whatever came of it
    std::int64_t offered = 0;
    std::int64_t every_ms = 0;  // 0: no schedule
    bool is_overdue = false;    // older than twice the schedule
};
base::Result<BackupHealth> backup_health(db::Connection& connection, base::Instant now);

}  // namespace server_app
