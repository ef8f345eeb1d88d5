#include "sync-server/merge/keeping.h"

#include "sync-server/store/records/records.h"

#include <map>
#include <utility>

namespace merge {

using base::Done;
using server_store::CandidateRow;

namespace {

bool is_as_decided(const CandidateRow& stood, const CandidateRow& found) {
    return stood.print_a == found.print_a && stood.print_b == found.print_b;
}

// Both stand, so whatever was merged is undone.
base::Status open_again(db::Connection& connection, const CandidateRow& found) {
    CandidateRow open = found;
    open.state = "open";
    open.decided_at.reset();
    return server_store::set_candidate_state(connection, open);
}

}  // namespace

base::Status keep(db::Connection& connection, base::Instant now,
                  const std::vector<CandidateRow>& found, const std::vector<CandidateRow>& stood) {
    std::map<std::pair<std::string, std::string>, const CandidateRow*> before;
    for (const CandidateRow& each : stood) before[{each.a, each.b}] = &each;
    for (CandidateRow row : found) {
        row.found_at = now;
        const auto old = before.find({row.a, row.b});
        if (old != before.end()) {
            const CandidateRow& was = *old->second;
            const bool stays_away = was.state == "dismissed" && is_as_decided(was, row);
            if (!stays_away && was.state != "open") TRY(open_again(connection, row));
            before.erase(old);
            if (stays_away) continue;
        }
        TRY(server_store::put_candidate(connection, row));
    }
    for (const auto& [pair, row] : before) {
        if (row->state == "open") {
            TRY(server_store::remove_candidate(connection, row->a, row->b));
        }
    }
    return Done{};
}

base::Status settle_gone(db::Connection& connection, base::Instant now, const std::string& record) {
    TRY_LET(stored, server_store::find_record(connection, record));
    const std::string winner = stored ? stored->record.fields.text("merged_into") : "";
    TRY_LET(all, server_store::candidates_of(connection, record));
    for (CandidateRow& each : all) {
        const std::string& other = each.a == record ? each.b : each.a;
        if (winner.empty() || other != winner) {
            if (each.state == "open") {
                TRY(server_store::remove_candidate(connection, each.a, each.b));
            }
            continue;
        }
        if (each.state == "merged") continue;
        each.state = "merged";
        each.decided_at = now;
        TRY(server_store::set_candidate_state(connection, each));
    }
    return Done{};
}

}  // namespace merge
