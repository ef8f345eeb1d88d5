#include "sync-server/merge/candidates.h"

#include "sync-server/merge/comparing.h"
#include "sync-server/merge/explaining.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/duplicates/candidates.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <array>
#include <utility>

namespace merge {

using base::Done;
using server_store::CandidateRow;

namespace {

constexpr const char* kDismissed = "duplicate_dismissed";

constexpr auto kKinds = std::to_array<std::pair<Kind, std::string_view>>({
    {Kind::Mother, "mother"},
    {Kind::Infant, "infant"},
    {Kind::Person, "person"},
    {Kind::Household, "household"},
});
constexpr auto kStates = std::to_array<std::pair<State, std::string_view>>({
    {State::Open, "open"},
    {State::Dismissed, "dismissed"},
    {State::Merged, "merged"},
});

Result<std::optional<Profile>> profile_of(db::Connection& connection, const std::string& record) {
    TRY_LET(row, server_store::find_profile(connection, record));
    if (!row) return std::optional<Profile>();
    TRY_LET(made, opened(std::move(*row)));
    return std::optional<Profile>(std::move(made));
}

Result<Side> side_of(db::Connection& connection, const std::string& id, const std::string& unit) {
    Side side{id, unit, ""};
    TRY_LET(stored, server_store::find_record(connection, id));
    if (!stored) return side;
    const bool is_household = stored->record.type == "household";
    side.unit = stored->record.unit;
    side.name = stored->record.fields.text(is_household ? "head_name" : "full_name");
    return side;
}

Result<Candidate> candidate_of(db::Connection& connection, const CandidateRow& row) {
    Candidate candidate;
    TRY_LET(a, side_of(connection, row.a, row.unit_a));
    TRY_LET(b, side_of(connection, row.b, row.unit_b));
    candidate.a = a;
    candidate.b = b;
    candidate.kind = kind_of(row.kind).value_or(Kind::Person);
    candidate.score = static_cast<double>(row.score) / 1e6;
    candidate.found_at = row.found_at;
    candidate.state = state_of(row.state).value_or(State::Open);
    candidate.decided_at = row.decided_at;
    candidate.decided_by = row.decided_by;
    candidate.decision = row.reason;
    TRY_LET(one, profile_of(connection, row.a));
    TRY_LET(other, profile_of(connection, row.b));
    if (one && other) candidate.reasons = reasons_of(*one, *other, row.evidence);
    return candidate;
}

Result<std::vector<Candidate>> candidates_of(db::Connection& connection,
                                             const std::vector<CandidateRow>& rows) {
    std::vector<Candidate> candidates;
    for (const CandidateRow& row : rows) {
        TRY_LET(candidate, candidate_of(connection, row));
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

CandidateRow nothing_known(const Profile& a, const Profile& b) {
    CandidateRow row;
    row.a = a.row.record;
    row.b = b.row.record;
    row.kind = b.row.kind == "mother" ? b.row.kind : a.row.kind;
    row.unit_a = a.row.unit;
    row.unit_b = b.row.unit;
    row.print_a = a.row.print;
    row.print_b = b.row.print;
    return row;
}

// The pair as it is kept, or as it would be compared now.
Result<CandidateRow> row_of(db::Connection& connection, const Profile& a, const Profile& b) {
    TRY_LET(kept, server_store::find_candidate(connection, a.row.record, b.row.record));
    if (kept) return *kept;
    const Circle circle = circle_of(a.row.kind);
    TRY_LET(learned, server_store::match_weights(connection, to_code(circle)));
    if (learned.empty()) return nothing_known(a, b);
    TRY_LET(pair, compare_pair(a, b, circle, learned));
    return pair ? *pair : nothing_known(a, b);
}

Result<records::Revision> revision_of(db::Connection& connection, const std::string& id) {
    TRY_LET(stored, server_store::find_record(connection, id));
    return stored ? stored->record.revision : records::Revision{};
}

std::optional<Reason> guard_of(const Profile& a, const Profile& b) {
    const Facts one = facts_of(a);
    const Facts other = facts_of(b);
    std::string_view guard = never_one(one, other);
    if (guard.empty()) guard = not_yet_one(one, other);
    if (guard.empty()) return std::nullopt;
    return Reason{"guard:" + std::string(guard), false, {}};
}

}  // namespace

std::string_view to_code(Kind kind) {
    return std::find_if(kKinds.begin(), kKinds.end(),
                        [&](auto& each) { return each.first == kind; })
        ->second;
}

std::string_view to_code(State state) {
    return std::find_if(kStates.begin(), kStates.end(),
                        [&](auto& each) { return each.first == state; })
        ->second;
}

std::optional<Kind> kind_of(std::string_view code) {
    for (const auto& [kind, text] : kKinds) {
        if (text == code) return kind;
    }
    return std::nullopt;
}

std::optional<State> state_of(std::string_view code) {
    for (const auto& [state, text] : kStates) {
        if (text == code) return state;
    }
    return std::nullopt;
}

Result<Page> list(db::Connection& connection, const base::Clock& clock, const Filter& filter) {
    Page page;
    TRY_LET(waiting, settle_for_page(connection, clock));
    page.waiting = waiting;
    server_store::CandidateFilter wanted;
    wanted.state = std::string(to_code(filter.state));
    if (filter.kind) wanted.kind = std::string(to_code(*filter.kind));
    wanted.units = filter.units;
    wanted.offset = filter.offset;
    wanted.limit = filter.limit;
    TRY_LET(total, server_store::count_candidates(connection, wanted));
    page.total = total;
    TRY_LET(rows, server_store::candidates(connection, wanted));
    TRY_LET(made, candidates_of(connection, rows));
    page.candidates = std::move(made);
    return page;
}

Result<std::vector<Candidate>> list_of(db::Connection& connection, const base::Clock& clock,
                                       std::string_view record) {
    TRY(settle_for_page(connection, clock));
    TRY_LET(rows, server_store::candidates_of(connection, record));
    return candidates_of(connection, rows);
}

Result<std::optional<Comparison>> one(db::Connection& connection, const base::Clock& clock,
                                      std::string_view a, std::string_view b) {
    TRY(settle_for_page(connection, clock));
    const auto [less, more] = std::minmax(a, b);
    TRY_LET(first, profile_of(connection, std::string(less)));
    TRY_LET(second, profile_of(connection, std::string(more)));
    const bool is_pair = a != b && first && second &&
                         (first->row.kind == "household") == (second->row.kind == "household");
    if (!is_pair) return std::optional<Comparison>();
    TRY_LET(row, row_of(connection, *first, *second));
    Comparison comparison;
    TRY_LET(candidate, candidate_of(connection, row));
    comparison.candidate = std::move(candidate);
    TRY_LET(revision_a, revision_of(connection, row.a));
    TRY_LET(revision_b, revision_of(connection, row.b));
    comparison.revision_a = revision_a;
    comparison.revision_b = revision_b;
    comparison.fields = fields_of(*first, *second, row.evidence);
    comparison.guard = guard_of(*first, *second);
    return std::optional<Comparison>(std::move(comparison));
}

Result<bool> dismiss(db::Connection& connection, const base::Clock& clock,
                     const Dismissal& dismissal) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    const auto [less, more] = std::minmax(dismissal.a, dismissal.b);
    TRY_LET(first, profile_of(connection, less));
    TRY_LET(second, profile_of(connection, more));
    if (!first || !second || less == more) return false;
    TRY_LET(row, row_of(connection, *first, *second));
    row.found_at = row.found_at.unix_ms == 0 ? clock.now() : row.found_at;
    row.print_a = first->row.print;
    row.print_b = second->row.print;
    TRY(server_store::put_candidate(connection, row));
    row.state = "dismissed";
    row.decided_at = clock.now();
    row.decided_by = dismissal.actor;
    row.reason = dismissal.reason;
    TRY(server_store::set_candidate_state(connection, row));
    TRY(server_store::audit(connection, {clock.now(), dismissal.actor, kDismissed,
                                         row.a + " " + row.b, dismissal.reason}));
    TRY(transaction.commit());
    return true;
}

}  // namespace merge
