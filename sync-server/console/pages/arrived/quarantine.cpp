#include "sync-server/console/pages/arrived/quarantine.h"

#include "shared/records/change.h"
#include "sync-server/console/pages/arrived/refused_changes.h"
#include "sync-server/console/pages/arrived/waiting_change.h"
#include "sync-server/console/pages/arrived/waiting_item.h"
#include "sync-server/console/pages/waiting.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/changes/waiting_lists.h"

namespace console {

using html::all;
using html::tag;
using server_store::Quarantined;

WorkList changes_to_mend() {
    const auto at = [](db::Connection& connection, std::int64_t place) -> Result<std::string> {
        TRY_LET(found, server_store::quarantine_page(connection, place, 1));
        return found.empty() ? std::string() : address_of(found.front());
    };
    return {"/quarantine", server_store::count_quarantine, at};
}

namespace {

// Those that still wait.
Result<std::optional<Quarantined>> asked_for(const Visit& visit) {
    TRY_LET(item, asked_for_change(visit));
    if (item && !item->is_open) return std::optional<Quarantined>();
    return item;
}

Answer list(const Visit& visit) {
    const std::int64_t from = std::int64_t{page_number(visit)} * kRowsOnPage;
    TRY_LET(items,
            server_store::quarantine_page(visit.connection, from, std::int64_t{kRowsOnPage} + 1));
    const bool has_more = items.size() > kRowsOnPage;
    if (has_more) items.pop_back();
    Table shown;
    shown.caption = tr("What waits");
    shown.columns = {tr("From"),         tr("About"), tr("Record"),
                     tr("Why it waits"), tr("Since"), tr("Mend")};
    shown.empty_text = tr("Nothing waits: every change that the laptops sent was taken.");
    for (const Quarantined& item : items) {
        TRY_LET(waiting, waiting_of(visit, item));
        TRY_LET(whom, about(visit, waiting.record));
        TRY_LET(cadre, cadre_words(visit, item.device));
        TRY_LET(told, accept::words_to_author(visit.connection, item.device, item.n));
        Html back;
        if (!told.empty() && told != item.reason) {
            back = tag("div", badge(Tone::Info, tr("sent back, the cadre is to correct it")));
        }
        shown.rows.push_back(
            {cadre, whom.words,
             waiting.change ? type_words(visit, waiting.record.type) : tr("not readable"),
             all(why_and_what(visit, item, waiting), back), day_text(visit, item.opened_at),
             link(address_of(item), tr("Open"))});
    }
    const std::string first = items.empty() ? std::string() : address_of(items.front());
    TRY_LET(onward, where_to_go_on(visit, first));
    TRY(visit.looked_at("see_quarantine", ""));
    return page(visit, tr("Waiting changes"),
                all(paragraph(tr("These changes arrived whole but could not be taken. Nothing here "
                                 "disappears by itself; nothing else waits for them.")),
                    onward, table(shown), pager(visit, has_more)));
}

// ---- one of them

Answer item_page(const Visit& visit, const Quarantined& item, const std::string& problem) {
    TRY_LET(one, waiting_item(visit, item));
    TRY_LET(whom, about(visit, one.waiting.record));
    TRY(visit.looked_at("see_quarantined", looked_at_of(whom, one.waiting.record)));
    TRY_LET(said, facts_of_item(visit, one, whom));
    TRY_LET(before, server_store::quarantine_before(visit.connection, item));
    TRY_LET(place, place_in(visit, changes_to_mend(), before));
    return page(visit, tr("A waiting change"),
                all(place, problem.empty() ? Html() : note(Tone::Bad, problem), said,
                    deeds_of_item(visit, one)),
                problem.empty() ? 200 : 422);
}

Answer show(const Visit& visit) {
    TRY_LET(item, asked_for(visit));
    if (!item) return decided_change_page(visit);
    return item_page(visit, *item, "");
}

// Where what was decided is looked at, and taken back if that can be; it names whom.
Result<WayBack> way_to(const Visit& visit, const WaitingItem& one, const std::string& path,
                       const char* words) {
    TRY_LET(whom, about(visit, one.waiting.record));
    return WayBack{{looked_at_of(whom, one.waiting.record)}, path, words};
}

// Does what is decided and goes on to the next one; a refusal is shown on the page.
using Deed = std::function<Status(const accept::Desk& desk, const Quarantined& item)>;
Answer carry_out(const Visit& visit, const Quarantined& item, const std::string& said,
                 const WayBack& way_back, const Deed& deed) {
    TRY_LET(before, server_store::quarantine_before(visit.connection, item));
    std::string next;
    base::Status done = base::Done{};
    const auto work = [&](const accept::Desk& desk) -> Status {
        done = deed(desk, item);
        TRY_LET(still, server_store::find_quarantined(desk.connection, item.device, item.n));
        const bool stays = still && still->is_open;
        TRY_LET(found, next_of(desk.connection, changes_to_mend(), before, stays));
        next = std::move(found);
        return base::Done{};
    };
    TRY(visit.write(work));
    if (!done.ok() && accept::is_changed_since(done.error())) {
        return refusal(visit, Refusal::Stale, address_of(item));
    }
    if (!done.ok() && is_refusal(done.error())) {
        TRY_LET(waiting, waiting_of(visit, item));
        return item_page(visit, item, in_words_of_form(visit, waiting.record.type, done.error()));
    }
    TRY(done);
    Reply reply = go_on(changes_to_mend(), next, said);
    reply.way_back = way_back;
    return reply;
}

Answer mend(const Visit& visit) {
    TRY_LET(item, asked_for(visit));
    if (!item) return refusal(visit, Refusal::Stale, "/quarantine");
    TRY_LET(one, waiting_item(visit, *item));
    const accept::By by{visit.who.id.text(), records::parse_revision(visit.value("shown"))};
    if (!one.waiting.change || !by.seen) return refusal(visit, Refusal::Stale, address_of(*item));
    const bool is_untouched = !visit.value("untouched").empty();
    const base::Fields mend =
        is_untouched ? base::Fields() : posted_answers(visit, mending_asked(visit, one));
    const std::string reason = visit.value(is_untouched ? "take-reason" : "reason");
    // Nothing takes it back: where it stands now is where it is looked at.
    TRY_LET(record, way_to(visit, one, "/figures/record/" + item->record,
                           tr("The record as it reads today")));
    const std::string said = mend.empty() ? tr("Taken.") : tr("Corrected and taken.");
    return carry_out(visit, *item, said + " " + who_tells(one.closed, true), record,
                     [&](const accept::Desk& desk, const Quarantined& each) {
                         return accept::mend_quarantined(desk, each.device, each.n, mend, reason,
                                                         by);
                     });
}

Answer send_back(const Visit& visit) {
    TRY_LET(item, asked_for(visit));
    if (!item) return refusal(visit, Refusal::Stale, "/quarantine");
    const std::string words = visit.value("back-words");
    const accept::By by{visit.who.id.text(), std::nullopt, visit.value("told")};
    TRY_LET(one, waiting_item(visit, *item));
    TRY_LET(here, way_to(visit, one, address_of(*item), tr("Open")));
    return carry_out(visit, *item, tr("Sent back. The cadre reads your words at her next sync."),
                     here, [&](const accept::Desk& desk, const Quarantined& each) {
                         return accept::send_back_quarantined(desk, each.device, each.n, words, by);
                     });
}

Answer refuse(const Visit& visit) {
    TRY_LET(item, asked_for(visit));
    if (!item) return refusal(visit, Refusal::Stale, "/quarantine");
    const std::string words = visit.value("refuse-words");
    TRY_LET(one, waiting_item(visit, *item));
    if (words.empty()) {
        return item_page(visit, *item,
                         one.closed ? tr("Say why.") : tr("Say why: the cadre reads it."));
    }
    const accept::By by{visit.who.id.text()};
    TRY_LET(here, way_to(visit, one, address_of(*item), tr("Open or take back")));
    return carry_out(visit, *item, std::string(tr("Refused.")) + " " + who_tells(one.closed, false),
                     here, [&](const accept::Desk& desk, const Quarantined& each) {
                         return accept::reject_quarantined(desk, each.device, each.n, words, by);
                     });
}

}  // namespace

Routes quarantine_routes() {
    constexpr Action kMend = Action::MendQuarantine;
    return {{"GET", "/quarantine", kMend, list},
            {"GET", "/quarantine/{device}/{n}", kMend, show},
            {"POST", "/quarantine/{device}/{n}/mend", kMend, mend},
            {"POST", "/quarantine/{device}/{n}/back", kMend, send_back},
            {"POST", "/quarantine/{device}/{n}/refuse", kMend, refuse},
            {"GET", "/quarantine/refused", kMend, refused_changes},
            {"POST", "/quarantine/{device}/{n}/reopen", kMend, reopen_refused_change}};
}

}  // namespace console
