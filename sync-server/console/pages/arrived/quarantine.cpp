#include "sync-server/console/pages/arrived/quarantine.h"

#include "shared/base/json.h"
#include "shared/records/change.h"
#include "sync-server/console/pages/arrived/refused_changes.h"
#include "sync-server/console/pages/arrived/waiting_change.h"
#include "sync-server/console/pages/waiting.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/answer_fields.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/changes/waiting_lists.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/records/records.h"

#include <algorithm>

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
             all(why_words(item), wrong_words(item).empty() ? "" : ": ", wrong_words(item), back),
             day_text(visit, item.opened_at), link(address_of(item), tr("Open"))});
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

// First the answer that is wrong, then those of the change, then the rest of the form.
Asking asking_of(const Visit& visit, const Quarantined& item, const Waiting& waiting) {
    Asking asking;
    asking.type = waiting.record.type;
    asking.standing = waiting.record.fields;
    asking.wrong = item.field;
    asking.problem = item.reason;
    if (!item.field.empty()) asking.names.push_back(item.field);
    for (const auto& [name, token] : waiting.change->set.entries()) {
        if (name != item.field) asking.names.push_back(name);
    }
    for (const std::string& name : question_names(visit, waiting.record.type)) {
        const bool is_new =
            std::find(asking.names.begin(), asking.names.end(), name) == asking.names.end();
        if (is_new) asking.names.push_back(name);
    }
    return asking;
}

// An answer that the form refuses is refused again as it is: there is only mending then.
Html taking(bool has_wrong) {
    if (has_wrong) return submit(tr("Mend and take it"));
    return tag("div", {{"class", "actions"}},
               submit(tr("Take it as it is"), "untouched", "1", Button::Main),
               submit(tr("Mend and take it"), Button::Plain));
}

Html mend_form(const Visit& visit, const Quarantined& item, const Waiting& waiting) {
    Asking first = asking_of(visit, item, waiting);
    Asking rest = first;
    const bool has_wrong = !item.field.empty();
    if (has_wrong) first.names.resize(1);
    if (has_wrong) rest.names.erase(rest.names.begin());
    const Html wrong = has_wrong ? answer_fields(visit, first) : Html();
    return card(
        tr("Mend it here"),
        form(visit, address_of(item) + "/mend",
             all(carried("shown", to_text(waiting.record.revision)), wrong,
                 tag("details", tag("summary", tr("All answers")), answer_fields(visit, rest)),
                 field({.name = "reason",
                        .label = tr("What you did, for the cadre"),
                        .is_required = false}),
                 taking(has_wrong))));
}

// What is seldom done opens with a press; open where it was begun and something was amiss.
Html word_form(const Visit& visit, const Quarantined& item, const char* title, const char* action,
               const char* label, const char* hint, const char* button, Button kind,
               const Html& shown = {}) {
    const std::string name = std::string(action + 1) + "-words";
    return tag(
        "details", {{"class", "card"}, {"open", visit.posted.has(name)}}, tag("summary", title),
        form(
            visit, address_of(item) + action,
            all(shown, field({.name = name, .label = label, .hint = hint}), submit(button, kind))));
}

Result<Html> facts_of(const Visit& visit, const Quarantined& item, const Waiting& waiting,
                      const About& whom) {
    TRY_LET(author, author_words(visit, item.device, item.n));
    std::vector<std::pair<std::string, Html>> lines = {
        {tr("About"), all(whom.words, ", ", unit_words(visit, waiting.record.unit))},
        {tr("Record"),
         waiting.change ? type_words(visit, waiting.record.type) : tr("not readable")},
        {tr("Written by"), author},
        {tr("Why it waits"), why_words(item)}};
    const Html wrong = wrong_words(item);
    if (!wrong.empty() && item.field.empty()) lines.emplace_back(tr("What is wrong"), wrong);
    TRY_LET(told, accept::words_to_author(visit.connection, item.device, item.n));
    if (!told.empty() && told != item.reason) {
        lines.emplace_back(tr("Sent back with the words"), html::name(told, 2000));
    }
    return facts(lines);
}

// Nobody reads at a laptop that was shut out.
Result<Html> sending_back(const Visit& visit, const Quarantined& item) {
    TRY_LET(device, server_store::find_device_by_no(visit.connection, item.device));
    if (item.code == "revoked" || !device || device->is_revoked) return Html();
    TRY_LET(told, accept::words_to_author(visit.connection, item.device, item.n));
    return word_form(visit, item, tr("Send it back"), "/back", tr("What is to be corrected"),
                     tr("The cadre reads it at her next sync and corrects it herself. It goes on "
                        "waiting here."),
                     tr("Send back"), Button::Plain, carried("told", told));
}

