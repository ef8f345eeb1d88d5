#include "sync-server/console/pages/decided.h"

#include "sync-server/console/pages/arrived/waiting_change.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/changes/waiting_lists.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"

#include <algorithm>

namespace console {

using html::all;
using html::tag;
using server_store::Audited;

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

// It is noted a moment after.
constexpr std::int64_t kOneTransaction = 2000;

// Of a record that is here no more nobody can say whose posyandu it was.
bool may_read(const Visit& visit, const std::optional<server_store::StoredRecord>& stored) {
    if (stored) return visit.may_in(Action::SeePersons, stored->record.unit);
    return reach(visit.who.role, Action::SeePersons) == Reach::Centre;
}

// A move is noted with where from, where to and how many before the reason (accept/joining): the
// page has its own words for these.
std::string reason_of(const Audited& each) {
    const auto colon = each.what == "move" ? each.reason.find(": ") : std::string::npos;
    return colon == std::string::npos ? each.reason : each.reason.substr(colon + 2);
}

// The questions that it was about, as they are answered today, and where it is looked at again.
Result<Html> of_conflict(const Visit& visit, const Audited& decided,
                         const records::Record& record) {
    const base::Instant began{decided.at.unix_ms - kOneTransaction};
    TRY_LET(closed,
            server_store::contenders_closed(visit.connection, decided.subject, began, decided.at));
    Html lines;
    for (const server_store::Contender& each : closed) {
        TRY_LET(fields, base::Fields::parse(each.mine));
        for (const auto& [name, token] : fields.entries()) {
            lines += tag("div", field_words(visit, record.type, name), ": ",
                         value_words(visit, record.type, name, record.fields.token(name)));
        }
        lines += tag("div", link("/conflicts/" + each.id, tr("Open or take back")));
    }
    return lines;
}

// What whoever decided it wrote on top of what had come.
Result<Html> of_waiting(const Visit& visit, const Audited& decided, const records::Record& record) {
    const base::Instant began{decided.at.unix_ms - kOneTransaction};
    TRY_LET(closed,
            server_store::quarantine_closed(visit.connection, decided.subject, began, decided.at));
    Html lines;
    for (const server_store::Quarantined& each : closed) {
        TRY_LET(mended, mended_answers(visit, each));
        for (const auto& [name, token] : mended.entries()) {
            lines += tag("div", field_words(visit, record.type, name), ": ",
                         value_words(visit, record.type, name, &token));
        }
        if (mended.empty() && each.decision == "mended") lines += tag("div", tr("as it came"));
        lines += tag("div", link(address_of(each), tr("Open")));
    }
    return lines;
}

Result<Html> more_of(const Visit& visit, const Audited& decided, const records::Record& record) {
    if (decided.what == "conflict_decided") return of_conflict(visit, decided, record);
    const bool is_waiting =
        decided.what == "quarantine_mended" || decided.what == "quarantine_refused";
    return is_waiting ? of_waiting(visit, decided, record) : Html();
}

}  // namespace

Result<Html> decided_by(const Visit& visit, const std::string& actor) {
    TRY_LET(user, server_store::find_user(visit.connection, base::UserId(actor)));
    return user ? html::name(user->name) : Html(tr("command line"));
}

Result<std::vector<std::pair<std::string, Html>>> decision_words(const Visit& visit,
                                                                 const std::string& what,
                                                                 const std::string& subject,
                                                                 base::Instant closed_at) {
    server_store::AuditSearch search;
    search.what = what;
    search.subject = subject;
    search.from = closed_at;
    search.before = base::Instant{closed_at.unix_ms + kOneTransaction};
    TRY_LET(found, server_store::search_audit(visit.connection, search, 0, kDecidedShown));
    std::vector<std::pair<std::string, Html>> lines = {{tr("When"), time_text(visit, closed_at)}};
    if (found.empty()) return lines;  // decided on a laptop
    TRY_LET(by, decided_by(visit, found.back().actor));
    lines.emplace_back(tr("By"), by);
    const std::string& reason = found.back().reason;
    if (!reason.empty()) lines.emplace_back(tr("Reason"), html::name(reason, 2000));
    return lines;
}

Result<Html> decided_table(const Visit& visit, std::vector<DecidedRow> rows,
                           const std::string& empty_text) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const DecidedRow& a, const DecidedRow& b) { return a.at > b.at; });
    Table list;
    list.caption = tr("The latest first");
    list.columns = {tr("About"), tr("Outcome"), tr("Reason"), tr("By"), tr("When")};
    list.empty_text = empty_text;
    for (const DecidedRow& each : rows) {
        TRY_LET(by, decided_by(visit, each.actor));
        list.rows.push_back({each.whom, each.outcome,
                             each.reason.empty() ? Html("–") : html::name(each.reason, 300), by,
                             time_text(visit, each.at)});
    }
    return table(list);
}

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
            row.whom = all(
                words.words, tag("br"),
                link("/figures/record/" + each.subject, type_words(visit, stored->record.type)));
            TRY_LET(more, more_of(visit, each, stored->record));
            row.outcome += more;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace console
