// Closing a month, opening it again with a reason, and what differs since.
#pragma once

#include "sync-server/console/routes.h"

#include <vector>

namespace console {

Routes month_routes();
// Of the last three that are over and had anything in them.
Result<std::vector<base::Month>> months_to_close(const Visit& visit);

}  // namespace console
