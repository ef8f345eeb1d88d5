// Lawful erasure (SYNC 23): first what would go, then with a reason.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes erasure_routes();

}  // namespace console
