// The first page: what there is to do, as far as this person may.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes home_routes();

}  // namespace console
