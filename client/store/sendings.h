// What waits, by record, and what went out, by number: what a person is shown of the outbox.
#pragma once

#include "client/store/outbox.h"

#include <cstdint>
#include <vector>

namespace store {

struct WaitingRecord {
    RecordId record;
    std::int64_t changes = 0;
    Instant oldest;  // by this laptop's clock
};
// Every record with changes that are not acknowledged, the one that waits longest first.
Result<std::vector<WaitingRecord>> waiting_records(Store& store);

// The changes first_n to last_n, at most `limit` of them, in order of n. Those that are safe at the
// health centre may be gone from here.
Result<std::vector<Sent>> sent_between(Store& store, std::int64_t first_n, std::int64_t last_n,
                                       std::int64_t limit);

// Does a newer change of the record wait than n? What was mended is on its way.
Result<bool> is_newer_waiting(Store& store, std::string_view record, std::int64_t n);

}  // namespace store
