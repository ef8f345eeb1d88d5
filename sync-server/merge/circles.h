// The circles of the health centre - adults, infants, households - each compared as a whole, which
// also teaches its weights.
#pragma once

#include "shared/base/clock.h"
#include "shared/db/connection.h"
#include "sync-server/merge/linking/going.h"
#include "sync-server/merge/people.h"

#include <array>
#include <cstdint>

namespace merge {

inline constexpr std::array kCircles = {Circle::Adults, Circle::Infants, Circle::Households};

// Read and compared without a transaction open, so that laptops can send meanwhile: what they touch
// is queued, and compared again. What came of it is written in one transaction at the end. False:
// it was left, and nothing was written; `go_on` is asked in that transaction too.
Result<bool> compare_circle(db::Connection& connection, const base::Clock& clock, Circle circle,
                            const linking::GoOn& go_on);
Result<bool> compare_circles(db::Connection& connection, const base::Clock& clock,
                             const linking::GoOn& go_on);

// As settle (scanning.h), which learns anew when the records have doubled: that can be left.
Result<std::int64_t> settle_going(db::Connection& connection, const base::Clock& clock,
                                  std::int64_t limit, const linking::GoOn& go_on);

}  // namespace merge
