#include "sync-server/merge/circles.h"

#include "sync-server/merge/keeping.h"
#include "sync-server/store/duplicates/candidates.h"

#include <algorithm>
#include <unordered_map>

namespace merge {

using linking::GoOn;
using server_store::CandidateRow;

namespace {

constexpr double kReading = 0.2;  // of a circle's time
constexpr std::int64_t kReadAtOnce = 500;

// Some at a time, with nothing held in between: whoever is asked whether to go on may write.
// Absent: it was left.
using Profiles = std::optional<std::vector<Profile>>;
Result<Profiles> profiles_of(db::Connection& connection, Circle circle, const GoOn& go_on) {
    TRY_LET(counts, server_store::profile_counts(connection));
    std::int64_t all = 1;
    for (const auto& [kind, count] : counts) all += count;
    std::vector<Profile> profiles;
    std::int64_t last = 0;
    for (std::int64_t seen = 0;; seen += kReadAtOnce) {
        TRY_LET(rows, server_store::profiles_after(connection, last, kReadAtOnce));
        if (rows.empty()) return Profiles(std::move(profiles));
        last = rows.back().no;
        for (auto& row : rows) {
            if (circle_of(row.kind) != circle) continue;
            TRY_LET(made, opened(std::move(row)));
            profiles.push_back(std::move(made));
        }
        const double part = static_cast<double>(seen) / static_cast<double>(all);
        if (go_on && !go_on(std::min(part, 1.0) * kReading)) return Profiles();
    }
}

Result<std::vector<CandidateRow>> standing_in(db::Connection& connection, Circle circle) {
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

// Those of which both are here still.
Result<std::vector<CandidateRow>> standing_of(db::Connection& connection,
                                              const std::vector<CandidateRow>& candidates) {
    std::vector<CandidateRow> found;
    for (const CandidateRow& each : candidates) {
        TRY_LET(a, server_store::find_profile(connection, each.a));
        TRY_LET(b, server_store::find_profile(connection, each.b));
        if (a && b) found.push_back(each);
    }
    return found;
}

// Those who were gathered anew since they were read: compared as they were before, or not at all.
Result<std::vector<Profile>> gathered_since(db::Connection& connection, Circle circle,
                                            const std::vector<Profile>& read) {
    std::unordered_map<std::int64_t, std::int64_t> prints;
    for (const Profile& each : read) prints[each.row.no] = each.row.print;
    std::vector<Profile> since;
    TRY_LET(now, server_store::profile_prints(connection));
    for (const server_store::ProfilePrint& each : now) {
        const auto before = prints.find(each.no);
        const bool is_as_read = before != prints.end() && before->second == each.print;
        if (is_as_read || circle_of(each.kind) != circle) continue;
        TRY_LET(row, server_store::profile_of_number(connection, each.no));
        CHECK(row.has_value());  // in one transaction
        TRY_LET(made, opened(std::move(*row)));
        since.push_back(std::move(made));
    }
    return since;
}

// What came of it, in one transaction. False: it was left, and nothing is written.
Result<bool> put_compared(db::Connection& connection, const base::Clock& clock, Circle circle,
                          const std::vector<Profile>& profiles, const Compared& compared,
                          const GoOn& go_on) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY(server_store::put_match_weights(connection, to_code(circle), compared.learned.text,
                                        clock.now().unix_ms));
    TRY_LET(stood, standing_in(connection, circle));
    TRY_LET(found, standing_of(connection, compared.candidates));
    TRY(keep(connection, clock.now(), found, stood));
    TRY_LET(since, gathered_since(connection, circle, profiles));
    for (const Profile& each : since) TRY(compare_one(connection, clock.now(), each));
    if (go_on && !go_on(1)) return false;
    TRY(transaction.commit());
    return true;
}

}  // namespace

Result<bool> compare_circle(db::Connection& connection, const base::Clock& clock, Circle circle,
                            const GoOn& go_on, const Alone& alone) {
    TRY_LET(profiles, profiles_of(connection, circle, go_on));
    if (!profiles) return false;
    const auto compared = compare_all(*profiles, circle, [&](double part) {
        return !go_on || go_on(kReading + part * (1 - kReading));
    });
    if (!compared) return false;
    bool is_put = false;
    TRY(do_alone(alone, [&]() -> base::Status {
        TRY_LET(done, put_compared(connection, clock, circle, *profiles, *compared, go_on));
        is_put = done;
        return base::Done{};
    }));
    return is_put;
}

Result<bool> compare_circles(db::Connection& connection, const base::Clock& clock,
                             const GoOn& go_on, const Alone& alone) {
    for (const Circle circle : kCircles) {
        TRY_LET(is_done, compare_circle(connection, clock, circle, go_on, alone));
        if (!is_done) return false;
    }
    return true;
}

}  // namespace merge
