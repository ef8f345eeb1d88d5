// The scan of the whole centre: asked for, its progress, left.
#include "sync-server/merge/circles.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/duplicates/candidates.h"

#include <algorithm>

namespace merge {

using base::Done;
using server_store::MatchScan;

namespace {

constexpr std::int64_t kChunk = 50;        // queued records between two questions
constexpr std::int64_t kOfCircle = 1'000;  // steps that a circle counts for
constexpr std::int64_t kSaidEvery = 500;   // ms
constexpr std::int64_t kAlone = 60'000;    // ms without a word: the scan's process was ended

bool is_alone(const MatchScan& scan, base::Instant now) {
    return scan.state == "running" && now.unix_ms - scan.changed_at.unix_ms > kAlone;
}

Progress progress_of(const MatchScan& scan, base::Instant now) {
    Progress progress;
    progress.done = scan.done;
    progress.total = scan.total;
    progress.found = scan.found;
    progress.asked_at = scan.asked_at;
    using State = Progress::State;
    progress.state = scan.state == "done"                              ? State::Done
                     : scan.state == "waiting"                         ? State::Waiting
                     : scan.state == "running" && !is_alone(scan, now) ? State::Running
                                                                       : State::Stopped;
    return progress;
}

bool is_under_way(const std::optional<Progress>& progress) {
    return progress && (progress->state == Progress::State::Waiting ||
                        progress->state == Progress::State::Running);
}

// One scan from its beginning to its end, or until somebody leaves it.
class Scanning {
public:
    Scanning(db::Connection& connection, const base::Clock& clock, MatchScan scan,
             const OnProgress& on_progress, const Alone& alone)
        : connection_(connection),
          clock_(clock),
          scan_(std::move(scan)),
          on_(on_progress),
          alone_(alone) {}

    Result<Progress> run() {
        scan_.state = "running";
        TRY(settle_queue());
        for (const Circle circle : kCircles) {
            if (is_left_) break;
            const std::int64_t before = scan_.done;
            const auto go_on = [&](double part) {
                return may_go_on(before + static_cast<std::int64_t>(part * kOfCircle));
            };
            TRY_LET(is_done, compare_circle(connection_, clock_, circle, go_on, alone_));
            is_left_ = is_left_ || !is_done;
            TRY(problem_);
        }
        return ended(is_left_ ? "stopped" : "done");
    }

private:
    // Nothing is learned of them here: the circles come.
    Status settle_queue() {
        TRY_LET(waiting, server_store::count_queued_for_matching(connection_));
        scan_.total = waiting + static_cast<std::int64_t>(kCircles.size()) * kOfCircle;
        scan_.changed_at = base::Instant{0};  // said at once
        while (may_go_on(scan_.done)) {
            TRY_LET(before, server_store::count_queued_for_matching(connection_));
            if (before == 0 || scan_.done >= waiting) break;
            TRY(settle_queued(connection_, clock_, kChunk, alone_));
            scan_.done = std::min(scan_.done + kChunk, waiting);
        }
        return problem_;
    }

    // Says how far it is, every half second to the others; false: it is to be left.
    bool may_go_on(std::int64_t done) {
        if (is_left_) return false;
        scan_.done = std::max(scan_.done, done);
        const base::Instant now = clock_.now();
        const bool is_quiet = now.unix_ms - scan_.changed_at.unix_ms < kSaidEvery;
        const auto heard = is_quiet ? is_stopped() : said(now);
        if (!heard.ok()) problem_ = heard.error();
        is_left_ = !heard.ok() || heard.value() || (on_ && !on_(progress_of(scan_, now)));
        return !is_left_;
    }

    Result<bool> is_stopped() {
        TRY_LET(last, server_store::last_match_scan(connection_));
        return last && last->no == scan_.no && last->state == "stopped";
    }

    // Asked and said in one transaction, so that nobody's stop is written over.
    Result<bool> said(base::Instant now) {
        if (connection_.is_in_transaction()) return say(now);
        bool is_to_stop = false;
        TRY(do_alone(alone_, [&]() -> Status {
            TRY_LET(transaction, db::Transaction::begin(connection_));
            TRY_LET(heard, say(now));
            is_to_stop = heard;
            return transaction.commit();
        }));
        return is_to_stop;
    }

