// While the server runs: lists whose bringing in was broken off are taken back part by part, each
// in its turn, so that laptops write in between.
#pragma once

#include "sync-server/accept/desk/desk.h"
#include "sync-server/app/serving/turn.h"

namespace server_app {

base::Status clear_broken_lists(const accept::Desk& desk, Turn& turn);

}  // namespace server_app
