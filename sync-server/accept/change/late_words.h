// A laptop that has not heard yet that a joining was taken back sees one person where there are
// two: what it records of her may be about either (SYNC 17).
#pragma once

#include "sync-server/accept/round/session.h"

#include <string>

namespace accept {

// Of a record that this session's device has just made. It stands as it came; that somebody should
// look whose it is, is noted.
Status note_late_word(Session& session, const std::string& record);

}  // namespace accept
