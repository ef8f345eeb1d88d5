#include "sync-server/merge/scanning.h"

#include "sync-server/merge/keeping.h"
#include "sync-server/store/candidates.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace merge {

using base::Done;
using server_store::CandidateRow;
using server_store::MatchScan;

namespace {

constexpr auto kCircles = std::to_array({Circle::Adults, Circle::Infants, Circle::Households});
constexpr std::int64_t kChunk = 50;       // records of one transaction
constexpr std::int64_t kPerKey = 80;      // more records under one key: it says too little
constexpr std::int64_t kAlone = 600'000;  // ms without a word: the scan's process was ended

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

base::Status match_one(db::Connection& connection, base::Instant now, const Profile& profile) {
    const Circle circle = circle_of(profile.row.kind);
    TRY_LET(learned, server_store::match_weights(connection, to_code(circle)));
    TRY_LET(likely, likely_of(connection, profile));
    std::vector<Profile> profiles = {profile};
    std::move(likely.begin(), likely.end(), std::back_inserter(profiles));
    TRY_LET(found, compare_first(profiles, circle, learned));
    TRY_LET(stood, server_store::candidates_of(connection, profile.row.record));
    return keep(connection, now, found, stood);
}

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

base::Result<std::vector<Profile>> profiles_of(db::Connection& connection, Circle circle) {
    TRY_LET(rows, server_store::all_profiles(connection));
    std::vector<Profile> profiles;
    for (auto& row : rows) {
        if (circle_of(row.kind) != circle) continue;
        TRY_LET(made, opened(std::move(row)));
        profiles.push_back(std::move(made));
    }
    return profiles;
}

base::Result<std::vector<CandidateRow>> standing_in(db::Connection& connection, Circle circle) {
    std::vector<CandidateRow> all;
    for (const char* state : {"open", "dismissed", "merged"}) {
        server_store::CandidateFilter filter;
        filter.state = state;
        filter.limit = -1;
        TRY_LET(rows, server_store::candidates(connection, filter));
        for (CandidateRow& row : rows) {
            if (circle_of(row.kind) == circle) all.push_back(std::move(row));
        }
    }
    return all;
}

// Compared outside of a transaction: what is touched meanwhile is queued, and compared again.
base::Status scan_circle(db::Connection& connection, const base::Clock& clock, Circle circle) {
    TRY_LET(profiles, profiles_of(connection, circle));
    const Compared compared = compare_all(profiles, circle);
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY(server_store::put_match_weights(connection, to_code(circle), compared.learned.text,
                                        clock.now().unix_ms));
    TRY_LET(stood, standing_in(connection, circle));
    std::vector<CandidateRow> found;
    for (const CandidateRow& each : compared.candidates) {
        TRY_LET(a, server_store::find_profile(connection, each.a));
        TRY_LET(b, server_store::find_profile(connection, each.b));
        if (a && b) found.push_back(each);
    }
    TRY(keep(connection, clock.now(), found, stood));
    return transaction.commit();
}

// Weights learned from few say little of many.
base::Result<bool> must_learn(db::Connection& connection) {
    TRY_LET(learned, server_store::match_weights(connection, to_code(Circle::Adults)));
    TRY_LET(now, connection.number("SELECT count(*) FROM profile WHERE kind IN ('mother', "
                                   "'person')"));
    const std::int64_t then = profiles_learned_from(learned);
    return learned.empty() || now > 2 * then + 20;
}

base::Status scan_circles(db::Connection& connection, const base::Clock& clock) {
    for (const Circle circle : kCircles) TRY(scan_circle(connection, clock, circle));
    return Done{};
}

Progress progress_of(const MatchScan& scan, base::Instant now) {
    Progress progress;
    progress.done = scan.done;
    progress.total = scan.total;
    progress.found = scan.found;
    progress.asked_at = scan.asked_at;
    const bool is_alone = now.unix_ms - scan.changed_at.unix_ms > kAlone;
    using State = Progress::State;
    progress.state = scan.state == "done"                   ? State::Done
                     : scan.state == "waiting"              ? State::Waiting
                     : scan.state == "running" && !is_alone ? State::Running
                                                            : State::Stopped;
    return progress;
}

}  // namespace

base::Result<std::int64_t> settle_briefly(db::Connection& connection, const base::Clock& clock,
                                          std::int64_t limit) {
    for (std::int64_t left = limit; left > 0;) {
        TRY_LET(transaction, db::Transaction::begin(connection));
        std::int64_t taken = 0;
        TRY_LET(changed, refresh_queued(connection, clock.now(), std::min(left, kChunk), taken));
        TRY_LET(is_learning, must_learn(connection));
        if (!is_learning) {
            for (const Profile& each : changed) TRY(match_one(connection, clock.now(), each));
        }
        TRY(transaction.commit());
        if (taken == 0) break;
        left -= taken;
    }
    TRY_LET(waiting, server_store::count_queued_for_matching(connection));
    TRY_LET(is_learning, must_learn(connection));
    if (!is_learning || waiting > 0) return waiting;
    return connection.number("SELECT count(*) FROM profile");
}

