// Who changed what, as this laptop saw it: of each record the changes that arrived, newest kept.
//
// One's own changes are in the outbox. Sealed like the rest, and gone with the record.
#pragma once

#include "client/store/store.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace store {

// More than a cadre looks back on one record; a record edited daily does not fill the laptop.
inline constexpr std::int64_t kHistoryMax = 20;

// From one revision to another, with nothing seen of those between.
struct ArrivedChange {
    records::Revision revision;
    records::Revision from;  // zero: the record was not here, or not confirmed, before
    std::string by;          // its last author: protocol/record_line.h; empty: not known
    Instant at;              // when the server received that
    bool is_ours = false;    // this device wrote `revision` itself, and `by` the newest before it
    Fields before;           // of the fields that differ; null where there was none
    Fields after;            // the same fields; null where there is none any more
};

// Inside the caller's transaction, with the record in place.
Status put_arrived(Store& store, std::string_view record, const ArrivedChange& change);
Status forget_history(Store& store, std::string_view record);
Result<std::vector<ArrivedChange>> arrived_changes(Store& store, std::string_view record);

// Did this laptop's clock go wrong around its own change n? It was set back since the change
// before, or says later than the server's receipt, or is known to be off while the change waits.
Result<bool> is_clock_doubtful(Store& store, std::int64_t n);

}  // namespace store
