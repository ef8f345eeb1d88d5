// Lawful erasure (SYNC 23): which records are erased for good, and taking them out.
//
// The list of ids is kept outside the database and its backups; a database that knows nothing of
// them yet, one restored from a backup, gets them by apply_erased.
#pragma once

#include "shared/db/connection.h"
#include "shared/records/record.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Result;
using base::Status;

// Takes the records out with everything that was said of them, also by changes in quarantine that
// name them; of the changes only number, hash and the outcome `erased` stay, and their devices hear
// it. Each unit whose laptops may hold a record gets a tombstone in its feed, and its agreement
// stays true. Who was in a family with them is counted anew. Ids that are erased already are passed
// over. How many of the ids were here.
Result<std::int64_t> apply_erased(db::Connection& connection, const std::vector<std::string>& ids);

// A new record that is not taken because it names an erased one: what follows it is not either.
Status mark_erased(db::Connection& connection, std::string_view id);

Result<bool> has_erased(db::Connection& connection);  // any at all
Result<bool> is_erased(db::Connection& connection, std::string_view id);
Result<std::vector<std::string>> erased_ids(db::Connection& connection);
// Does the line of a change that cannot be read name one?
Result<bool> names_erased(db::Connection& connection, std::string_view line);

struct Tombstone {
    std::string id;
    std::int64_t seq = 0;
    std::string to;              // it went to that unit; empty: erased
    records::Revision revision;  // that it got by going there
};
// In the unit's feed beyond `after`, in order: of what was erased, and of what moved away.
Result<std::vector<Tombstone>> tombstones(db::Connection& connection, std::string_view unit,
                                          std::int64_t after);

// Changes in quarantine that name one of the records, or are to one.
Result<std::int64_t> count_quarantined_naming(db::Connection& connection,
                                              const std::vector<std::string>& ids);

}  // namespace server_store
