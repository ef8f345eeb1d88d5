// Mothers and babies who stay somewhere for a while, and where each of them counts.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes resident_routes();

}  // namespace console
