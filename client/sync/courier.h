// A sync by stick (DESIGN 5, courier), without files: the bundle's bytes out, a reply's bytes in.
//
// Writing changes nothing: what waits goes on waiting until a reply, or the network, acknowledges
// it. A reply is taken in by the round's own rules, so one that is late, old or read twice is
// harmless (SYNC 3).
#pragma once

#include "client/sync/round.h"
#include "shared/protocol/bundle.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sync_client {

struct CarriedRequest {
    std::string name;  // of the file
    std::string bytes;
    std::int64_t changes = 0;
    std::int64_t left = 0;  // that wait and did not fit in
};
// Usage: the store has no keys to write one with.
base::Result<CarriedRequest> make_request(store::Store& store, const store::Identity& identity,
                                          const base::Clock& clock, const Self& self);

struct CarriedReply {
    std::optional<protocol::BundleTrouble> trouble;  // the file is not to be believed
    std::optional<RoundError> error;                 // what stopped it; all before it counts
    std::int64_t confirmed = 0;                      // changes that wait no longer
    std::int64_t received = 0;                       // records that were newer
    std::int64_t erased = 0;                         // records that left, lawfully erased
    std::int64_t left = 0;                           // that are of another posyandu now
    store::Gone gone;
    bool is_forked = false;  // a new life began: write another bundle
    bool has_more = false;   // not all has arrived, or it differs: write another bundle
    bool agreed = false;     // compared, and both sides hold the same
    // The server was restored from a backup; it takes some bundles until all is with it again.
    bool is_turning = false;
    std::int64_t sent_again = 0;  // changes that go with the next bundle anew
    bool must_erase = false;      // revoked, and everything is with the health centre (SYNC 24)
};
base::Result<CarriedReply> take_reply(store::Store& store, const store::Identity& identity,
                                      const base::Clock& clock, const store::NamedBy& named_by,
                                      const Self& self, std::string_view file);

}  // namespace sync_client
