#include "sync-server/console/pages/arrived/refused_changes.h"

#include "shared/base/json.h"
#include "sync-server/accept/desk/taking_back.h"
#include "sync-server/console/pages/arrived/closed_laptop.h"
#include "sync-server/console/pages/arrived/waiting_change.h"
#include "sync-server/console/pages/decided.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/waiting_lists.h"
#include "sync-server/store/records/records.h"

namespace console {

using html::all;
using html::tag;
using server_store::Quarantined;

namespace {

Result<const char*> outcome_of(const Visit& visit, const Quarantined& item) {
    if (item.decision == "rejected") return tr("refused");
    if (item.decision == "replaced") return tr("replaced by a later one");
    TRY_LET(mended, mended_answers(visit, item));
    return mended.empty() ? tr("taken") : tr("corrected and taken");
}

// What she who took it wrote instead, and what of it was written otherwise since.
Html answers_since(const Visit& visit, const Quarantined& item, const Waiting& waiting,
                   const records::Record& today, const base::Fields& mended) {
    base::Fields taken = waiting.change->set;
    taken.apply(mended);
    Table answers;
    answers.caption = tr("The answers");
    answers.columns = {tr("Question"), tr("As it came"), tr("Was taken as"), tr("Reads today")};
    for (const auto& [name, token] : taken.entries()) {
        const std::string* const came = waiting.change->set.token(name);
        const std::string* const now = today.fields.token(name);
        const bool is_later = now == nullptr ? token != "null" : *now != token;
        if (!mended.has(name) && !is_later && name != item.field) continue;
        Html reads = value_words(visit, today.type, name, now);
        if (is_later) reads += all(" ", badge(Tone::Info, tr("written since")));
        answers.rows.push_back({field_words(visit, today.type, name),
                                value_words(visit, today.type, name, came),
                                value_words(visit, today.type, name, &token), reads});
    }
    if (answers.rows.empty()) return paragraph(tr("It was taken as it came, and reads so today."));
    return table(answers);
}

Html taking_back(const Visit& visit, const Quarantined& item, bool is_closed,
                 const std::string& problem) {
    const Html seen = is_closed ? Html() : all(" ", tr("The cadre sees it at her next sync."));
    return card(tr("Take the refusal back"),
                form(visit, address_of(item) + "/reopen",
                     all(tag("p", tr("The change waits again among the waiting changes."), seen),
                         carried("decided", std::to_string(item.closed_at.unix_ms)),
                         field({.name = "reason",
                                .label = tr("Why it is taken back"),
                                .hint = tr("It is kept with your name."),
                                .problem = problem}),
                         submit(tr("Take it back")))));
}

Result<Html> what_became(const Visit& visit, const Quarantined& item, const Waiting& waiting) {
    TRY_LET(stored, server_store::find_record(visit.connection, item.record));
    const bool is_taken = item.decision != "rejected" && waiting.change && stored;
    if (!is_taken) return whole_change(visit, item, waiting);
    TRY_LET(mended, mended_answers(visit, item));
    return all(
        answers_since(visit, item, waiting, stored->record, mended),
        tag("p", link("/figures/record/" + item.record, tr("The record as it reads today"))),
        tag("p", {{"class", "muted"}},
            tr("What was taken is not taken back here. If the answer is wrong after all, the "
               "cadre corrects it in the record on her laptop.")),
        tag("details", tag("summary", tr("The whole change")), whole_change(visit, item, waiting)));
}

Answer decided_page(const Visit& visit, const Quarantined& item, const std::string& problem) {
    TRY_LET(waiting, waiting_of(visit, item));
    TRY_LET(whom, about(visit, waiting.record));
    TRY(visit.looked_at("see_quarantined", looked_at_of(whom, waiting.record)));
    TRY_LET(author, author_words(visit, item.device, item.n));
    TRY_LET(outcome, outcome_of(visit, item));
    const bool is_refused = item.decision == "rejected";
    TRY_LET(decision, decision_words(visit, is_refused ? "quarantine_refused" : "quarantine_mended",
                                     item.record, item.closed_at));
    std::vector<std::pair<std::string, Html>> lines = {
        {tr("About"), whom.words},
        {tr("Record"), type_words(visit, waiting.record.type)},
        {tr("Posyandu"), html::name(unit_words(visit, waiting.record.unit))},
        {tr("Written by"), author},
        {tr("Why it waited"), why_and_what(visit, item, waiting)},
        {tr("Outcome"), outcome}};
    lines.insert(lines.end(), decision.begin(), decision.end());
    TRY_LET(became, what_became(visit, item, waiting));
    TRY_LET(closed, closed_laptop(visit, item.device, waiting.record.unit));
    return page(visit, is_refused ? tr("A refused change") : tr("A change that waited"),
                all(facts(lines), became,
                    is_refused ? taking_back(visit, item, closed.has_value(), problem) : Html(),
                    link("/decided", tr("What was decided"))),
                problem.empty() ? 200 : 422);
}

Result<std::optional<Quarantined>> refused_one(const Visit& visit) {
    TRY_LET(item, asked_for_change(visit));
    const bool is_refused = item && !item->is_open && item->decision == "rejected";
    return is_refused ? std::move(item) : std::nullopt;
}

}  // namespace

Answer refused_changes(const Visit& visit) {
    const std::int64_t first = std::int64_t{page_number(visit)} * kRowsOnPage;
    TRY_LET(items,
            server_store::rejected_page(visit.connection, first, std::int64_t{kRowsOnPage} + 1));
    const bool has_more = items.size() > kRowsOnPage;
    if (has_more) items.pop_back();
    Table shown;
    shown.caption = tr("Refused changes");
    shown.columns = {tr("From"), tr("About"), tr("Record"), tr("When"), tr("Look")};
    shown.empty_text = tr("Nothing was refused.");
    for (const Quarantined& item : items) {
        TRY_LET(waiting, waiting_of(visit, item));
        TRY_LET(whom, about(visit, waiting.record));
        TRY_LET(cadre, cadre_words(visit, item.device));
        shown.rows.push_back(
            {cadre, whom.words,
             waiting.change ? type_words(visit, waiting.record.type) : tr("not readable"),
             time_text(visit, item.closed_at), link(address_of(item), tr("Open or take back"))});
    }
    TRY(visit.looked_at("see_quarantine", ""));
    return page(
        visit, tr("Refused changes"),
        all(paragraph(tr("What was refused is kept whole. Open one to see who refused it "
                         "and why, and to take that back.")),
            table(shown), pager(visit, has_more), link("/quarantine", tr("Back to what waits"))));
}

Answer decided_change_page(const Visit& visit) {
    TRY_LET(item, asked_for_change(visit));
    if (!item || item->is_open) return refusal(visit, Refusal::NotFound, "/quarantine");
    return decided_page(visit, *item, "");
}

Answer reopen_refused_change(const Visit& visit) {
    TRY_LET(item, refused_one(visit));
    if (!item) return refusal(visit, Refusal::Stale, "/quarantine");
    const std::string reason = visit.value("reason");
    if (reason.empty()) return decided_page(visit, *item, tr("Say why."));
    const auto decided = base::json::integer_of(visit.value("decided"));
    if (!decided) return refusal(visit, Refusal::Stale, address_of(*item));
    accept::By by{visit.who.id.text()};
    by.seen_decided = base::Instant{*decided};
    base::Status done = base::Done{};
    TRY(visit.write([&](const accept::Desk& desk) -> Status {
        done = accept::reopen_quarantined(desk, item->device, item->n, reason, by);
        return base::Done{};
    }));
    if (!done.ok() && accept::is_changed_since(done.error())) {
        return refusal(visit, Refusal::Stale, address_of(*item));
    }
    if (!done.ok() && is_refusal(done.error())) {
        return decided_page(visit, *item, in_words(done.error()));
    }
    TRY(done);
    return go_to(address_of(*item), tr("It waits again. Decide what becomes of it."));
}

}  // namespace console
