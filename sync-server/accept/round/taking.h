// Taking one change: scope, document, merge, log, outcome (SYNC 8-14).
#pragma once

#include "shared/protocol/outcome.h"
#include "shared/records/change.h"
#include "sync-server/accept/round/session.h"

#include <cstdint>
#include <string_view>

namespace accept {

// Takes the change line that is `n` of the session's device, logs it under `hash`, and says what
// became of it. Whatever the line holds, it is kept: only the database itself can make this fail.
Result<protocol::Outcome> take(Session& session, std::int64_t n, std::string_view line,
                               const std::string& hash);

}  // namespace accept
