// What the screen may say about sending. Four separate counts; green needs all of them to be well
// (SYNC 19).
#pragma once

#include "client/store/store.h"
#include "shared/protocol/receipt.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace store {

struct SyncStatus {
    std::int64_t waiting = 0;      // saved here, not yet acknowledged by the server
    std::int64_t quarantined = 0;  // at the health centre, to be mended by a person
    std::int64_t conflicted = 0;   // another value stands there
    std::int64_t rejected = 0;     // refused by a person, with a reason
    std::int64_t erased = 0;       // of her own changes: lawfully, and not to be sent again
    std::int64_t acknowledged = 0;
    std::int64_t safe = 0;       // of those, what the health centre's backups hold too (SYNC 21)
    std::int64_t confirmed = 0;  // records that the server has given us
    bool agreed = false;         // the server and this laptop hold equal records
    std::optional<Instant> last_sync_at;
    std::int64_t clock_offset_ms = 0;

    bool is_green() const {
        return agreed && last_sync_at && waiting == 0 && quarantined == 0 && conflicted == 0;
    }
};
Result<SyncStatus> sync_status(Store& store);
Result<std::vector<protocol::Receipt>> receipts(Store& store, std::int64_t limit);
// The one of the latest epoch that goes furthest: what the server cannot deny (SYNC 22).
Result<std::optional<protocol::Receipt>> best_receipt(Store& store);

}  // namespace store
