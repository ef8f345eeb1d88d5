// Changes that could not be taken: the whole of each, mended here, sent back, accepted or refused
// with a reason (SYNC 12).
#pragma once

#include "sync-server/console/pages/work_list.h"
#include "sync-server/console/routes.h"

namespace console {

Routes quarantine_routes();
WorkList changes_to_mend();

}  // namespace console
