// Where the commands of a health centre write: as its pages do, through accept's desk.
#pragma once

#include "sync-server/accept/desk/desk.h"
#include "sync-server/app/centre.h"

namespace server_app {

inline accept::Desk desk_of(Centre& centre) {
    return accept::Desk{centre.connection, centre.forms, centre.clock, centre.random};
}

}  // namespace server_app
