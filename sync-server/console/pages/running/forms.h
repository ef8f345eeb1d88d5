// The forms in force: a new version is uploaded, checked, compared with the one in force, and
// published.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes form_routes();

}  // namespace console
