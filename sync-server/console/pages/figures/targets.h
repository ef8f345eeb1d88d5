// Targets of a posyandu or village: whom a coverage is of, entered at the health centre.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes target_routes();

}  // namespace console
