// A fork: the server knows this device's numbers from another life, because a copy of the store was
// restored (SYNC 7). A new life begins, and what the server does not hold is numbered anew.
#pragma once

#include "client/store/store.h"
#include "shared/protocol/answer.h"

namespace store {

// Inside the caller's transaction. Every change that the server does not hold by hash keeps its
// line and its place in the order, under a number after the server's last.
Status begin_new_life(Store& store, const protocol::Fork& fork);

}  // namespace store
