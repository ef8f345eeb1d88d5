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
//
// `wished_ms`: when a busy server wishes us to come again (0: it did not say). That, twice that,
// four times that ... up to the ten minutes; here chance takes half of it, since all who were
// turned away heard the same.
std::int64_t pause_after(screens::SyncTrouble trouble, int failures, base::Random& random,
                         std::int64_t wished_ms = 0);

}  // namespace client_app
