#include "sync-server/console/pages/arrived/decided_conflicts.h"

#include "shared/base/json.h"
#include "sync-server/accept/desk/taking_back.h"
#include "sync-server/console/pages/arrived/conflicts.h"
#include "sync-server/console/pages/decided.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/waiting_lists.h"

#include <algorithm>

namespace console {

using accept::DecidedAnswer;
using accept::DecidedConflict;
using html::all;
using server_store::Contender;

std::string outcome_words(accept::Choice choice) {
    switch (choice) {
        case accept::Choice::Standing:
            return tr("what stood there was kept");
        case accept::Choice::Incoming:
            return tr("what came later was taken");
        case accept::Choice::Third:
            return tr("another answer was written");
    }
    return "";
}

namespace {

std::string address_of(const Contender& contender) {
    return "/conflicts/" + contender.id;
}

Result<std::optional<DecidedConflict>> hers(const Visit& visit, const Contender& contender) {
    TRY_LET(decided, accept::decided_conflict(visit.connection, visit.forms, contender));
    if (decided && !may_decide(visit, decided->standing.record)) decided.reset();
    return decided;
}

Result<std::optional<DecidedConflict>> asked_for(const Visit& visit) {
    TRY_LET(contender, server_store::find_contender(visit.connection, visit.in_path("id")));
    if (!contender) return std::optional<DecidedConflict>();
    return hers(visit, *contender);
}

Html answers_table(const Visit& visit, const DecidedConflict& decided) {
    const std::string& type = decided.standing.record.type;
    Table answers;
    answers.caption = tr("The answers");
    answers.columns = {tr("Question"), tr("Stood before"), tr("Came later"), tr("Was decided"),
                       tr("Reads today")};
    for (const DecidedAnswer& each : decided.answers) {
        const auto words = [&](const std::string& token) {
            return value_words(visit, type, each.field, &token);
        };
        Html now = words(each.now);
        if (each.is_written_since) now += all(" ", badge(Tone::Info, tr("written since")));
        answers.rows.push_back({field_words(visit, type, each.field), words(each.stood),
                                words(each.came), words(each.decided), now});
    }
    return table(answers);
}

// What will be, before it is done.
Html taking_back(const Visit& visit, const DecidedConflict& decided, const std::string& problem) {
    const bool has_later =
        std::any_of(decided.answers.begin(), decided.answers.end(),
                    [](const DecidedAnswer& each) { return each.is_written_since; });
    const std::string what =
        has_later ? tr("What was written since stays; it and the other answer wait to be decided "
                       "again. Both cadres see it at their next sync.")
                  : tr("What stood before stands again; both answers wait to be decided again. "
                       "Both cadres see it at their next sync.");
    return card(
        tr("Take the decision back"),
        form(visit, address_of(decided.contender) + "/reopen",
             all(paragraph(what), carried("shown", to_text(decided.standing.record.revision)),
                 carried("decided", std::to_string(decided.contender.closed_at.unix_ms)),
                 field({.name = "reason",
                        .label = tr("Why it is taken back"),
                        .hint = tr("It is kept with your name."),
                        .problem = problem}),
                 submit(tr("Take it back")))));
}

Answer decided_page(const Visit& visit, const DecidedConflict& decided,
                    const std::string& problem) {
    const records::Record& record = decided.standing.record;
    const Contender& contender = decided.contender;
    TRY_LET(whom, about(visit, record));
    TRY(visit.looked_at("see_conflict", looked_at_of(whom, record)));
    TRY_LET(decision,
            decision_words(visit, "conflict_decided", contender.record, contender.closed_at));
    std::vector<std::pair<std::string, Html>> lines = {
        {tr("About"), whom.words},
        {tr("Record"), type_words(visit, record.type)},
        {tr("Posyandu"), html::name(unit_words(visit, record.unit))}};
    if (contender.device != 0) {
        TRY_LET(author, author_words(visit, contender.device, contender.n));
        lines.emplace_back(tr("The later answer is by"), author);
    }
    if (decided.stood.device != 0) {
        TRY_LET(stood, author_words(visit, decided.stood.device, decided.stood.n));
        lines.emplace_back(tr("The answer that stood there is by"), stood);
    }
    lines.emplace_back(tr("Outcome"), outcome_words(decided.choice));
    lines.insert(lines.end(), decision.begin(), decision.end());
    return page(
        visit, tr("A decided conflict"),
        all(facts(lines), answers_table(visit, decided), taking_back(visit, decided, problem),
            link("/conflicts/decided", tr("Back to the list"))),
        problem.empty() ? 200 : 422);
}

Result<std::vector<Html>> row_of(const Visit& visit, const DecidedConflict& decided) {
    const records::Record& record = decided.standing.record;
    TRY_LET(whom, about(visit, record));
    std::string fields;
    for (const DecidedAnswer& each : decided.answers) {
        fields += (fields.empty() ? "" : ", ") + field_words(visit, record.type, each.field);
    }
    return std::vector<Html>{whom.words, all(type_words(visit, record.type), ": ", fields),
                             outcome_words(decided.choice),
                             time_text(visit, decided.contender.closed_at),
                             link(address_of(decided.contender), tr("Open or take back"))};
}

}  // namespace

Answer decided_conflicts(const Visit& visit) {
    TRY_LET(filter, conflicts_of_hers(visit));
    filter.first = std::int64_t{page_number(visit)} * kRowsOnPage;
    filter.count = kRowsOnPage + 1;
    TRY_LET(closed, server_store::closed_contenders_page(visit.connection, filter));
    const bool has_more = closed.size() > kRowsOnPage;
    if (has_more) closed.pop_back();
    Table shown;
    shown.caption = tr("Decided conflicts");
    shown.columns = {tr("About"), tr("What"), tr("Outcome"), tr("When"), tr("Look")};
    shown.empty_text = tr("Nothing was decided yet.");
    for (const Contender& each : closed) {
        TRY_LET(decided, hers(visit, each));
        if (!decided) continue;
        TRY_LET(row, row_of(visit, *decided));
        shown.rows.push_back(std::move(row));
    }
    TRY(visit.looked_at("see_conflicts", ""));
    return page(visit, tr("Decided conflicts"),
                all(paragraph(tr("Open one to see who decided what and why, and to take that "
                                 "back.")),
                    table(shown), pager(visit, has_more),
                    link("/conflicts", tr("Back to what is to be decided"))));
}

Answer decided_conflict_page(const Visit& visit) {
    TRY_LET(decided, asked_for(visit));
    if (!decided) return refusal(visit, Refusal::NotFound, "/conflicts");
    return decided_page(visit, *decided, "");
}

Answer reopen_conflict(const Visit& visit) {
    TRY_LET(decided, asked_for(visit));
    if (!decided) return refusal(visit, Refusal::Stale, "/conflicts");
    const std::string here = address_of(decided->contender);
    const std::string reason = visit.value("reason");
    if (reason.empty()) return decided_page(visit, *decided, tr("Say why."));
    accept::By by{visit.who.id.text(), records::parse_revision(visit.value("shown"))};
    const auto closed_at = base::json::integer_of(visit.value("decided"));
    if (!by.seen || !closed_at) return refusal(visit, Refusal::Stale, here);
    by.seen_decided = base::Instant{*closed_at};
    base::Status done = base::Done{};
    TRY(visit.write([&](const accept::Desk& desk) -> Status {
        done = accept::reopen_conflict(desk, decided->contender.id, reason, by);
        return base::Done{};
    }));
    if (!done.ok() && accept::is_changed_since(done.error())) {
        return refusal(visit, Refusal::Stale, here);
    }
    if (!done.ok() && is_refusal(done.error())) {
        const std::string& type = decided->standing.record.type;
        return decided_page(visit, *decided, in_words_of_form(visit, type, done.error()));
    }
    TRY(done);
    return go_to(here, tr("Taken back. Both answers wait for your decision."));
}

}  // namespace console
