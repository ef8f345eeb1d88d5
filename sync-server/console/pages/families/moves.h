// Families that go to another posyandu of ours (SYNC 15) or to another health centre, and that come
// from one (SYNC 16).
#pragma once

#include "shared/records/record.h"
#include "sync-server/console/page.h"
#include "sync-server/console/routes.h"

namespace console {

Routes move_out_routes();     // the list of moves, a family that goes, the receipt that comes back
Routes move_in_routes();      // a file that came: looking at it, taking all of it
Routes move_within_routes();  // between two posyandu

// On the page of two that two posyandu have: each way to one posyandu. Empty: they are of one.
Html bringing_together(const Visit& visit, const records::Record& one,
                       const records::Record& other);

// On a page about a household or a person: her id, and the forms that move her, filled in.
Html number_and_moves(const Visit& visit, const records::Record& mover);

// Beside a record of somebody who is moving, or has: to where. Empty: nobody is.
Result<Html> moving_note(const Visit& visit, const std::string& record);

}  // namespace console
