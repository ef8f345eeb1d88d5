// The database of a large health centre, as its pages meet it: a demo's records taken by the
// server's rules, pairs found, a few joined, decisions waiting, months counted and one closed, an
// audit trail, a spreadsheet being looked at.
#pragma once

#include "sync-server/accept/desk/desk.h"

#include <cstdint>
#include <string>
#include <vector>

namespace figures {

inline constexpr base::Instant kPagesNow{1'795'150'800'000};  // 2026-11-20, noon in Jakarta
inline constexpr base::Month kPagesMonth = std::chrono::year(2026) / 10;  // over, and not closed

// Makes of it what is not made yet, saying on stderr how far it is; one that was left goes on
// where it was. A database that another program made is taken as it is.
void fill_pages_centre(const accept::Desk& desk, std::int64_t mothers);

}  // namespace figures
