#include "sync-server/console/pages/arrived/refused_changes.h"

#include "shared/base/json.h"
#include "sync-server/accept/taking_back.h"
#include "sync-server/console/pages/arrived/waiting_change.h"
#include "sync-server/console/pages/decided.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/waiting_lists.h"

namespace console {

using html::all;
using server_store::Quarantined;

namespace {

Answer refused_page(const Visit& visit, const Quarantined& item, const std::string& problem) {
    TRY_LET(waiting, waiting_of(visit, item));
    TRY_LET(whom, about(visit, waiting.record));
    TRY(visit.looked_at("see_quarantined", looked_at_of(whom, waiting.record)));
    TRY_LET(author, author_words(visit, item.device, item.n));
    TRY_LET(decision, decision_words(visit, "quarantine_refused", item.record, item.closed_at));
    std::vector<std::pair<std::string, Html>> lines = {
        {tr("About"), whom.words},
        {tr("Record"), type_words(visit, waiting.record.type)},
        {tr("Posyandu"), html::name(unit_words(visit, waiting.record.unit))},
        {tr("Written by"), author},
        {tr("Why it waited"),
         all(why_words(item), wrong_words(item).empty() ? "" : ": ", wrong_words(item))},
        {tr("Outcome"), tr("refused")}};
    lines.insert(lines.end(), decision.begin(), decision.end());
    const Html taking_back =
        card(tr("Take the refusal back"),
             form(visit, address_of(item) + "/reopen",
                  all(paragraph(tr("The change waits again among the waiting changes. The cadre "
                                   "sees that at her next sync.")),
                      carried("decided", std::to_string(item.closed_at.unix_ms)),
                      field({.name = "reason",
                             .label = tr("Why it is taken back"),
                             .hint = tr("It is kept with your name."),
                             .problem = problem}),
                      submit(tr("Let it wait again")))));
    return page(visit, tr("A refused change"),
                all(facts(lines), whole_change(visit, item, waiting), taking_back,
                    link("/quarantine/refused", tr("Back to the list"))),
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

Answer refused_change_page(const Visit& visit) {
    TRY_LET(item, refused_one(visit));
    if (!item) return refusal(visit, Refusal::NotFound, "/quarantine");
    return refused_page(visit, *item, "");
}

Answer reopen_refused_change(const Visit& visit) {
    TRY_LET(item, refused_one(visit));
    if (!item) return refusal(visit, Refusal::Stale, "/quarantine");
    const std::string reason = visit.value("reason");
    if (reason.empty()) return refused_page(visit, *item, tr("Say why."));
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
        return refused_page(visit, *item, in_words(done.error()));
    }
    TRY(done);
    return go_to(address_of(*item), tr("It waits again. Decide what becomes of it."));
}

}  // namespace console
