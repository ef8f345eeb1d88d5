// Puts a backup in the place of the present database, as a new epoch (SYNC 22).
#pragma once

#include "shared/base/clock.h"
#include "sync-server/backup/making.h"

#include <string>

namespace backup {

struct Restored {
    Label label;
    server_store::Holdings held;
    std::int64_t epoch = 0;     // that begins now
    std::int64_t erased = 0;    // records taken out again, as the lists say (kept_lists.h)
    std::int64_t shut_out = 0;  // laptops and users shut out again
    // false: nothing told who was, since the backup
    bool knows_erased = true;
    bool knows_shut_out = true;
    std::vector<std::string> decided_since = {};  // kinds of the audit: not in what was restored
    std::vector<std::string> settings = {};       // files that came back with it
    std::string aside;  // where the database of before stands; empty: there was none
};

// Needs the folder alone (Hold::alone), which exists. Until everything is ready nothing of what
// stands is touched; the present database is put aside, never removed.
Result<Restored> restore(const std::string& file, const std::string& data,
                         const crypto::BoxKey& key, const base::Clock& clock);

}  // namespace backup
