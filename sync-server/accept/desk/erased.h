// Changes to what was lawfully erased (SYNC 23): nothing of them is kept but number and hash.
#pragma once

#include "shared/protocol/outcome.h"
#include "shared/records/change.h"
#include "sync-server/accept/round/session.h"

#include <optional>
#include <string_view>

namespace accept {

// The outcome of change n if it is to an erased record, or names one; nullopt: it is like any
// other. A new record that names one counts as erased from now on.
Result<std::optional<protocol::Outcome>> erased_outcome(Session& session, std::int64_t n,
                                                        const records::Change& change);
// The same of a line that cannot be read.
Result<std::optional<protocol::Outcome>> erased_outcome(Session& session, std::int64_t n,
                                                        std::string_view line);

}  // namespace accept
