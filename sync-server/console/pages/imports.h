// Bringing in a spreadsheet: choosing the file, looking at what each row becomes, taking all of it
// or nothing, taking it back.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes import_routes();        // the list of what was brought in, and a new file
Routes import_draft_routes();  // the file being looked at

}  // namespace console
