// The posyandu of the health centre: list, adding one, giving one another name.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes unit_routes();

}  // namespace console
