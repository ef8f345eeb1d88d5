// One's own account: password, signing out.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes account_routes();

}  // namespace console
