// Candidates kept true: what stands in the database after records were compared anew.
#pragma once

#include "sync-server/merge/comparing.h"

#include <string>
#include <vector>

namespace merge {

// Inside a transaction. `found`: all that the comparison of these profiles gave. Open ones that are
// no longer found go; a dismissed one comes back when what was compared of one of the two changed.
base::Status keep(db::Connection& connection, base::Instant now,
                  const std::vector<server_store::CandidateRow>& found,
                  const std::vector<server_store::CandidateRow>& stood);

// A record that has no profile any more: merged away, retracted or erased.
base::Status settle_gone(db::Connection& connection, base::Instant now, const std::string& record);

}  // namespace merge
