// Values that two sides wrote apart: seen side by side, decided by a person (SYNC 8-11).
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes conflict_routes();

}  // namespace console
