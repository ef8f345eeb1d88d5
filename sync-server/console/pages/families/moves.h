// Families that go to another health centre, and that come from one (SYNC 16).
#pragma once

#include "sync-server/console/page.h"
#include "sync-server/console/routes.h"

namespace console {

Routes move_out_routes();  // the list of moves, a family that goes, the receipt that comes back
Routes move_in_routes();   // a file that came: looking at it, taking all of it

// Beside a record of somebody who is moving, or has: to where. Empty: nobody is.
Result<Html> moving_note(const Visit& visit, const std::string& record);

}  // namespace console
