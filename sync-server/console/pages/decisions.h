// What became of everything that was decided: pairs, conflicts, waiting changes, on one page.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes decision_routes();

}  // namespace console
