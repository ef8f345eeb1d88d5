// The backups: how old the last verified one is, which there are, and making one now.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes backup_routes();

}  // namespace console
