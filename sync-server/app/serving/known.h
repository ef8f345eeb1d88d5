// Whether somebody is one of ours, by the head of a request: an enrolled laptop's token, or the
// session of who signed in. For the listener, which holds little for strangers.
#pragma once

#include "sync-server/accept/service.h"
#include "sync-server/http/server.h"

#include <string>

namespace server_app {

// On a connection of its own to `database`; `service` outlives it.
http::IsKnown known_in(const accept::Service& service, const std::string& database);

}  // namespace server_app