    Result<bool> say(base::Instant now) {
        TRY_LET(is_to_stop, is_stopped());
        if (is_to_stop) return true;
        scan_.changed_at = now;
        TRY(server_store::put_match_scan(connection_, scan_));
        return false;
    }

    Result<Progress> ended(const char* state) {
        TRY_LET(found, server_store::count_candidates(connection_, {}));
        scan_.state = state;
        scan_.found = found;
        if (scan_.state == "done") scan_.done = scan_.total;
        scan_.changed_at = clock_.now();
        TRY(do_alone(alone_, [&] { return server_store::put_match_scan(connection_, scan_); }));
        return progress_of(scan_, clock_.now());
    }

    db::Connection& connection_;
    const base::Clock& clock_;
    MatchScan scan_;
    const OnProgress& on_;
    const Alone& alone_;
    bool is_left_ = false;
    Status problem_ = Done{};
};

// The program ends ("stopped"), or the scan failed ("running"): whoever asked still wants it, and
// gets it from the next one.
Status ask_again(db::Connection& connection, const base::Clock& clock, std::int64_t no,
                 std::string_view left) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(last, server_store::last_match_scan(connection));
    if (!last || last->no != no || last->state != left) return Done{};
    last->state = "waiting";
    last->done = last->total = 0;
    last->changed_at = clock.now();
    TRY(server_store::put_match_scan(connection, *last));
    return transaction.commit();
}

Status do_asked(db::Connection& connection, const base::Clock& clock, MatchScan asked,
                const std::function<bool()>& should_stop, const Alone& alone) {
    bool is_ending = false;
    const OnProgress on = [&](const Progress&) {
        is_ending = should_stop();
        return !is_ending;
    };
    asked.done = asked.total = 0;  // of one that was killed
    const auto scanned = Scanning(connection, clock, asked, on, alone).run();
    if (!scanned.ok()) {
        // Should this fail too, it is known after a minute that nobody does it.
        (void)do_alone(alone, [&] { return ask_again(connection, clock, asked.no, "running"); });
        return scanned.error();
    }
    if (!is_ending) return Done{};
    return do_alone(alone, [&] { return ask_again(connection, clock, asked.no, "stopped"); });
}

}  // namespace

Result<std::optional<Progress>> scan_progress(db::Connection& connection,
                                              const base::Clock& clock) {
    TRY_LET(last, server_store::last_match_scan(connection));
    if (!last) return std::optional<Progress>();
    return std::optional<Progress>(progress_of(*last, clock.now()));
}

Status ask_for_scan(db::Connection& connection, const base::Clock& clock, std::string_view actor) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(progress, scan_progress(connection, clock));
    if (is_under_way(progress)) return Done{};
    MatchScan scan;
    scan.asked_by = std::string(actor);
    scan.asked_at = scan.changed_at = clock.now();
    TRY(server_store::put_match_scan(connection, scan));
    return transaction.commit();
}

Result<bool> stop_scan(db::Connection& connection, const base::Clock& clock) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(progress, scan_progress(connection, clock));
    if (!is_under_way(progress)) return false;
    TRY_LET(last, server_store::last_match_scan(connection));
    last->state = "stopped";
    last->changed_at = clock.now();
    TRY(server_store::put_match_scan(connection, *last));
    TRY(transaction.commit());
    return true;
}

Result<Progress> scan(db::Connection& connection, const base::Clock& clock, std::string_view actor,
                      const OnProgress& on_progress) {
    MatchScan made;
    made.asked_by = std::string(actor);
    made.asked_at = made.changed_at = clock.now();
    TRY(server_store::put_match_scan(connection, made));
    return Scanning(connection, clock, made, on_progress, {}).run();
}

Status work_in_background(db::Connection& connection, const base::Clock& clock,
                          const std::function<bool()>& should_stop, const Alone& alone) {
    TRY_LET(last, server_store::last_match_scan(connection));
    if (last && (last->state == "waiting" || is_alone(*last, clock.now()))) {
        TRY(do_asked(connection, clock, *last, should_stop, alone));
    }
    const auto go_on = [&](double) { return !should_stop(); };
    for (std::int64_t waiting = 1; waiting > 0 && !should_stop();) {
        TRY_LET(rest, settle_going(connection, clock, kChunk, go_on, alone));
        waiting = rest;
    }
    return Done{};
}

}  // namespace merge
