// An epoch is begun once (SYNC 22). Which were is known beside the database too: an older database
// that was put back by hand has forgotten those that its laptops know.
#pragma once

#include "shared/db/connection.h"

#include <cstdint>
#include <functional>

namespace accept {

// Where it is known (backup/epochs.h). Empty: nowhere but in the database.
struct EpochsBeside {
    std::function<base::Result<std::int64_t>()> highest;
    std::function<base::Status(std::int64_t)> keep;
};

// Begins one after `known`, after the database's own and after all that are known beside it; there
// it is kept before this returns, so that a commit that fails leaves a gap, and no epoch twice.
base::Result<std::int64_t> begin_epoch_after(db::Connection& connection, std::int64_t known,
                                             const EpochsBeside& beside);

}  // namespace accept
