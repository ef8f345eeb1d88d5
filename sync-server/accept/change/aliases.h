// Whom a record that was joined into another one means (SYNC 17).
#pragma once

#include "shared/db/connection.h"

#include <string>

namespace accept {

// Follows merged_into to its end; the id itself if it leads nowhere.
base::Result<std::string> canonical(db::Connection& connection, std::string id);

}  // namespace accept
