// Families that went to another health centre (SYNC 16): what is new of them here is to go after
// them.
#pragma once

#include "sync-server/accept/round/session.h"

#include <cstdint>
#include <optional>
#include <string>

namespace accept {

inline constexpr const char* kMovedOut = "moved_out";  // why such a change waits

// Is anybody outside? Asked once per request: most health centres have sent nobody away.
Result<bool> is_any_outside(Session& session);

// The health centre that the record went to, or the one that it is about: by its own name. A record
// that does not stand here yet goes after one that waits itself, from the same laptop.
Result<std::optional<std::string>> went_to(Session& session, std::int64_t device,
                                           const records::Record& record, bool is_standing);

}  // namespace accept
