// After the server was restored from a backup: laptops bring back what only they still hold, before
// anything of theirs is replaced (SYNC 22).
#pragma once

#include "shared/protocol/answer.h"
#include "shared/protocol/hello.h"
#include "sync-server/accept/session.h"

#include <string_view>
#include <vector>

namespace accept {

// A record as a laptop of the session's device has it confirmed, of the time before the restore. It
// becomes a change of the console, so the log tells where it came from; a field that was written
// since the restore stays, and the laptop's value is kept beside it as a conflict. What cannot
// stand is kept in quarantine. A line that is no record is passed over.
Status take_witness(Session& session, std::string_view line);

// Is the change that led to that revision in the record already, brought back by some laptop?
Result<bool> is_brought_back(Session& session, std::string_view record, records::Revision was);

// The buckets of the unit in which the device's sums differ from ours, row by row.
Result<std::vector<protocol::Held>> held_of(Session& session, const std::string& unit,
                                            const std::vector<std::string>& device_sums);

}  // namespace accept
