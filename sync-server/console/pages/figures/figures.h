// The month at a glance: the figures with charts and tables, and the people behind each of them.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes figure_routes();

}  // namespace console
