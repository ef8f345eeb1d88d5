// Reports as files: which month, which tables, in which form; what is missing is said before, and
// travels in the file.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes report_routes();

}  // namespace console
