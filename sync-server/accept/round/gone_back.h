// Is this database an older one than what its laptops know, within one epoch? A file of last night
// that was put back by hand, the snapshot of a virtual machine, a disk that lost the end of its log
// (SYNC 22, shared/decisions/012).
#pragma once

#include "shared/protocol/hello.h"
#include "sync-server/accept/round/epochs.h"
#include "sync-server/accept/round/session.h"

#include <string>

namespace accept {

// A laptop that knows a later epoch than we do has seen a restore that we know nothing of: ours is
// the older backup, so our time begins after hers. So it does if it shows a receipt that we signed
// for it, of what we do not hold: nobody but we can have made it. From then on every laptop brings
// what we lack. Whoever holds a lost laptop tells us nothing.
//
// A laptop that has read, and never sent, can show no receipt. Its word of a later epoch is taken
// once a day: at every new one all laptops turn before they send, and none may keep the others at
// that. False: it is not taken now.
Result<bool> learn_epoch(Session& session, const protocol::Hello& hello,
                         const std::string& signing_key, const EpochsBeside& beside);
// It says to have read further in a feed than the feed is long. That may be a lie, so it proves
// nothing; but whoever compared himself with us would give up what only he holds.
Result<bool> has_read_further(Session& session, const protocol::Hello& hello);

}  // namespace accept