// The answer that is wrong, and the rest of the change for whoever wants it.
Result<Html> what_to_do(const Visit& visit, const Quarantined& item, const Waiting& waiting) {
    Html content;
    const Html whole = whole_change(visit, item, waiting);
    const bool has_wrong = waiting.change && !item.field.empty();
    if (!has_wrong) content += whole;
    if (waiting.change) {
        content += mend_form(visit, item, waiting);
        TRY_LET(back, sending_back(visit, item));
        content += back;
    }
    content += word_form(visit, item, tr("Refuse it"), "/refuse", tr("Why it is refused"),
                         tr("The cadre reads it. The change stays in the log and counts nowhere."),
                         tr("Refuse"), Button::Danger);
    if (has_wrong) {
        content +=
            tag("details", {{"class", "card"}}, tag("summary", tr("The whole change")), whole);
    }
    return content;
}

Answer item_page(const Visit& visit, const Quarantined& item, const std::string& problem) {
    TRY_LET(waiting, waiting_of(visit, item));
    TRY_LET(whom, about(visit, waiting.record));
    TRY(visit.looked_at("see_quarantined", looked_at_of(whom, waiting.record)));
    TRY_LET(said, facts_of(visit, item, waiting, whom));
    TRY_LET(deeds, what_to_do(visit, item, waiting));
    TRY_LET(before, server_store::quarantine_before(visit.connection, item));
    TRY_LET(place, place_in(visit, changes_to_mend(), before));
    return page(visit, tr("A waiting change"),
                all(place, problem.empty() ? Html() : note(Tone::Bad, problem), said, deeds),
                problem.empty() ? 200 : 422);
}

Answer show(const Visit& visit) {
    TRY_LET(item, asked_for(visit));
    if (!item) return decided_change_page(visit);
    return item_page(visit, *item, "");
}

// Does what is decided and goes on to the next one; a refusal is shown on the page.
using Deed = std::function<Status(const accept::Desk& desk, const Quarantined& item)>;
Answer carry_out(const Visit& visit, const Quarantined& item, const char* said, const Deed& deed) {
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
    return go_on(changes_to_mend(), next, said);
}

Answer mend(const Visit& visit) {
    TRY_LET(item, asked_for(visit));
    if (!item) return refusal(visit, Refusal::Stale, "/quarantine");
    TRY_LET(waiting, waiting_of(visit, *item));
    const accept::By by{visit.who.id.text(), records::parse_revision(visit.value("shown"))};
    if (!waiting.change || !by.seen) return refusal(visit, Refusal::Stale, address_of(*item));
    base::Fields mend;
    if (visit.value("untouched").empty()) {
        mend = posted_answers(visit, asking_of(visit, *item, waiting));
    }
    const std::string reason = visit.value("reason");
    return carry_out(visit, *item, tr("Taken. The cadre sees it at her next sync."),
                     [&](const accept::Desk& desk, const Quarantined& one) {
                         return accept::mend_quarantined(desk, one.device, one.n, mend, reason, by);
                     });
}

Answer send_back(const Visit& visit) {
    TRY_LET(item, asked_for(visit));
    if (!item) return refusal(visit, Refusal::Stale, "/quarantine");
    const std::string words = visit.value("back-words");
    const accept::By by{visit.who.id.text(), std::nullopt, visit.value("told")};
    return carry_out(visit, *item, tr("The cadre reads your words at her next sync."),
                     [&](const accept::Desk& desk, const Quarantined& one) {
                         return accept::send_back_quarantined(desk, one.device, one.n, words, by);
                     });
}

Answer refuse(const Visit& visit) {
    TRY_LET(item, asked_for(visit));
    if (!item) return refusal(visit, Refusal::Stale, "/quarantine");
    const std::string words = visit.value("refuse-words");
    if (words.empty()) return item_page(visit, *item, tr("Say why: the cadre reads it."));
    const accept::By by{visit.who.id.text()};
    return carry_out(visit, *item, tr("Refused. The cadre reads why at her next sync."),
                     [&](const accept::Desk& desk, const Quarantined& one) {
                         return accept::reject_quarantined(desk, one.device, one.n, words, by);
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
