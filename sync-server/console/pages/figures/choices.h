// What the forms leave to the district: how it reads them, chosen for the whole health centre.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes choice_routes();

}  // namespace console
