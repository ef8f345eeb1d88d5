#include "sync-server/console/pages/arrived/conflicts.h"

#include "shared/records/change.h"
#include "sync-server/accept/change/contending.h"
#include "sync-server/accept/change/writers.h"
#include "sync-server/accept/desk/stood_before.h"
#include "sync-server/console/pages/arrived/decided_conflicts.h"
#include "sync-server/console/pages/waiting.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/answer_fields.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/changes/waiting_lists.h"
#include "sync-server/store/records/records.h"

#include <algorithm>

namespace console {

using html::all;
using html::tag;
using server_store::Contender;

bool may_decide(const Visit& visit, const records::Record& record) {
    return accept::is_clinical(record.type)
               ? visit.may_in(Action::DecideClinicalConflicts, record.unit)
               : visit.may(Action::DecideConflicts);
}

namespace {

struct Conflict {
    Contender contender;
    server_store::StoredRecord standing;
    base::Fields mine;
};

// Absent: decided already, erased, or not for this person.
Result<std::optional<Conflict>> conflict_of(const Visit& visit, const Contender& contender) {
    TRY_LET(stored, server_store::find_record(visit.connection, contender.record));
    if (!contender.is_open || !stored || !may_decide(visit, stored->record)) {
        return std::optional<Conflict>();
    }
    TRY_LET(mine, base::Fields::parse(contender.mine));
    return std::optional(Conflict{contender, std::move(*stored), std::move(mine)});
}

std::string words_of_fields(const Visit& visit, const Conflict& conflict) {
    std::string text;
    for (const auto& [name, token] : conflict.mine.entries()) {
        if (!text.empty()) text += ", ";
        text += field_words(visit, conflict.standing.record.type, name);
    }
    return text;
}

}  // namespace

Result<server_store::WaitingFilter> conflicts_of_hers(const Visit& visit) {
    server_store::WaitingFilter filter;
    if (visit.may(Action::DecideConflicts)) return filter;
    TRY_LET(units, visit.units_for(Action::DecideClinicalConflicts));
    filter.units = std::move(units);
    filter.types_left_out.assign(accept::kIdentityTypes.begin(), accept::kIdentityTypes.end());
    return filter;
}

namespace {

std::string address_of(std::string_view id) {
    return "/conflicts/" + std::string(id);
}

WorkList work_list(const server_store::WaitingFilter& filter) {
    const auto count = [filter](db::Connection& connection) {
        return server_store::count_contenders(connection, filter);
    };
    const auto at = [filter](db::Connection& connection,
                             std::int64_t place) -> Result<std::string> {
        server_store::WaitingFilter one = filter;
        one.first = place;
        one.count = 1;
        TRY_LET(found, server_store::contenders_page(connection, one));
        return found.empty() ? std::string() : address_of(found.front().id);
    };
    return {"/conflicts", count, at};
}

}  // namespace

Result<WorkList> conflicts_to_decide(const Visit& visit) {
    TRY_LET(hers, conflicts_of_hers(visit));
    return work_list(hers);
}

namespace {

Answer list(const Visit& visit) {
    TRY_LET(filter, conflicts_of_hers(visit));
    filter.first = std::int64_t{page_number(visit)} * kRowsOnPage;
    filter.count = kRowsOnPage + 1;
    TRY_LET(contenders, server_store::contenders_page(visit.connection, filter));
    const bool has_more = contenders.size() > kRowsOnPage;
    if (has_more) contenders.pop_back();
    Table shown;
    shown.caption = tr("Open conflicts");
    shown.columns = {tr("About"), tr("What"), tr("Posyandu"), tr("Since"), tr("Decide")};
    shown.empty_text =
        tr("Nothing is to be decided. What two cadres write about the same thing "
           "stands here when it differs.");
    for (const Contender& each : contenders) {
        TRY_LET(conflict, conflict_of(visit, each));
        if (!conflict) continue;
        const records::Record& record = conflict->standing.record;
        TRY_LET(whom, about(visit, record));
        shown.rows.push_back(
            {whom.words,
             all(type_words(visit, record.type), ": ", words_of_fields(visit, *conflict)),
             html::name(unit_words(visit, record.unit)), day_text(visit, each.opened_at),
             link(address_of(each.id), tr("Look and decide"))});
    }
    const bool is_done = shown.rows.empty();
    TRY_LET(onward,
            where_to_go_on(visit, is_done ? std::string() : address_of(contenders.front().id)));
    TRY(visit.looked_at("see_conflicts", ""));
    return page(visit, tr("Conflicts"),
                all(paragraph(tr("Two people wrote different answers to the same question. What "
                                 "came first stands until one of you decides; nothing was "
                                 "overwritten.")),
                    onward, table(shown), pager(visit, has_more)));
}

// ---- one conflict

Result<Html> incoming_author(const Visit& visit, const Conflict& conflict) {
    if (conflict.contender.device == 0) {
        return all(tr("the value that stood there before"), ", ",
                   time_text(visit, conflict.contender.opened_at));
    }
    return author_words(visit, conflict.contender.device, conflict.contender.n);
}

// A laptop's word that says the same: where a decision was taken back, the desk wrote it anew.
Result<accept::Writer> whose_word(const Visit& visit, const Conflict& conflict,
                                  const std::string& field, const accept::Writer& writer) {
    const records::Record& record = conflict.standing.record;
    TRY_LET(author, server_store::author_of(visit.connection, writer.device, writer.n));
    const std::string* const stands = record.fields.token(field);
    if (!author || !author->user.text().empty() || stands == nullptr) return writer;
    TRY_LET(history, server_store::history_of(visit.connection, record.id.text()));
    accept::Writer found = writer;
    for (const server_store::LoggedChange& each : history) {
        const auto change = records::parse_change(each.line);
        const std::string* const said = change.ok() ? change.value().set.token(field) : nullptr;
        const bool is_laptop = each.device != writer.device;
        if (!is_laptop || said == nullptr || *said != *stands) continue;
        found.device = each.device;
        found.n = each.n;
    }
    return found;
}

// Who wrote what stands, of the first of the questions: they were written together (SYNC 10).
Result<Html> standing_author(const Visit& visit, const Conflict& conflict) {
    const accept::Writers writers = accept::Writers::parse(conflict.standing.writers);
    const std::string& field = conflict.mine.entries().front().first;
    TRY_LET(writer, whose_word(visit, conflict, field, writers.of(field)));
    return author_words(visit, writer.device, writer.n);
}

Asking third_values(const Conflict& conflict) {
    Asking asking;
    asking.type = conflict.standing.record.type;
    for (const auto& [name, token] : conflict.mine.entries()) asking.names.push_back(name);
    asking.standing = conflict.standing.record.fields;
    return asking;
}

// "beside the mosque", and below it who wrote that.
Html option_of(const Visit& visit, const char* value, const Html& answer, const Html& beneath) {
    const std::string id = std::string("choice-") + value;
    const Html line = beneath.empty() ? Html() : tag("div", {{"class", "muted"}}, beneath);
    return tag("div", {{"class", "option"}},
               tag("input", {{"type", "radio"},
                             {"id", id},
                             {"name", "choice"},
                             {"value", value},
                             {"checked", visit.value("choice") == value}}),
               tag("label", {{"for", id}}, tag("strong", answer), line));
}

Html answers_of(const Visit& visit, const Conflict& conflict, const base::Fields& fields) {
    Html answers;
    for (const auto& [name, token] : conflict.mine.entries()) {
        const Html value =
            value_words(visit, conflict.standing.record.type, name, fields.token(name));
        answers += all(answers.empty() ? "" : ", ", value);
    }
    return answers;
}

// Beneath the two: who of them changed what.
Result<Html> before_both(const Visit& visit, const Conflict& conflict) {
    TRY_LET(before, accept::stood_before(visit.connection, conflict.contender));
    if (before.empty()) return Html();
    const auto is_none = [](const auto& each) { return each.second == "null"; };
    const bool is_unanswered =
        std::all_of(before.entries().begin(), before.entries().end(), is_none);
    const Html words =
        is_unanswered ? Html(tr("no answer yet")) : answers_of(visit, conflict, before);
    return tag("p", {{"class", "muted"}}, tr("Before both of them"), ": ", words);
}

Result<Html> choice_of_answers(const Visit& visit, const Conflict& conflict,
                               const std::string& problem) {
    const Html told = problem.empty()
                          ? Html()
                          : tag("p", {{"class", "problem"}, {"id", "choice-problem"}}, problem);
    html::Attributes attributes = {{"class", problem.empty() ? "field" : "field wrong"}};
    if (!problem.empty()) attributes.push_back({"aria-describedby", "choice-problem"});
    TRY_LET(stands_by, standing_author(visit, conflict));
    TRY_LET(came_by, incoming_author(visit, conflict));
    TRY_LET(before, before_both(visit, conflict));
    const std::string asked =
        type_words(visit, conflict.standing.record.type) + ": " + words_of_fields(visit, conflict);
    return tag(
        "fieldset", attributes, tag("legend", asked), told,
        option_of(visit, "standing", answers_of(visit, conflict, conflict.standing.record.fields),
                  all(tr("Stands now"), " · ", stands_by)),
        option_of(visit, "incoming", answers_of(visit, conflict, conflict.mine),
                  all(tr("Came later"), " · ", came_by)),
        before);
}

// Opened by whoever knows better; chosen only here.
Html third_answer(const Visit& visit, const Html& third, bool is_open) {
    if (third.empty()) return {};
    return tag("details", {{"open", is_open}}, tag("summary", tr("Another answer")),
               option_of(visit, "third", tr("Neither: this one"), {}), third);
}

Result<Html> decision_form(const Visit& visit, const Conflict& conflict,
                           const std::string& problem) {
    Asking asked = third_values(conflict);
    asked.standing.apply(posted_answers(visit, asked));
    const Html third = answer_fields(visit, asked);
    TRY_LET(both, choice_of_answers(visit, conflict, problem));
    return form(
        visit, address_of(conflict.contender.id),
        all(carried("shown", to_text(conflict.standing.record.revision)), both,
            third_answer(visit, third, !problem.empty()),
            field({.name = "reason",
                   .label = tr("Reason"),
                   .value = visit.value("reason"),
                   .hint = tr("It is kept with your name. A cadre whose answer is not taken "
                              "reads it at her next sync."),
                   .is_required = false}),
            submit(tr("Decide"))));
}

Answer conflict_page(const Visit& visit, const Conflict& conflict, const std::string& problem) {
    const records::Record& record = conflict.standing.record;
    TRY_LET(whom, about(visit, record));
    TRY(visit.looked_at("see_conflict", looked_at_of(whom, record)));
    TRY_LET(decision, decision_form(visit, conflict, problem));
    std::vector<std::pair<std::string, Html>> lines = {
        {tr("About"), all(whom.words, ", ", html::name(unit_words(visit, record.unit)))}};
    if (const auto day = base::local_date_of(whom.day)) {
        lines.emplace_back(tr("Of"), words::short_date(*day, tongue()));
    }
    TRY_LET(hers, conflicts_of_hers(visit));
    TRY_LET(before, server_store::contenders_before(visit.connection, hers, conflict.contender.id));
    TRY_LET(place, place_in(visit, work_list(hers), before));
    return page(visit, tr("What is right?"), all(place, facts(lines), decision),
                problem.empty() ? 200 : 422);
}

Result<std::optional<Conflict>> asked_for(const Visit& visit) {
    TRY_LET(contender, server_store::find_contender(visit.connection, visit.in_path("id")));
    if (!contender) return std::optional<Conflict>();
    return conflict_of(visit, *contender);
}

Answer show(const Visit& visit) {
    TRY_LET(conflict, asked_for(visit));
    if (!conflict) return decided_conflict_page(visit);
    return conflict_page(visit, *conflict, "");
}

std::optional<accept::Choice> chosen(const std::string& word) {
    if (word == "standing") return accept::Choice::Standing;
    if (word == "incoming") return accept::Choice::Incoming;
    if (word == "third") return accept::Choice::Third;
    return std::nullopt;
}

// What stands is in the field when she opens it: left so, nothing was written.
bool says_something_new(const Conflict& conflict, const base::Fields& third) {
    const base::Fields& standing = conflict.standing.record.fields;
    return std::any_of(third.entries().begin(), third.entries().end(), [&](const auto& each) {
        const std::string* const before = standing.token(each.first);
        return before == nullptr ? each.second != "null" : *before != each.second;
    });
}

Answer decide(const Visit& visit) {
    TRY_LET(conflict, asked_for(visit));
    if (!conflict) return refusal(visit, Refusal::Stale, "/conflicts");
    const accept::By by{visit.who.id.text(), records::parse_revision(visit.value("shown"))};
    const std::string& id = conflict->contender.id;
    const std::string here = address_of(id);
    if (!by.seen) return refusal(visit, Refusal::Stale, here);
    const auto choice = chosen(visit.value("choice"));
    if (!choice) return conflict_page(visit, *conflict, tr("Choose one of them."));
    base::Fields third;
    if (*choice == accept::Choice::Third) {
        third = posted_answers(visit, third_values(*conflict));
        if (!says_something_new(*conflict, third)) {
            return conflict_page(visit, *conflict,
                                 tr("Write the right answer under \"Another answer\"."));
        }
    }
    const std::string reason = visit.value("reason");
    TRY_LET(hers, conflicts_of_hers(visit));
    const WorkList waiting = work_list(hers);
    TRY_LET(before, server_store::contenders_before(visit.connection, hers, id));
    std::string next;
    base::Status decided = base::Done{};
    const auto work = [&](const accept::Desk& desk) -> Status {
        decided = accept::resolve_conflict(desk, id, *choice, third, reason, by);
        TRY_LET(found, next_of(desk.connection, waiting, before));
        next = std::move(found);
        return base::Done{};
    };
    TRY(visit.write(work));
    if (!decided.ok() && accept::is_changed_since(decided.error())) {
        return refusal(visit, Refusal::Stale, here);
    }
    if (!decided.ok() && is_refusal(decided.error())) {
        const std::string& type = conflict->standing.record.type;
        return conflict_page(visit, *conflict, in_words_of_form(visit, type, decided.error()));
    }
    TRY(decided);
    return go_on(waiting, next, tr("Decided. Both cadres see it at their next sync."));
}

}  // namespace

Routes conflict_routes() {
    constexpr Action kDecide = Action::DecideClinicalConflicts;  // which of them: may_decide()
    return {{"GET", "/conflicts", kDecide, list},
            {"GET", "/conflicts/{id}", kDecide, show},
            {"POST", "/conflicts/{id}", kDecide, decide},
            {"GET", "/conflicts/decided", kDecide, decided_conflicts},
            {"POST", "/conflicts/{id}/reopen", kDecide, reopen_conflict}};
}

}  // namespace console
