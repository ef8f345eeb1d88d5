#include "sync-server/merge/scanning.h"

#include "sync-server/merge/circles.h"
#include "sync-server/merge/keeping.h"
#include "sync-server/store/duplicates/candidates.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <set>
#include <utility>

namespace merge {

using base::Done;

namespace {

// A transaction takes up a few records, and a few more until laptops have waited so long for it.
constexpr std::int64_t kFew = 4;
constexpr std::chrono::milliseconds kPatience{30};
constexpr std::int64_t kOfPage = 100;  // records that a page settles at most
constexpr std::int64_t kPerKey = 80;   // more records under one key: it says too little

// Writes what is new of a home; gives the profiles that are new or changed.
base::Status refresh_home(db::Connection& connection, base::Instant now, const std::string& home,
                          std::vector<Profile>& changed) {
    TRY_LET(profiles, gather(connection, home));
    TRY_LET(before, server_store::profiles_of_home(connection, home));
    std::set<std::string> gone(before.begin(), before.end());
    for (Profile& each : profiles) {
        gone.erase(each.row.record);
        TRY_LET(stood, server_store::find_profile(connection, each.row.record));
        const bool is_same = stood && stood->print == each.row.print &&
                             stood->home == each.row.home && stood->unit == each.row.unit;
        if (is_same) continue;
        each.row.no = stood ? stood->no : 0;
        TRY(server_store::put_profile(connection, each.row, keys_of(each)));
        changed.push_back(std::move(each));
    }
    for (const std::string& record : gone) {
        TRY(server_store::remove_profile(connection, record));
        TRY(settle_gone(connection, now, record));
    }
    return Done{};
}

// Those that share a key with it.
base::Result<std::vector<Profile>> likely_of(db::Connection& connection, const Profile& profile) {
    std::set<std::int64_t> numbers;
    for (const std::int64_t key : keys_of(profile)) {
        TRY_LET(found, server_store::profiles_with_key(connection, key, kPerKey));
        if (static_cast<std::int64_t>(found.size()) < kPerKey) {
            numbers.insert(found.begin(), found.end());
        }
    }
    std::vector<Profile> likely;
    for (const std::int64_t no : numbers) {
        if (no == profile.row.no) continue;
        TRY_LET(row, server_store::profile_of_number(connection, no));
        if (!row || circle_of(row->kind) != circle_of(profile.row.kind)) continue;
        TRY_LET(made, opened(std::move(*row)));
        likely.push_back(std::move(made));
    }
    return likely;
}

}  // namespace

base::Status compare_one(db::Connection& connection, base::Instant now, const Profile& profile) {
    const Circle circle = circle_of(profile.row.kind);
    TRY_LET(learned, server_store::match_weights(connection, to_code(circle)));
    if (learned.empty()) return Done{};
    TRY_LET(likely, likely_of(connection, profile));
    std::vector<Profile> profiles = {profile};
    std::move(likely.begin(), likely.end(), std::back_inserter(profiles));
    TRY_LET(found, compare_first(profiles, circle, learned));
    TRY_LET(stood, server_store::candidates_of(connection, profile.row.record));
    return keep(connection, now, found, stood);
}

namespace {

// Takes the queued records' homes up into profiles, and those out of the queue.
base::Result<std::vector<Profile>> refresh_queued(db::Connection& connection, base::Instant now,
                                                  std::int64_t limit, std::int64_t& taken) {
    TRY_LET(queued, server_store::queued_for_matching(connection, limit));
    taken = static_cast<std::int64_t>(queued.size());
    std::set<std::string> homes;
    for (const std::string& record : queued) {
        TRY(server_store::unqueue_for_matching(connection, record));
        TRY_LET(home, home_of(connection, record));
        if (!home.empty()) homes.insert(home);
        TRY_LET(stood, server_store::find_profile(connection, record));
        if (stood) homes.insert(stood->home);
    }
    std::vector<Profile> changed;
    for (const std::string& home : homes) {
        TRY(refresh_home(connection, now, home, changed));
    }
    return changed;
}

// Weights learned from few say little of many. Of how many the last circle tells: while its weights
// are old, not every circle was learned anew.
base::Result<bool> must_learn(db::Connection& connection) {
    std::string learned;
    for (const Circle circle : kCircles) {
        TRY_LET(of_circle, server_store::match_weights(connection, to_code(circle)));
        if (of_circle.empty()) return true;
        learned = std::move(of_circle);
    }
    static_assert(kCircles.back() == Circle::Adults);
    TRY_LET(counts, server_store::profile_counts(connection));
    return counts["mother"] + counts["person"] > 2 * profiles_learned_from(learned) + 20;
}

// In one transaction, which keeps laptops waiting for a moment only; gives how many it took up.
base::Result<std::int64_t> settle_some(db::Connection& connection, const base::Clock& clock,
                                       std::int64_t limit) {
    using Watch = std::chrono::steady_clock;
    TRY_LET(transaction, db::Transaction::begin(connection));
    const auto end = Watch::now() + kPatience;
    std::int64_t done = 0;
    while (done < limit) {
        std::int64_t taken = 0;
        const std::int64_t few = std::min(limit - done, kFew);
        TRY_LET(changed, refresh_queued(connection, clock.now(), few, taken));
        for (const Profile& each : changed) TRY(compare_one(connection, clock.now(), each));
        done += taken;
        if (taken == 0 || Watch::now() >= end) break;
    }
    TRY(transaction.commit());
    return done;
}

// Touched records, or everybody while nothing was learned yet.
base::Result<std::int64_t> still_waiting(db::Connection& connection) {
    TRY_LET(waiting, server_store::count_queued_for_matching(connection));
    TRY_LET(is_learning, must_learn(connection));
    if (!is_learning || waiting > 0) return waiting;
    TRY_LET(counts, server_store::profile_counts(connection));
    std::int64_t all = 0;
    for (const auto& [kind, count] : counts) all += count;
    return all;
}

}  // namespace

base::Status settle_queued(db::Connection& connection, const base::Clock& clock, std::int64_t limit,
                           const Alone& alone) {
    for (std::int64_t left = limit; left > 0;) {
        std::int64_t taken = 0;
        TRY(do_alone(alone, [&]() -> base::Status {
            TRY_LET(done, settle_some(connection, clock, left));
            taken = done;
            return Done{};
        }));
        if (taken == 0) break;
        left -= taken;
    }
    return Done{};
}

base::Result<std::int64_t> settle_briefly(db::Connection& connection, const base::Clock& clock,
                                          std::int64_t limit) {
    TRY(settle_queued(connection, clock, limit, {}));
    return still_waiting(connection);
}

base::Result<std::int64_t> settle_for_page(db::Connection& connection, const base::Clock& clock) {
    TRY(settle_some(connection, clock, kOfPage));
    return still_waiting(connection);
}

base::Result<std::int64_t> settle(db::Connection& connection, const base::Clock& clock,
                                  std::int64_t limit) {
    return settle_going(connection, clock, limit, {}, {});
}

base::Result<std::int64_t> settle_going(db::Connection& connection, const base::Clock& clock,
                                        std::int64_t limit, const linking::GoOn& go_on,
                                        const Alone& alone) {
    TRY(settle_queued(connection, clock, limit, alone));
    TRY_LET(waiting, server_store::count_queued_for_matching(connection));
    TRY_LET(is_learning, must_learn(connection));
    if (is_learning && waiting == 0) TRY(compare_circles(connection, clock, go_on, alone));
    return waiting;
}

}  // namespace merge
