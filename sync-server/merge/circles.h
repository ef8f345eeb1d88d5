// The circles of the health centre - infants, households, adults - each compared as a whole, which
// also teaches its weights.
#pragma once

#include "shared/base/clock.h"
#include "shared/db/connection.h"
#include "sync-server/merge/alone.h"
#include "sync-server/merge/linking/going.h"
#include "sync-server/merge/people.h"

#include <array>
#include <cstdint>

namespace merge {

// In this order; the weights of the last tell that all were learned.
inline constexpr std::array kCircles = {Circle::Infants, Circle::Households, Circle::Adults};

// Read and compared without a transaction open, so that laptops can send meanwhile: what they touch
// is queued, and compared again; whom a page took out of the queue meanwhile is compared by the
// weights that were learned. What came of it is written in one transaction at the end. False:
// it was left, and nothing was written; `go_on` is asked in that transaction too.
Result<bool> compare_circle(db::Connection& connection, const base::Clock& clock, Circle circle,
                            const linking::GoOn& go_on, const Alone& alone = {});
Result<bool> compare_circles(db::Connection& connection, const base::Clock& clock,
                             const linking::GoOn& go_on, const Alone& alone = {});

// With those that share a key with it, by its circle's weights. While those were never learned
// nothing is done: the comparison that learns them compares it.
base::Status compare_one(db::Connection& connection, base::Instant now, const Profile& profile);

// As settle (scanning.h), which learns anew when the records have doubled: that can be left.
Result<std::int64_t> settle_going(db::Connection& connection, const base::Clock& clock,
                                  std::int64_t limit, const linking::GoOn& go_on,
                                  const Alone& alone);
// What is queued, without learning anew.
base::Status settle_queued(db::Connection& connection, const base::Clock& clock, std::int64_t limit,
                           const Alone& alone);

}  // namespace merge
