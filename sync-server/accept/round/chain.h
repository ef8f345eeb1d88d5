// Does this request continue the device's chain, repeat it, or fork it? (SYNC 4, 5, 7)
#pragma once

#include "shared/protocol/hello.h"
#include "sync-server/store/people/devices.h"

#include <optional>
#include <string>

namespace accept {

enum class Standing {
    Continues,   // the same life, the lines follow on or repeat what is held
    NewLife,     // a higher incarnation that continues where the server stands
    Forked,      // another history under the same numbers
    Gap,         // it knows more than we hold: lines are missing, or a feed is longer there
    OtherEpoch,  // it knows the server as it was before a restore
    NewerProtocol,
};

// The chain hashes that the server holds for first_n - 1 and for the device's last_n, where it
// holds those changes (the empty string for 0).
struct Held {
    std::optional<std::string> before;
    std::optional<std::string> last;
};
Standing standing_of(const protocol::Hello& hello, const server_store::Device& device,
                     std::int64_t server_epoch, const Held& held);

}  // namespace accept
