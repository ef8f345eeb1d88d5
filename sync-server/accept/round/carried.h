// A bundle that somebody carried here (DESIGN 5, courier): bytes in, the sealed reply out.
//
// It is a sync without a network: the rounds that laptop and centre would have had are held here,
// one after the other, each in its own transaction, with the hello that the laptop would have sent
// next; the reply has their answers in order. So every rule of a sync holds for a carried one, and
// a bundle that comes twice, late or after a sync by network finds its lines held already.
#pragma once

#include "shared/protocol/bundle.h"
#include "sync-server/accept/service.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accept {

struct Received {
    std::optional<protocol::BundleTrouble> trouble;  // the file is not to be believed
    Refusal refusal = Refusal::None;                 // it is genuine, and refused
    base::DeviceId device;                           // once its signature was found right
    std::string user_name;
    std::int64_t changes = 0;      // in the bundle
    std::int64_t taken = 0;        // of them, new here
    std::int64_t quarantined = 0;  // kept whole until a person mends them; counted nowhere
    bool is_forked = false;        // the laptop must begin a new life: the reply tells it
    bool is_reset = false;         // this server was restored: the laptop brings the rest first
    bool has_more = false;         // more waits for the laptop than a reply may carry
    std::string reply;             // a bundle; empty with trouble or refusal
};

// An error is the server's own (its disk, a busy database): what was taken until then stays taken,
// and the same file may be received again.
base::Result<Received> receive_bundle(Service& service, db::Connection& connection,
                                      std::string_view file);

}  // namespace accept
