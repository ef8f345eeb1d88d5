// Each joining has a record of its own, a merge_log: what it says, and what belongs to it.
#pragma once

#include "sync-server/accept/joining/joining.h"

#include <vector>

namespace joining {

// A merge_log record.
Merge merge_of(const records::Record& log);

// Each of `wanted` names the loser where it named the winner. Refused: one that is not in
// `offered`.
Status hand_over(accept::Session& session, const Merge& merge,
                 const std::vector<records::Record>& offered,
                 const std::vector<std::string>& wanted, std::string_view reason);

}  // namespace joining
