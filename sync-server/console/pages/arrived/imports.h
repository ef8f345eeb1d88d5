// Bringing in a spreadsheet: choosing the file, looking at what each row becomes, taking all of it
// or nothing, taking it back.
#pragma once

#include "sync-server/console/routes.h"
#include "sync-server/importing/taking.h"

namespace console {

Routes import_routes();  // the list of what was brought in, and a new file
// Part by part, with laptops in between.
importing::Alone alone_in(const Visit& visit);
Routes import_draft_routes();  // the file being looked at

}  // namespace console
