#include "sync-server/accept/round/chain.h"

#include "shared/protocol/limits.h"

namespace accept {

Standing standing_of(const protocol::Hello& hello, const server_store::Device& device,
                     std::int64_t server_epoch, const Held& held) {
    if (hello.protocol > protocol::kProtocolVersion) return Standing::NewerProtocol;
    if (hello.epoch != 0 && hello.epoch != server_epoch) return Standing::OtherEpoch;
    // A restored copy speaks in its old incarnation, or knows less than was acknowledged.
    if (hello.incarnation < device.incarnation) return Standing::Forked;
    if (hello.last_n < device.acknowledged) return Standing::Forked;
    if (hello.first_n > device.acknowledged + 1) return Standing::Gap;
    // first_n - 1 is held, so its hash can be compared: it commits to the whole history before. So
    // does that of last_n, if the device has nothing that the server does not hold.
    if (held.before != hello.before) return Standing::Forked;
    if (held.last && *held.last != hello.head) return Standing::Forked;
    if (hello.incarnation > device.incarnation) {
        return hello.first_n == device.acknowledged + 1 ? Standing::NewLife : Standing::Forked;
    }
    return Standing::Continues;
}

}  // namespace accept
