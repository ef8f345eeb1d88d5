// The number of the last change that was committed, in a small file beside the database.
//
// SQLite reads a log up to where it is torn or garbled, and what was committed behind that is gone
// as if it had never been. This file says that it was. It is written after each commit and not
// synced: so it never says more than was committed, costs a save next to nothing, and raises no
// false alarm (decisions/011).
#pragma once

#include "client/store/store.h"

#include <cstdint>
#include <optional>
#include <string>

namespace store {

// After a commit. A disk that refuses it costs the alarm, not the change.
void note_last_kept(Store& store, const std::string& path);

// Changes that were saved and are not in the store any more. Drafts and what had arrived may have
// gone with them.
struct Lost {
    std::int64_t from = 0, to = 0;  // their numbers
    std::int64_t count() const { return to - from + 1; }
};

// At opening. What is found is kept in the store, to be told until somebody has seen to it: then
// forget_lost. Their numbers are given anew: what the health centre or a copy holds under them is
// known by its hash (SYNC 7).
Status look_for_lost(Store& store, const std::string& path);
Result<std::optional<Lost>> lost(Store& store);
Status forget_lost(Store& store);

}  // namespace store
