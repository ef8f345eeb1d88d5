// What sending all that waits would cost: known before anything goes out.
#pragma once

#include "client/sync/round.h"

#include <cstdint>
#include <optional>

namespace sync_client {

struct Cost {
    std::int64_t changes = 0;
    std::int64_t bytes = 0;          // of the requests, packed as they would go out
    std::optional<std::int64_t> ms;  // by the speed of earlier rounds; nullopt: not known
};
base::Result<Cost> cost_of(store::Store& store, const base::Clock& clock, const Self& self);

}  // namespace sync_client
