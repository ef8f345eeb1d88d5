// One sync round: what waits goes out, the answer comes in, both through the seams of DESIGN 5.
#pragma once

#include "client/store/applying.h"
#include "client/sync/batch_size.h"
#include "client/sync/transport.h"
#include "shared/base/clock.h"
#include "shared/protocol/hello.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sync_client {

// What the device shows about itself in every hello.
struct Self {
    std::string app;           // "0.1.0"
    std::string forms_digest;  // of the forms shipped; those handed out since stand in the store
    std::int64_t free_bytes = -1;  // on the disk of the store; -1: not known
};

// What would go out now: the hello, and the lines of changes, at most about `bytes_max` of them.
struct Outgoing {
    protocol::Hello hello;
    std::vector<std::string> lines;
};
base::Result<Outgoing> prepare(store::Store& store, const base::Clock& clock, const Self& self,
                               std::size_t bytes_max);
// The furthest receipt goes along: asked for by a server that knows less than it signed for, and on
// a stick, which is not asked.
base::Status add_receipt(store::Store& store, protocol::Hello& hello);
// The body of the request, and what of it goes over the wire.
std::string text_of(const Outgoing& outgoing);
base::Result<std::string> packed(std::string_view text, protocol::Encoding encoding);
// k1 once the server has answered in it, else zstd, which every server understands.
base::Result<protocol::Encoding> packing_of(store::Store& store);

struct Round {
    store::Applied applied;
    std::int64_t sent = 0;          // changes that went out
    std::int64_t acknowledged = 0;  // the server's word after it
    bool more = false;              // either side has more
    bool must_erase = false;        // revoked, and everything is with the health centre
    std::int64_t bytes_sent = 0;
    std::int64_t bytes_received = 0;
    std::int64_t body_bytes = 0;  // of what was sent, without its headers
    std::int64_t ms = 0;
};

// How a request may end without a round. Everything stays as it was; it is tried again later.
enum class Trouble {
    NoConnection,  // no network, a captive portal, a cut line
    WrongServer,   // certificate or receipt of another
    NotEnrolled,   // the token is not known (any more)
    Revoked,
    Paused,  // by the health centre, for a while
    ClientTooOld,
    ServerBusy,
    ServerTrouble,  // it answered that something is wrong on its side
    Storage,        // this laptop's disk
};
struct RoundError {
    Trouble trouble;
    std::string message;  // for the log
    // Something answered, but not our server: most often a Wi-Fi that wants a sign-in first.
    bool is_other = false;
    std::int64_t retry_after_ms = 0;  // a busy server's wish; 0: none
};

struct RoundResult {
    std::optional<RoundError> error;
    Round round;  // valid without error
    bool ok() const { return !error; }
};

RoundResult run_round(store::Store& store, Transport& transport, const base::Clock& clock,
                      const store::NamedBy& named_by, const Self& self, BatchSize& batch);

struct Total {
    std::optional<RoundError> error;  // what stopped it; all before it counts
    std::int64_t rounds = 0;
    std::int64_t sent = 0;
    std::int64_t received = 0;
    std::int64_t erased = 0;  // records that left this laptop, lawfully erased (SYNC 23)
    std::int64_t left = 0;    // that are of another posyandu now (SYNC 15)
    store::Gone gone;
    std::int64_t bytes_sent = 0;
    std::int64_t bytes_received = 0;
    std::int64_t body_bytes = 0;  // sent and answered, as cost_of() counts them
    bool agreed = false;
    // The server was restored from a backup: these changes, which it had held, went out anew.
    bool turned = false;
    std::int64_t sent_again = 0;
    // The health centre has all that this store held, and the laptop may not keep it (SYNC 24).
    bool must_erase = false;
};
// Rounds until neither side has more, sized as the last run found the link. `progress` is called
// after each, and may stop it (false).
Total run_all(store::Store& store, Transport& transport, const base::Clock& clock,
              const store::NamedBy& named_by, const Self& self,
              const std::function<bool(const Total&)>& progress);

}  // namespace sync_client
