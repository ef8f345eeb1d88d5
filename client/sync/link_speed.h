// How fast the way to the server was in earlier rounds, kept in the store from one run to the next:
// what a sending may take is told from it, and from nothing else.
#pragma once

#include "client/store/store.h"

#include <cstdint>
#include <optional>

namespace sync_client {

class LinkSpeed {
public:
    static base::Result<LinkSpeed> remembered(store::Store& store);
    base::Status remember(store::Store& store);  // writes only what is new

    // A round that took so long and carried so much, both ways, as it went over the wire.
    void took(std::int64_t ms, std::int64_t wire_bytes);
    // nullopt: no round has carried enough yet to tell.
    std::optional<std::int64_t> ms_for(std::int64_t bytes, std::int64_t rounds) const;

private:
    // A round that carries next to nothing takes the time of asking; 0: not known.
    std::int64_t asking_ms_ = 0;
    std::int64_t bytes_per_s_ = 0;
    bool is_new_ = false;
};

}  // namespace sync_client
