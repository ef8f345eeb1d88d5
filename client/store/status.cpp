#include "client/store/status.h"

#include "client/store/outbox.h"

#include <algorithm>
#include <utility>

namespace store {

namespace {

// All of them in one walk over a small index: counted after every save, however much waits.
Status count_outbox(Store& store, SyncStatus& status) {
    TRY_LET(statement, store.connection().prepare("SELECT state, count(*) FROM outbox WHERE "
                                                  "state <> 'done' GROUP BY state"));
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return base::Done{};
        const std::string state = statement.text(0);
        if (state == kWaiting) status.waiting = statement.number(1);
        if (state == kQuarantined) status.quarantined = statement.number(1);
        if (state == kConflict) status.conflicted = statement.number(1);
        if (state == kRejected) status.rejected = statement.number(1);
        if (state == kErased) status.erased = statement.number(1);
    }
}

}  // namespace

Result<SyncStatus> sync_status(Store& store) {
    TRY_LET(progress, store.progress());
    SyncStatus status;
    TRY(count_outbox(store, status));
    // Kept beside the units' hashes, record by record.
    TRY_LET(confirmed, store.connection().number("SELECT coalesce(sum(count), 0) FROM unit_state"));
    status.confirmed = confirmed;
    status.acknowledged = progress.acknowledged;
    status.safe = std::min(progress.safe, progress.acknowledged);
    status.agreed = progress.compared && progress.agreed;
    status.last_sync_at = progress.last_sync_at;
    status.clock_offset_ms = progress.clock_offset_ms;
    return status;
}

Result<std::vector<protocol::Receipt>> receipts(Store& store, std::int64_t limit) {
    TRY_LET(statement,
            store.connection().prepare("SELECT receipt FROM receipt ORDER BY no DESC LIMIT $1"));
    statement.bind(1, limit);
    std::vector<protocol::Receipt> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        TRY_LET(receipt, protocol::parse_receipt(statement.text(0)));
        found.push_back(std::move(receipt));
    }
}

// A time before may have gone further: so the last of it are looked at.
Result<std::optional<protocol::Receipt>> best_receipt(Store& store) {
    constexpr std::int64_t kLooked = 50;
    TRY_LET(last, receipts(store, kLooked));
    std::optional<protocol::Receipt> best;
    for (protocol::Receipt& each : last) {
        const bool is_better =
            !best || std::pair(each.epoch, each.last_n) > std::pair(best->epoch, best->last_n);
        if (is_better) best = std::move(each);
    }
    return best;
}

}  // namespace store
