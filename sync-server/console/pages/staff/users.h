// The people of the health centre: list, adding one with her slip, code, role, posyandu, shutting
// out.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes user_routes();

}  // namespace console
