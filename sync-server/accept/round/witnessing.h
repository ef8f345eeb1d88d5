// After the server was restored from a backup: laptops bring back what only they still hold, before
// anything of theirs is replaced (SYNC 22).
#pragma once

#include "shared/protocol/answer.h"
#include "shared/protocol/hello.h"
#include "sync-server/accept/round/session.h"
#include "sync-server/store/changes/changes.h"

#include <string_view>
#include <vector>

namespace accept {

// A record as a laptop of the session's device has it confirmed, of the time before the restore. It
// becomes a change of the console, so the log tells where it came from; a field that was written
// since the restore stays, and the laptop's value is kept beside it as a conflict. What cannot
// stand is kept in quarantine. A line that is no record is passed over.
Status take_witness(Session& session, std::string_view line);

// A witness of a record that stands in a posyandu which is not its bringer's says that it had moved
// before the restore; only a person may say so too (SYNC 22). What waits because of that has this
// code.
inline constexpr const char* kMovedBack = "moved_back";
// Somebody who may accepts one: it and those that wait with it, of one family, go to where they
// were brought from, with all that is about them, and are taken; `but_itself`: the caller takes the
// one.
Status take_family_back(Session& session, const server_store::Quarantined& item, bool but_itself);

// Is the change that led to that revision in the record already, brought back by some laptop?
Result<bool> is_brought_back(Session& session, std::string_view record, records::Revision was);

// The buckets of the unit in which the device's sums differ from ours, row by row.
Result<std::vector<protocol::Held>> held_of(Session& session, const std::string& unit,
                                            const std::vector<std::string>& device_sums);

}  // namespace accept
