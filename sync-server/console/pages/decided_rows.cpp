// What the audit tells of conflicts, waiting changes and moves, a row for each decision.
#include "sync-server/accept/desk/taking_back.h"
#include "sync-server/accept/joining/moving.h"
#include "sync-server/console/pages/arrived/waiting_change.h"
#include "sync-server/console/pages/decided.h"
#include "sync-server/console/pages/families/moves_made.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/changes/waiting_lists.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"

#include <algorithm>

namespace console {

using accept::DecidedConflict;
using html::all;
using html::tag;
using server_store::Audited;
using server_store::Quarantined;

namespace {

const char* words_of(const std::string& what) {
    if (what == "conflict_decided") return tr("decided");
    if (what == "quarantine_mended") return tr("taken");
    if (what == "quarantine_sent_back") return tr("sent back");
    if (what == "quarantine_refused") return tr("refused");
    if (what == "move") return tr("moved to another posyandu");
    if (what == "conflict_reopened") return tr("decision taken back");
    if (what == "quarantine_reopened") return tr("refusal taken back");
    return "";
}

Result<std::vector<Audited>> latest(const Visit& visit, const std::vector<std::string>& kinds) {
    std::vector<Audited> found;
    for (const std::string& kind : kinds) {
        server_store::AuditSearch search;
        search.what = kind;
        TRY_LET(some, server_store::search_audit(visit.connection, search, 0, kDecidedShown));
        found.insert(found.end(), some.begin(), some.end());
    }
    std::stable_sort(found.begin(), found.end(), [](const Audited& a, const Audited& b) {
        return a.at.unix_ms > b.at.unix_ms;
    });
    if (found.size() > kDecidedShown) found.resize(kDecidedShown);
    return found;
}

// Of a record that is here no more nobody can say whose posyandu it was.
bool may_read(const Visit& visit, const std::optional<server_store::StoredRecord>& stored) {
    if (stored) return visit.may_in(Action::SeePersons, stored->record.unit);
    return reach(visit.who.role, Action::SeePersons) == Reach::Centre;
}

// A move is noted with where from, where to and how many before the reason (accept/joining): the
// page has its own words for these.
std::string reason_of(const Audited& each) {
    const auto noted = each.what == "move" ? joining::noted_move(each.reason) : std::nullopt;
    return noted ? noted->reason : each.reason;
}

// ---- conflicts

Result<std::string> whose_words(const Visit& visit, const DecidedConflict& decided) {
    if (decided.choice == accept::Choice::Third) return std::string(tr("another answer"));
    const bool is_later = decided.choice == accept::Choice::Incoming;
    const accept::Word came{decided.contender.device, decided.contender.n};
    const accept::Word& taken = is_later ? came : decided.stood;
    TRY_LET(author, server_store::author_of(visit.connection, taken.device, taken.n));
    if (!author) return std::string();
    TRY_LET(user, server_store::find_user(visit.connection, author->user));
    return user ? user->name : std::string(tr("health centre"));
}

Result<Html> answers_of(const Visit& visit, const DecidedConflict& decided) {
    const std::string& type = decided.standing.record.type;
    TRY_LET(whose, whose_words(visit, decided));
    Html lines;
    for (const accept::DecidedAnswer& each : decided.answers) {
        const Html of = whose.empty() ? Html() : all(" (", html::name(whose), ")");
        lines += tag("div", field_words(visit, type, each.field), ": ",
                     value_words(visit, type, each.field, &each.decided), of);
    }
    return lines;
}

Result<bool> is_taken_back(const Visit& visit, const Audited& decided, const char* what) {
    server_store::AuditSearch search;
    search.what = what;
    search.subject = decided.subject;
    search.from = decided.at;
    TRY_LET(found, server_store::search_audit(visit.connection, search, 0, 1));
    return !found.empty();
}

// It waits again, where it was not decided anew.
Status add_reopened(const Visit& visit, const std::string& record, DecidedRow& row) {
    TRY_LET(open, server_store::open_contenders(visit.connection));
    for (const server_store::Contender& each : open) {
        if (each.record != record) continue;
        row.outcome += all(" · ", link("/conflicts/" + each.id, tr("Open")));
        TRY(add_author(visit, each.device, each.n, row));
    }
    return base::Done{};
}

// What was decided, whose answer that was, and where it is looked at again.
Status add_conflict(const Visit& visit, const Audited& audited, DecidedRow& row) {
    const base::Instant began{audited.at.unix_ms - kDecidedWithinMs};
    TRY_LET(closed,
            server_store::contenders_closed(visit.connection, audited.subject, began, audited.at));
    for (const server_store::Contender& each : closed) {
        TRY_LET(decided, accept::decided_conflict(visit.connection, visit.forms, each));
        if (!decided) continue;
        TRY_LET(answers, answers_of(visit, *decided));
        row.outcome += all(" · ", link("/conflicts/" + each.id, tr("Open or take back")), answers);
        TRY(add_author(visit, decided->stood.device, decided->stood.n, row));
        TRY(add_author(visit, each.device, each.n, row));
    }
    if (!closed.empty()) return base::Done{};
    TRY_LET(is_back, is_taken_back(visit, audited, "conflict_reopened"));
    if (!is_back) return base::Done{};
    row.outcome += all(", ", tr("taken back since"));
    return add_reopened(visit, audited.subject, row);
}

// ---- waiting changes

// What whoever decided it wrote on top of what had come.
Status add_closed_change(const Visit& visit, const records::Record& record, const Quarantined& item,
                         DecidedRow& row) {
    TRY_LET(mended, mended_answers(visit, item));
    const bool is_as_it_came = mended.empty() && item.decision == "mended";
    row.outcome += all(is_as_it_came ? all(" ", tr("as it came")) : Html(), " · ",
                       link(address_of(item), tr("Open")));
    for (const auto& [name, token] : mended.entries()) {
        row.outcome += tag("div", field_words(visit, record.type, name), ": ",
                           value_words(visit, record.type, name, &token));
    }
    return add_author(visit, item.device, item.n, row);
}

// Whoever took them put an answer right first.
Result<bool> is_corrected(const Visit& visit, const std::vector<Quarantined>& closed) {
    for (const Quarantined& each : closed) {
        TRY_LET(mended, mended_answers(visit, each));
        if (!mended.empty()) return true;
    }
    return false;
}

// What still waits of the record, or waited: whose it was.
Status add_those_of(const Visit& visit, const std::string& record, DecidedRow& row) {
    TRY_LET(history, server_store::history_of(visit.connection, record));
    for (const server_store::LoggedChange& each : history) {
        TRY_LET(item, server_store::find_quarantined(visit.connection, each.device, each.n));
        if (!item) continue;
        TRY(add_author(visit, item->device, item->n, row));
        if (item->is_open) row.outcome += all(" · ", link(address_of(*item), tr("Open")));
    }
    return base::Done{};
}

Status add_waiting(const Visit& visit, const Audited& audited, const records::Record& record,
                   DecidedRow& row) {
    const base::Instant began{audited.at.unix_ms - kDecidedWithinMs};
    TRY_LET(closed,
            server_store::quarantine_closed(visit.connection, audited.subject, began, audited.at));
    const bool is_closing =
        audited.what == "quarantine_mended" || audited.what == "quarantine_refused";
    if (!is_closing) return add_those_of(visit, audited.subject, row);
    TRY_LET(corrected, is_corrected(visit, closed));
    if (corrected) row.outcome = tr("corrected and taken");
    for (const Quarantined& each : closed) TRY(add_closed_change(visit, record, each, row));
    if (!closed.empty()) return base::Done{};
    TRY_LET(is_back, is_taken_back(visit, audited, "quarantine_reopened"));
    if (is_back) row.outcome += all(", ", tr("taken back since"));
    return add_those_of(visit, audited.subject, row);
}

Status add_move(const Visit& visit, const Audited& audited, const records::Record& record,
                DecidedRow& row) {
    TRY_LET(became, what_became_of_move(visit, audited, record));
    row.outcome += became;
    return base::Done{};
}

Status add_more(const Visit& visit, const Audited& audited, const records::Record& record,
                DecidedRow& row) {
    if (audited.what == "move") return add_move(visit, audited, record, row);
    if (audited.what == "conflict_decided") return add_conflict(visit, audited, row);
    if (audited.what == "conflict_reopened") return add_reopened(visit, audited.subject, row);
    const bool is_waiting = audited.what.rfind("quarantine_", 0) == 0;
    return is_waiting ? add_waiting(visit, audited, record, row) : base::Done{};
}

// A record that never came to be, since what would have begun it was refused: as it came.
Status add_refused(const Visit& visit, const Audited& audited, DecidedRow& row) {
    TRY_LET(history, server_store::history_of(visit.connection, audited.subject));
    for (const server_store::LoggedChange& each : history) {
        TRY_LET(item, server_store::find_quarantined(visit.connection, each.device, each.n));
        if (!item) continue;
        TRY_LET(waiting, waiting_of(visit, *item));
        if (!waiting.change) continue;
        TRY_LET(words, about(visit, waiting.record));
        row.whom = words.words;
        row.kind = type_words(visit, waiting.record.type);
        break;
    }
    const bool is_waiting = audited.what.rfind("quarantine_", 0) == 0;
    return is_waiting ? add_waiting(visit, audited, {}, row) : base::Done{};
}

}  // namespace

Result<std::vector<DecidedRow>> decided_rows(const Visit& visit,
                                             const std::vector<std::string>& kinds) {
    std::vector<DecidedRow> rows;
    TRY_LET(found, latest(visit, kinds));
    for (const Audited& each : found) {
        TRY_LET(stored, server_store::find_record(visit.connection, each.subject));
        if (!may_read(visit, stored)) continue;
        DecidedRow row{each.at, tr("not here"), words_of(each.what), reason_of(each), each.actor};
        if (stored) {
            TRY_LET(words, about(visit, stored->record));
            row.whom = words.words;
            row.kind =
                link("/figures/record/" + each.subject, type_words(visit, stored->record.type));
            TRY(add_more(visit, each, stored->record, row));
        } else {
            TRY(add_refused(visit, each, row));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace console
