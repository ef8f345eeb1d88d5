#include "sync-server/accept/round/session.h"

#include "sync-server/store/changes/changes.h"

namespace accept {

Status announce(Session& session, std::int64_t device, std::int64_t n,
                const protocol::Outcome& outcome) {
    std::int64_t seq = 0;
    if (device == session.device.no) {
        seq = ++session.device.outcome_seq;
    } else {
        TRY_LET(drawn, server_store::draw_outcome_seq(session.connection, device));
        seq = drawn;
    }
    return server_store::set_outcome(session.connection, device, n, outcome, seq);
}

}  // namespace accept
