// What no restore may forget: who was lawfully erased (SYNC 23), and which laptops and users were
// shut out (SYNC 24). Ids only, in files of the data folder and beside the backups, since the
// database that is restored is older than some of it, and a data folder may be lost with its disk.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace backup {

using base::Result;
using base::Status;

struct KeptLists {
    std::set<std::string> erased;   // records
    std::set<std::string> devices;  // shut out
    std::set<std::string> users;    // the same
    // A list told of them that could be read, or the present database, if it is of this health
    // centre and not of an older program than the backup.
    bool knows_erased = false;
    bool knows_shut_out = false;
    bool operator==(const KeptLists&) const = default;
};

// After somebody was erased or shut out, and after a backup: into the data folder, and beside every
// backup on offer whose disk is there. What cannot be written is said in the log; the next backup
// writes it.
void keep_lists(db::Connection& connection, const std::string& data);

// All that the data folder, its present database (if it can be read) and the folder of the backup
// tell of; kept in the data folder from now on, but no empty list of what nobody told. A list that
// is there and cannot be read is an error: nobody comes back by it, and nothing is written over it.
// `unpacked`: the backup's database, as it was made.
Result<KeptLists> lists_for_restore(const std::string& data, const std::string& backup_file,
                                    const std::string& unpacked);

// In a restored database: they are out again. How many were in.
Result<std::int64_t> shut_out_again(db::Connection& connection, const KeptLists& lists,
                                    base::Instant now);

// What was decided of users and laptops after the backup, as the present database tells it: the
// restored one knows nothing of it. Words for the audit, each once; empty if it cannot be read.
std::vector<std::string> decided_since(const std::string& data, base::Instant made_at);

}  // namespace backup
