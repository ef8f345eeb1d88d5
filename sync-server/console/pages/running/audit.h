// Who did what with power over persons' data, to be searched.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes audit_routes();

}  // namespace console
