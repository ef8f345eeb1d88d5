// Has a way to the network appeared or changed? Asked of this machine only; nothing is sent.
#pragma once

#include <string>

namespace client_app {

// The addresses that this machine has beside its own loopback, sorted; empty: no network. Another
// text than before means another way to the outside.
std::string network_here();

}  // namespace client_app
