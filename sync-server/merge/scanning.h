// Comparing: what laptops brought since (settle), and the whole centre (scan).
#pragma once

#include "shared/base/clock.h"
#include "shared/db/connection.h"
#include "sync-server/merge/alone.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace merge {

using base::Result;
using base::Status;

// Compares up to `limit` touched records with all others, in short transactions; gives how many
// still wait.
Result<std::int64_t> settle(db::Connection& connection, const base::Clock& clock,
                            std::int64_t limit);

// The same, but it never learns weights anew from everybody. What only that would settle still
// waits, for work_in_background.
Result<std::int64_t> settle_briefly(db::Connection& connection, const base::Clock& clock,
                                    std::int64_t limit);

// The same for a page, whose reader waits and keeps others from writing: a few records, and more
// while that takes a moment only.
Result<std::int64_t> settle_for_page(db::Connection& connection, const base::Clock& clock);

struct Progress {
    enum class State { Waiting, Running, Done, Stopped };
    State state = State::Done;
    std::int64_t done = 0;   // of `total` steps
    std::int64_t total = 0;  // 0: not known yet
    std::int64_t found = 0;  // open candidates, once it is done
    base::Instant asked_at;
};
// The scan that was asked for last; absent: never one. One that runs for nobody any more (its
// process was killed) is Stopped, until work_in_background takes it up.
Result<std::optional<Progress>> scan_progress(db::Connection& connection, const base::Clock& clock);
// Asks for one; `serve` does it in the background. While one waits or runs, that one is meant.
Status ask_for_scan(db::Connection& connection, const base::Clock& clock, std::string_view actor);
// Leaves the scan that waits or runs, within a second; of each circle that it had not finished
// nothing is changed. False: none waits or runs.
Result<bool> stop_scan(db::Connection& connection, const base::Clock& clock);

// Does it now: weights from all records, then each record against all others. `on_progress` is
// called every few milliseconds and must not use the database; false leaves the scan.
using OnProgress = std::function<bool(const Progress&)>;
Result<Progress> scan(db::Connection& connection, const base::Clock& clock, std::string_view actor,
                      const OnProgress& on_progress);

// What a quiet moment of the server is for: the scan that was asked for, and what is queued. A scan
// that fails, or is left because the program ends, waits for the next quiet moment; one whose
// process was killed is taken up a minute after its last word. Laptops write between two pieces of
// it, each of which takes a moment (`alone`).
Status work_in_background(db::Connection& connection, const base::Clock& clock,
                          const std::function<bool()>& should_stop, const Alone& alone = {});

}  // namespace merge
