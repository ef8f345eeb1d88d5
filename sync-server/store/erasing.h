// Lawful erasure applied to a database that knows nothing of it yet: one restored from a backup
// that was made before (SYNC 23). The list of ids is kept outside the database.
#pragma once

#include "shared/db/connection.h"

#include <string>
#include <vector>

namespace server_store {

using base::Result;
using base::Status;

// Takes the records out with everything that was said of them; of their changes only number, hash
// and the outcome `erased` stay. How many of the ids were here.
Result<std::int64_t> apply_erased(db::Connection& connection, const std::vector<std::string>& ids);

}  // namespace server_store
