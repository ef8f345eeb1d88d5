// What the health centre has stopped for a while: nothing is taken from these laptops and nothing
// given to them until it goes on. They keep everything.
#pragma once

#include "shared/base/date.h"
#include "shared/base/id.h"
#include "shared/db/connection.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Instant;
using base::Result;
using base::Status;

enum class PauseOf {
    Everybody,
    Unit,  // the laptops of all who work in it
    User,
};
std::string_view name_of(PauseOf whom);

struct Pause {
    PauseOf whom = PauseOf::Everybody;
    std::string target;  // a unit's code, a user's id; empty: everybody
    Instant since;
    std::string reason;
};

// Paused again: the first time stays the time, the newer reason stands.
Status pause(db::Connection& connection, const Pause& pause);
// False: it was not paused.
Result<bool> resume(db::Connection& connection, PauseOf whom, std::string_view target);
Result<std::vector<Pause>> pauses(db::Connection& connection);
// By herself, by a unit that she works in, or with everybody.
Result<bool> is_paused(db::Connection& connection, const base::UserId& user);

}  // namespace server_store
