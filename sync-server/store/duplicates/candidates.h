// Pairs of records that may be one, with their score and state; what waits to be compared; the
// scan of the whole centre that was asked for.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Instant;
using base::Result;
using base::Status;

struct CandidateRow {
    std::string a, b;  // a < b
    std::string kind;
    std::string unit_a, unit_b;
    std::int64_t score = 0;  // millionths
    std::string evidence;    // codes only, never a value
    Instant found_at;
    std::string state = "open";  // open, dismissed, merged
    std::optional<Instant> decided_at;
    std::string decided_by, reason;
    std::int64_t print_a = 0, print_b = 0;  // of the profiles, when it was found or decided
};

// One that stands keeps when it was found, its state and what was decided.
Status put_candidate(db::Connection& connection, const CandidateRow& row);
Result<std::optional<CandidateRow>> find_candidate(db::Connection& connection, std::string_view a,
                                                   std::string_view b);
Result<std::vector<CandidateRow>> candidates_of(db::Connection& connection,
                                                std::string_view record);
Status set_candidate_state(db::Connection& connection, const CandidateRow& row);
Status remove_candidate(db::Connection& connection, std::string_view a, std::string_view b);

struct CandidateFilter {
    std::string state = "open";
    std::string kind;                // empty: any
    std::vector<std::string> units;  // one side is of one of them; empty: any
    std::int64_t offset = 0;
    std::int64_t limit = 50;
};
// Best first, and mothers before their children.
Result<std::vector<CandidateRow>> candidates(db::Connection& connection,
                                             const CandidateFilter& filter);
Result<std::int64_t> count_candidates(db::Connection& connection, const CandidateFilter& filter);
// How many open ones stand before this one in the whole list.
Result<std::int64_t> candidates_before(db::Connection& connection, const CandidateRow& row);

// Touched records wait here until somebody compares them. Only persons, households and births do.
Status queue_for_matching(db::Connection& connection, std::string_view type, std::string_view id);
Result<std::vector<std::string>> queued_for_matching(db::Connection& connection,
                                                     std::int64_t limit);
Result<std::int64_t> count_queued_for_matching(db::Connection& connection);
Status unqueue_for_matching(db::Connection& connection, std::string_view id);

struct MatchScan {
    std::int64_t no = 0;
    std::string asked_by;
    Instant asked_at;
    std::string state = "waiting";  // waiting, running, done, stopped
    std::int64_t done = 0, total = 0, found = 0;
    Instant changed_at;
};
Result<std::optional<MatchScan>> last_match_scan(db::Connection& connection);
// no 0: a new one, which is given its number.
Status put_match_scan(db::Connection& connection, MatchScan& scan);

}  // namespace server_store