base::Result<std::int64_t> settle(db::Connection& connection, const base::Clock& clock,
                                  std::int64_t limit) {
    TRY(settle_briefly(connection, clock, limit));
    TRY_LET(waiting, server_store::count_queued_for_matching(connection));
    TRY_LET(is_learning, must_learn(connection));
    if (is_learning && waiting == 0) TRY(scan_circles(connection, clock));
    return waiting;
}

base::Result<std::optional<Progress>> scan_progress(db::Connection& connection,
                                                    const base::Clock& clock) {
    TRY_LET(last, server_store::last_match_scan(connection));
    if (!last) return std::optional<Progress>();
    return std::optional<Progress>(progress_of(*last, clock.now()));
}

base::Status ask_for_scan(db::Connection& connection, const base::Clock& clock,
                          std::string_view actor) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(progress, scan_progress(connection, clock));
    const bool is_asked = progress && (progress->state == Progress::State::Waiting ||
                                       progress->state == Progress::State::Running);
    if (is_asked) return Done{};
    MatchScan scan;
    scan.asked_by = std::string(actor);
    scan.asked_at = scan.changed_at = clock.now();
    TRY(server_store::put_match_scan(connection, scan));
    return transaction.commit();
}

base::Status stop_scan(db::Connection& connection, const base::Clock& clock) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(last, server_store::last_match_scan(connection));
    if (!last || last->state == "done") return Done{};
    last->state = "stopped";
    last->changed_at = clock.now();
    TRY(server_store::put_match_scan(connection, *last));
    return transaction.commit();
}

namespace {

// One scan from its beginning to its end, or until somebody leaves it.
class Scanning {
public:
    Scanning(db::Connection& connection, const base::Clock& clock, MatchScan scan,
             const OnProgress& on_progress)
        : connection_(connection), clock_(clock), scan_(std::move(scan)), on_(on_progress) {}

    base::Result<Progress> run() {
        TRY_LET(waiting, server_store::count_queued_for_matching(connection_));
        scan_.state = "running";
        scan_.total = waiting + static_cast<std::int64_t>(kCircles.size()) * kChunk;
        TRY_LET(may_begin, go_on());
        for (std::int64_t left = waiting; may_begin && left > 0; left -= kChunk) {
            TRY_LET(rest, settle(connection_, clock_, kChunk));
            scan_.done = std::max<std::int64_t>(waiting - rest, 0);
            TRY_LET(may, go_on());
            if (!may) return ended("stopped");
        }
        for (const Circle circle : kCircles) {
            if (!may_begin) return ended("stopped");
            TRY(scan_circle(connection_, clock_, circle));
            scan_.done += kChunk;
            TRY_LET(may, go_on());
            may_begin = may;
        }
        return ended("done");
    }

private:
    // Says how far it is; false: it is to be left.
    base::Result<bool> go_on() {
        TRY_LET(last, server_store::last_match_scan(connection_));
        if (last && last->no == scan_.no && last->state == "stopped") return false;
        scan_.changed_at = clock_.now();
        TRY(server_store::put_match_scan(connection_, scan_));
        return !on_ || on_(progress_of(scan_, clock_.now()));
    }

    base::Result<Progress> ended(const char* state) {
        TRY_LET(found, server_store::count_candidates(connection_, {}));
        scan_.state = state;
        scan_.found = found;
        if (scan_.state == "done") scan_.done = scan_.total;
        scan_.changed_at = clock_.now();
        TRY(server_store::put_match_scan(connection_, scan_));
        return progress_of(scan_, clock_.now());
    }

    db::Connection& connection_;
    const base::Clock& clock_;
    MatchScan scan_;
    const OnProgress& on_;
};

}  // namespace

base::Result<Progress> scan(db::Connection& connection, const base::Clock& clock,
                            std::string_view actor, const OnProgress& on_progress) {
    MatchScan made;
    made.asked_by = std::string(actor);
    made.asked_at = made.changed_at = clock.now();
    TRY(server_store::put_match_scan(connection, made));
    return Scanning(connection, clock, made, on_progress).run();
}

base::Status work_in_background(db::Connection& connection, const base::Clock& clock,
                                const std::function<bool()>& should_stop) {
    TRY_LET(last, server_store::last_match_scan(connection));
    if (last && last->state == "waiting") {
        const OnProgress on = [&](const Progress&) { return !should_stop(); };
        TRY(Scanning(connection, clock, *last, on).run());
    }
    for (std::int64_t waiting = 1; waiting > 0 && !should_stop();) {
        TRY_LET(rest, settle(connection, clock, kChunk));
        waiting = rest;
    }
    return Done{};
}

}  // namespace merge
