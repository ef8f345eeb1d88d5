// The device's own changes: numbered, chained, each with what became of it.
#pragma once

#include "client/store/store.h"
#include "shared/protocol/outcome.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

// What the outbox says of a change. Kept as text in the file; unknown texts cannot occur there.
inline constexpr std::string_view kWaiting = "waiting";          // not acknowledged yet
inline constexpr std::string_view kQuarantined = "quarantined";  // the health centre must mend it
inline constexpr std::string_view kConflict = "conflict";        // another value stands
inline constexpr std::string_view kRejected = "rejected";        // by a person, with a reason
inline constexpr std::string_view kDone = "done";                // in the server's database
inline constexpr std::string_view kErased = "erased";  // lawfully: only n and hash are left of it

struct Sent {
    std::int64_t n = 0;
    RecordId record;
    std::string line;
    std::string hash;
    std::string state;
    std::string outcome;  // the server's line; empty while waiting
    // What the change replaced, of the fields that it sets and that had a value; nullopt: not kept.
    std::optional<Fields> before = std::nullopt;
    records::Revision reached = {};  // that the record got by it; zero: not known
};

// One change of one record, ready to be saved.
struct Write {
    std::string type;
    RecordId record;
    std::string unit;
    Fields set;  // null takes a field out
    std::string form_version;
    std::string reason;
    std::string decides;
    // Of the record as its author saw it when she began (base_now); absent: as it is when saved.
    std::optional<records::Revision> base = std::nullopt;
    // Fields that a constraint ties to those of `set` (SYNC 10): what she saw of them counts too.
    std::vector<std::string> tied = {};
};

// What a change that is begun now stands on: ask before reading the answers to be changed.
Result<records::Revision> base_now(Store& store, const RecordId& record);

// Saves record and change in one transaction, and removes the draft if one is named. Refuses only
// what no line could carry (SYNC 2). Returns the change's n; 0 if there was nothing to change.
Result<std::int64_t> save(Store& store, const Write& write, const std::vector<std::string>& named,
                          Instant now, std::string_view draft_to_remove = "");

// The same inside the caller's transaction: for many lines at once.
Result<std::int64_t> save_inside(Store& store, const Write& write,
                                 const std::vector<std::string>& named, Instant now,
                                 std::string_view draft_to_remove = "");

// Changes to send, in order of n: those not acknowledged, at most about `bytes_max` of lines (at
// least one).
Result<std::vector<Sent>> to_send(Store& store, std::size_t bytes_max);
Result<std::string> hash_at(Store& store, std::int64_t n);  // "" for 0
// Everything that needs a person's eye: quarantined, conflict, rejected.
Result<std::vector<Sent>> troubled(Store& store);
Result<std::vector<Sent>> changes_of(Store& store, std::string_view record);

// Where her changes are shown; nothing happens if the record is here.
Status put_place(Store& store, const RecordId& record, std::string_view type,
                 std::string_view unit);
// Whether changes of her own stand on the record that are not resolved yet.
Result<bool> has_unresolved(Store& store, std::string_view record);
// Builds `shown` anew from the confirmed text and the unresolved changes.
Status refresh_shown(Store& store, std::string_view record);
// The same of a record without unresolved changes: it is what the server says, or gone.
Status show_confirmed(Store& store, std::string_view record);

}  // namespace store
