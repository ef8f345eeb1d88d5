#include "client/store/status.h"

#include "client/store/outbox.h"

namespace store {

namespace {

Result<std::int64_t> count_of(Store& store, std::string_view state) {
    TRY_LET(statement, store.connection().prepare("SELECT count(*) FROM outbox WHERE state = $1"));
    TRY_LET(has_row, statement.bind(1, state).step());
    CHECK(has_row);
    return statement.number(0);
}

}  // namespace

Result<SyncStatus> sync_status(Store& store) {
    TRY_LET(progress, store.progress());
    SyncStatus status;
    TRY_LET(waiting, count_of(store, kWaiting));
    TRY_LET(quarantined, count_of(store, kQuarantined));
    TRY_LET(conflicted, count_of(store, kConflict));
    TRY_LET(rejected, count_of(store, kRejected));
    status.waiting = waiting;
    status.quarantined = quarantined;
    status.conflicted = conflicted;
    status.rejected = rejected;
    status.acknowledged = progress.acknowledged;
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

}  // namespace store
