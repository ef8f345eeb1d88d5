// A fork: the server knows this device's numbers from another life, because a copy of the store was
// restored (SYNC 7). A new life begins, and what the server does not hold is numbered anew.
#pragma once

#include "client/store/store.h"
#include "shared/protocol/answer.h"

namespace store {

// Inside the caller's transaction. What the server holds by hash counts as acknowledged; what it
// does not hold keeps its line and its place in the order, under a number after the server's last.
// False: the server had more hashes than it sent, and all of them were ours: ask again from there.
Result<bool> follow_fork(Store& store, const protocol::Fork& fork);

}  // namespace store
