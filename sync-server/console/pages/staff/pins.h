// A forgotten PIN: the request of a laptop goes in, its answer comes out.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes pin_routes();

}  // namespace console
