// Where the households and persons of this laptop's units were before, as the health centre tells
// it: a month of then counts them there. Also of those who left.
#pragma once

#include "client/store/store.h"
#include "shared/protocol/answer.h"

#include <map>
#include <string>

namespace store {

// Inside the caller's transaction. What is known already, or newer, stays.
Status take_moves(Store& store, const protocol::Answer& answer, bool is_present);
// By record.
Result<std::map<std::string, protocol::WasLine>> moves(Store& store);
// False: the health centre has not told all of them yet.
Result<bool> knows_moves(Store& store);

}  // namespace store
