// How the backups are: what `check` and the health centre's page say of them.
#pragma once

#include "sync-server/store/keeping/backups.h"

#include <optional>
#include <string>

namespace backup {

// The schedule that the server was started with, as it wrote it down. `every_ms` 0: none.
struct ScheduleFacts {
    std::string folder;
    std::int64_t keep = 0, every_ms = 0;
    base::Instant since;  // when it was first kept
};
base::Result<ScheduleFacts> schedule_facts(db::Connection& connection);
base::Status write_schedule(db::Connection& connection, const ScheduleFacts& facts);
base::Status forget_schedule(db::Connection& connection);

struct Health {
    std::optional<server_store::Backup> last_verified;
    std::optional<server_store::Backup> last;  // whatever came of it
    std::int64_t offered = 0;
    ScheduleFacts schedule;
    bool is_overdue = false;  // older than twice the schedule
};
// Reads only: whether the files are still there is forget_missing's word (shelf.h).
base::Result<Health> health_of(db::Connection& connection, base::Instant now);

}  // namespace backup
