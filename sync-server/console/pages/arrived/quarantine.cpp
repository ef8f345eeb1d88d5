#include "sync-server/console/pages/arrived/quarantine.h"

#include "shared/base/json.h"
#include "shared/records/change.h"
#include "sync-server/console/pages/decided.h"
#include "sync-server/console/pages/work_list.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/answer_fields.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes.h"
#include "sync-server/store/devices.h"
#include "sync-server/store/records.h"
#include "sync-server/store/waiting_lists.h"

#include <algorithm>
#include <array>

namespace console {

using html::all;
using html::tag;
using server_store::Quarantined;

namespace {

std::string address_of(const Quarantined& item) {
    return "/quarantine/" + std::to_string(item.device) + "/" + std::to_string(item.n);
}

WorkList work_list() {
    const auto at = [](db::Connection& connection, std::int64_t place) -> Result<std::string> {
        TRY_LET(found, server_store::quarantine_page(connection, place, 1));
        return found.empty() ? std::string() : address_of(found.front());
    };
    return {"/quarantine", server_store::count_quarantine, at};
}

// Why it waits, in a coordinator's words; the server's own sentence stands beside it.
std::string why_words(const Quarantined& item) {
    if (item.code == "scope") return tr("Written for a posyandu that is not this cadre's");
    if (item.code == "undecodable") return tr("Cannot be read: damaged on the way or by a fault");
    if (item.code == "held") return tr("Waits for an earlier change of the same record");
    if (item.code == "revoked") return tr("From a laptop that was shut out");
    if (item.code == "moved_out") return tr("The family has moved to another health centre");
    if (item.code == "moved_back") return tr("Brought back as moved to another posyandu");
    return tr("An answer cannot be right");
}

// What is wrong with an answer. Of all else the sentence kept with it is for the cadre.
Html wrong_words(const Quarantined& item) {
    constexpr std::array<std::string_view, 5> kSaid = {"scope", "held", "revoked", "moved_out",
                                                       "moved_back"};
    const bool is_said = std::find(kSaid.begin(), kSaid.end(), item.code) != kSaid.end();
    return is_said ? Html() : Html(item.reason);
}

// The record as it would stand with the change; what of it can be read.
struct Waiting {
    std::optional<records::Change> change;
    records::Record record;
};

Result<Waiting> waiting_of(const Visit& visit, const Quarantined& item) {
    Waiting waiting;
    auto change = records::parse_change(item.line);
    if (!change.ok()) return waiting;
    waiting.change = std::move(change.value());
    waiting.record.id = waiting.change->record;
    waiting.record.type = waiting.change->type;
    waiting.record.unit = waiting.change->unit;
    TRY_LET(stored, server_store::find_record(visit.connection, item.record));
    if (stored) waiting.record = stored->record;
    waiting.record.fields.apply(waiting.change->set);
    return waiting;
}

Result<Html> cadre_words(const Visit& visit, std::int64_t device_no) {
    TRY_LET(device, server_store::find_device_by_no(visit.connection, device_no));
    if (!device) return Html(tr("not known"));
    TRY_LET(user, server_store::find_user(visit.connection, device->user));
    return user ? html::name(user->name) : Html(tr("not known"));
}

Answer list(const Visit& visit) {
    const std::int64_t first = std::int64_t{page_number(visit)} * kRowsOnPage;
    TRY_LET(items,
            server_store::quarantine_page(visit.connection, first, std::int64_t{kRowsOnPage} + 1));
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
    TRY_LET(lately, decided_lately(visit, {"quarantine_mended", "quarantine_sent_back",
                                           "quarantine_refused"}));
    TRY(visit.looked_at("see_quarantine", ""));
    return page(visit, tr("Waiting changes"),
                all(paragraph(tr("These changes arrived whole but could not be taken. Nothing here "
                                 "disappears by itself; nothing else waits for them.")),
                    items.empty() ? Html() : begin_button(address_of(items.front())), table(shown),
                    pager(visit, has_more), lately));
}

// ---- one of them

Result<std::optional<Quarantined>> asked_for(const Visit& visit) {
    const auto device = base::json::integer_of(visit.in_path("device"));
    const auto n = base::json::integer_of(visit.in_path("n"));
    if (!device || !n) return std::optional<Quarantined>();
    TRY_LET(item, server_store::find_quarantined(visit.connection, *device, *n));
    if (item && !item->is_open) return std::optional<Quarantined>();
    return item;
}

Html answers_table(const Visit& visit, const Quarantined& item, const Waiting& waiting) {
    Table answers;
    answers.caption = tr("The whole change");
    answers.columns = {tr("Question"), tr("Answer")};
    for (const auto& [name, token] : waiting.change->set.entries()) {
        Html value = value_words(visit, waiting.record.type, name, &token);
        if (name == item.field) value += all(" ", badge(Tone::Bad, tr("here")));
        answers.rows.push_back({field_words(visit, waiting.record.type, name), value});
    }
    return table(answers);
}

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

// The main button is what will mostly be right: mending where an answer is wrong, else taking it.
Html taking(bool has_wrong) {
    const Html mend = submit(tr("Mend and take it"), has_wrong ? Button::Main : Button::Plain);
    const Html take =
        submit(tr("Take it as it is"), "untouched", "1", has_wrong ? Button::Plain : Button::Main);
    return tag("div", {{"class", "actions"}}, has_wrong ? all(mend, take) : all(take, mend));
}

Html mend_form(const Visit& visit, const Quarantined& item, const Waiting& waiting,
               const std::string& problem) {
    Asking first = asking_of(visit, item, waiting);
    Asking rest = first;
    const bool has_wrong = !item.field.empty();
    if (has_wrong) first.names.resize(1);
    if (has_wrong) rest.names.erase(rest.names.begin());
    const Html wrong = has_wrong ? answer_fields(visit, first) : Html();
    return card(
        tr("Mend it here"),
        form(visit, address_of(item) + "/mend",
             all(problem.empty() ? Html() : note(Tone::Bad, problem),
                 carried("shown", to_text(waiting.record.revision)), wrong,
                 tag("details", tag("summary", tr("All answers")), answer_fields(visit, rest)),
                 field({.name = "reason",
                        .label = tr("What you did, for the cadre"),
                        .is_required = false}),
                 taking(has_wrong))));
}

Html word_form(const Visit& visit, const Quarantined& item, const char* title, const char* action,
               const char* label, const char* hint, const char* button, Button kind,
               const Html& shown = {}) {
    return card(
        title,
        form(visit, address_of(item) + action,
             all(shown,
                 field({.name = std::string(action + 1) + "-words", .label = label, .hint = hint}),
                 submit(button, kind))));
}

Answer item_page(const Visit& visit, const Quarantined& item, const std::string& problem) {
    TRY_LET(waiting, waiting_of(visit, item));
    TRY_LET(whom, about(visit, waiting.record));
    TRY(visit.looked_at("see_quarantined", looked_at_of(whom, waiting.record)));
    TRY_LET(told, accept::words_to_author(visit.connection, item.device, item.n));
    TRY_LET(author, author_words(visit, item.device, item.n));
    Html content =
        facts({{tr("About"), whom.words},
               {tr("Record"), type_words(visit, waiting.record.type)},
               {tr("Posyandu"), html::name(unit_words(visit, waiting.record.unit))},
               {tr("Written by"), author},
               {tr("Why it waits"), why_words(item)},
               {tr("What is wrong"), wrong_words(item).empty() ? Html("–") : wrong_words(item)}});
    if (!told.empty() && told != item.reason) {
        content += facts({{tr("Sent back with the words"), html::name(told, 2000)}});
    }
    if (waiting.change) {
        content += answers_table(visit, item, waiting);
        content += mend_form(visit, item, waiting, problem);
        content +=
            word_form(visit, item, tr("Send it back"), "/back", tr("What is to be corrected"),
                      tr("The cadre reads it at her next sync and corrects it herself. It "
                         "goes on waiting here."),
                      tr("Send back"), Button::Plain, carried("told", told));
    } else {
        content += card(tr("As it arrived"),
                        tag("p", {{"class", "code"}}, html::name(item.line.substr(0, 2000), 2000)));
    }
    content += word_form(visit, item, tr("Refuse it"), "/refuse", tr("Why it is refused"),
                         tr("The cadre reads it. The change stays in the log and counts nowhere."),
                         tr("Refuse"), Button::Danger);
    TRY_LET(before, server_store::quarantine_before(visit.connection, item));
    TRY_LET(place, place_in(visit, work_list(), before));
    return page(visit, tr("A waiting change"), all(place, content), problem.empty() ? 200 : 422);
}

Answer show(const Visit& visit) {
    TRY_LET(item, asked_for(visit));
    if (!item) return refusal(visit, Refusal::NotFound, "/quarantine");
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
        TRY_LET(found, next_of(desk.connection, work_list(), before, stays));
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
    return go_on(work_list(), next, said);
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
            {"POST", "/quarantine/{device}/{n}/refuse", kMend, refuse}};
}

}  // namespace console
