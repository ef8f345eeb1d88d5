// When sending is tried again by itself.
#pragma once

#include "client/screens/ports/sync.h"
#include "shared/base/random.h"

#include <cstdint>

namespace client_app {

inline constexpr std::int64_t kNextRoundMs = 30 * 60 * 1000;
inline constexpr std::int64_t kNextTryMs = 10 * 60 * 1000;
inline constexpr std::int64_t kNetworkLookMs = 30 * 1000;

// The pause after a round that ended so, `failures` in a row (0: it went well). Half an hour; after
// a failure ten minutes, then twenty, then half an hour again; half an hour also where trying does
// not help until somebody acts. A tenth more or less by chance, so that the laptops of one office
// do not all come at once.
std::int64_t pause_after(screens::SyncTrouble trouble, int failures, base::Random& random);

}  // namespace client_app
