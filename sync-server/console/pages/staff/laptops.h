// The laptops that are enrolled here: when each was seen, its clock and version; shutting one out;
// stopping all sending for a while.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes laptop_routes();

}  // namespace console
