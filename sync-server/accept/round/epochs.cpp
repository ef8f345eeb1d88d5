#include "sync-server/accept/round/epochs.h"

#include "sync-server/store/meta.h"

#include <algorithm>

namespace accept {

base::Result<std::int64_t> begin_epoch_after(db::Connection& connection, std::int64_t known,
                                             const EpochsBeside& beside) {
    if (beside.highest) {
        TRY_LET(highest, beside.highest());
        known = std::max(known, highest);
    }
    TRY(server_store::begin_epoch(connection, known + 1));
    TRY_LET(begun, server_store::epoch(connection));
    if (beside.keep) TRY(beside.keep(begun));
    return begun;
}

}  // namespace accept
