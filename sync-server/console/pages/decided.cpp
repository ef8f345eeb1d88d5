#include "sync-server/console/pages/decided.h"

#include "sync-server/console/records/answer_fields.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"

#include <algorithm>

namespace console {

using html::all;
using html::tag;

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
    search.before = base::Instant{closed_at.unix_ms + kDecidedWithinMs};
    TRY_LET(found, server_store::search_audit(visit.connection, search, 0, kDecidedShown));
    std::vector<std::pair<std::string, Html>> lines = {{tr("When"), time_text(visit, closed_at)}};
    if (found.empty()) return lines;  // decided on a laptop
    TRY_LET(by, decided_by(visit, found.back().actor));
    lines.emplace_back(tr("By"), by);
    const std::string& reason = found.back().reason;
    if (!reason.empty()) lines.emplace_back(tr("Reason"), html::name(reason, 2000));
    return lines;
}

namespace {

// Of what people say of a person or a household. Whom it belongs to and what became of it, joining
// writes itself.
bool is_said_of_it(const forms::Question& question) {
    return question.type != forms::QuestionType::Reference && question.name != "status";
}

Html said(const Visit& visit, const records::Record& record, const std::string& field) {
    const std::string label = field_words(visit, record.type, field);
    const char* const between = label.ends_with('?') ? " " : ": ";
    return all(label, between, value_words(visit, record.type, field, record.fields.token(field)));
}

}  // namespace

Html what_stands(const Visit& visit, const records::Record& kept, const records::Record& other,
                 const std::set<std::string>& taken) {
    constexpr std::size_t kShown = 4;
    const forms::Form* form = visit.forms.find(kept.type);
    std::size_t count = 0;
    Html line;
    for (const std::string& name : question_names(visit, kept.type)) {
        const std::string* const here = kept.fields.token(name);
        const std::string* const there = other.fields.token(name);
        const bool is_same =
            here == nullptr || there == nullptr || (*here == *there && !taken.contains(name));
        if (is_same || !is_said_of_it(*form->find(name)) || ++count > kShown) continue;
        line += all(line.empty() ? "" : "; ", said(visit, kept, name));
    }
    return line.empty() ? Html() : tag("div", tr("What stands:"), " ", line);
}

Status add_author(const Visit& visit, std::int64_t device, std::int64_t n, DecidedRow& row) {
    TRY_LET(author, server_store::author_of(visit.connection, device, n));
    if (!author || author->user.text().empty()) return base::Done{};
    const std::string& id = author->user.text();
    const bool is_there = std::any_of(row.authors.begin(), row.authors.end(),
                                      [&id](const Author& each) { return each.user == id; });
    TRY_LET(user, server_store::find_user(visit.connection, author->user));
    if (!is_there && user) row.authors.push_back({id, user->name});
    return base::Done{};
}

namespace {

// What it is, and whose words.
Html beneath(const DecidedRow& row) {
    Html line = row.kind;
    for (const Author& each : row.authors) {
        line += all(line.empty() ? "" : " · ", html::name(each.name));
    }
    return line.empty() ? Html() : tag("div", {{"class", "muted"}}, line);
}

}  // namespace

Result<Html> decided_table(const Visit& visit, std::vector<DecidedRow> rows,
                           const std::string& empty_text) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const DecidedRow& a, const DecidedRow& b) { return a.at > b.at; });
    Table list;
    list.caption = tr("The latest first");
    list.columns = {tr("About"), tr("Outcome"), tr("Reason"), tr("When and by whom")};
    list.empty_text = empty_text;
    for (const DecidedRow& each : rows) {
        TRY_LET(by, decided_by(visit, each.actor));
        list.rows.push_back({all(each.whom, beneath(each)), each.outcome,
                             each.reason.empty() ? Html("–") : html::name(each.reason, 300),
                             all(time_text(visit, each.at), ", ", by)});
    }
    return brief_table(list);
}

}  // namespace console
