#include "sync-server/console/pages/families/pairs.h"

#include "sync-server/accept/joining/joining.h"
#include "sync-server/console/pages/families/joining_words.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"

#include <algorithm>

namespace console {

using html::all;
using html::tag;

merge::Language reason_language() {
    return tongue().language == words::Language::English ? merge::Language::English
                                                         : merge::Language::Indonesian;
}

std::string address_of_pair(std::string_view a, std::string_view b) {
    return "/duplicates/" + std::string(a) + "/" + std::string(b);
}

Html reasons_of(const merge::Candidate& candidate) {
    Html lines;
    for (merge::Reason reason : candidate.reasons) {
        for (std::string& value : reason.values) {
            if (const auto day = base::parse_date(value)) value = words::short_date(*day, tongue());
        }
        lines += tag("div", {{"class", reason.speaks_for ? "for" : "against"}},
                     html::name(merge::words(reason, reason_language()), 400));
    }
    return lines;
}

WorkList pairs_to_decide() {
    const auto count = [](db::Connection& connection) {
        return server_store::count_candidates(connection, {});
    };
    const auto at = [](db::Connection& connection, std::int64_t place) -> Result<std::string> {
        server_store::CandidateFilter one;
        one.offset = place;
        one.limit = 1;
        TRY_LET(found, server_store::candidates(connection, one));
        return found.empty() ? std::string() : address_of_pair(found.front().a, found.front().b);
    };
    return {"/duplicates", count, at};
}

Result<std::optional<server_store::CandidateRow>> open_pair(db::Connection& connection,
                                                            const std::string& one,
                                                            const std::string& other) {
    TRY_LET(row,
            server_store::find_candidate(connection, std::min(one, other), std::max(one, other)));
    if (row && row->state != "open") row.reset();
    return std::move(row);
}

namespace {

struct Decided {
    std::string a, b;
    std::string merge;  // empty: told apart
    bool is_taken_back = false;
    std::string way_back;  // where it can be decided otherwise
    std::string reason, actor;
    base::Instant at;
};

Status add_joined(const Visit& visit, std::vector<Decided>& found) {
    TRY_LET(merges, joining::merges(visit.connection, kDecidedShown));
    for (const joining::Merge& each : merges) {
        found.push_back({each.winner, each.loser, each.id, each.undone_at.has_value(),
                         "/merges/" + each.id, each.reason, each.decided_by, each.decided_at});
    }
    return base::Done{};
}

Status add_told_apart(const Visit& visit, std::vector<Decided>& found) {
    server_store::AuditSearch search;
    search.what = "duplicate_dismissed";  // its subject: the two ids
    TRY_LET(rows, server_store::search_audit(visit.connection, search, 0, kDecidedShown));
    for (const server_store::Audited& each : rows) {
        const auto space = each.subject.find(' ');
        if (space == std::string::npos) continue;
        const std::string a = each.subject.substr(0, space);
        const std::string b = each.subject.substr(space + 1);
        TRY_LET(row, server_store::find_candidate(visit.connection, a, b));
        const bool stands = !row || row->state == "dismissed";
        found.push_back(
            {a, b, "", !stands, address_of_pair(a, b), each.reason, each.actor, each.at});
    }
    return base::Done{};
}

Html outcome_of(const Decided& each) {
    const bool is_joined = !each.merge.empty();
    if (each.is_taken_back && is_joined) {
        return all(tr("joined"), ", ", tr("taken back"));
    }
    if (each.is_taken_back) {
        return all(tr("two, not a duplicate"), ", ", tr("decided anew since"));
    }
    return all(is_joined ? tr("joined") : tr("two, not a duplicate"), " · ",
               link(each.way_back, is_joined ? tr("Take back") : tr("Decide anew")));
}

// The questions of which the one that stays took the other's answer.
Result<std::set<std::string>> taken_by(const Visit& visit, const std::string& merge) {
    std::set<std::string> taken;
    const auto preview = joining::preview_undo(reading_desk(visit), merge);
    if (!preview.ok() && is_refusal(preview.error())) return taken;  // it cannot be taken back
    TRY(preview);
    for (const joining::Reverting& each : preview.value().fields) taken.insert(each.field);
    return taken;
}

}  // namespace

accept::Desk reading_desk(const Visit& visit) {
    return accept::Desk{visit.connection, visit.forms, visit.clock, visit.random};
}

namespace {

// Whoever wrote it down first.
Status add_writer(const Visit& visit, const std::string& id, DecidedRow& row) {
    TRY_LET(history, server_store::history_of(visit.connection, id));
    if (history.empty()) return base::Done{};
    return add_author(visit, history.front().device, history.front().n, row);
}

// When, by whom and why a joining was taken back.
Result<Html> taking_back_of(const Visit& visit, const std::string& merge) {
    server_store::AuditSearch search;
    search.what = "merge_undone";
    search.subject = merge;
    TRY_LET(found, server_store::search_audit(visit.connection, search, 0, 1));
    if (found.empty()) return Html();
    TRY_LET(by, decided_by(visit, found.front().actor));
    return tag("div", all(tr("Taken back"), " ", time_text(visit, found.front().at), ", ", by, ": ",
                          html::name(found.front().reason, 300)));
}

Status add_what_became(const Visit& visit, const Decided& each, DecidedRow& row) {
    if (each.merge.empty()) return base::Done{};
    if (each.is_taken_back) {
        TRY_LET(back, taking_back_of(visit, each.merge));
        row.outcome += back;
        return base::Done{};
    }
    TRY_LET(kept, server_store::find_record(visit.connection, each.a));
    TRY_LET(gone, server_store::find_record(visit.connection, each.b));
    if (!kept || !gone) return base::Done{};
    TRY_LET(taken, taken_by(visit, each.merge));
    row.outcome += what_stands(visit, kept->record, gone->record, taken);
    return base::Done{};
}

}  // namespace

Result<std::vector<DecidedRow>> pairs_decided(const Visit& visit) {
    std::vector<Decided> found;
    TRY(add_joined(visit, found));
    TRY(add_told_apart(visit, found));
    std::vector<DecidedRow> rows;
    for (const Decided& each : found) {
        TRY_LET(one, record_name(visit, each.a));
        TRY_LET(other, record_name(visit, each.b));
        TRY_LET(stored, server_store::find_record(visit.connection, each.a));
        DecidedRow row{each.at, all(one, " · ", other), outcome_of(each), each.reason, each.actor};
        if (stored) {
            row.kind = link("/figures/record/" + each.a, type_words(visit, stored->record.type));
        }
        TRY(add_what_became(visit, each, row));
        TRY(add_writer(visit, each.a, row));
        TRY(add_writer(visit, each.b, row));
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace console
