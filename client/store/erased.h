// Records that were lawfully erased at the health centre (SYNC 23) leave this laptop too.
//
// Of one's own changes to them number and hash stay, so that the chain does. A change that was not
// sent yet keeps its line until the health centre has answered it, but shows nowhere. The second
// copy follows at the next copying.
#pragma once

#include "client/store/confirmed.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace store {

// Inside the caller's transaction. False: it was erased here before.
Result<bool> forget_erased(Store& store, const std::string& record, Confirming& confirming);
Result<bool> is_erased(Store& store, std::string_view record);

// One's own change n that named an erased record, of a record that stays.
Status blank_change(Store& store, std::int64_t n);
// Changes up to `acknowledged` to erased records: the health centre has them, and keeps nothing.
Status blank_erased(Store& store, std::int64_t acknowledged);

}  // namespace store
