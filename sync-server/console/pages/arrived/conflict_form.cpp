#include "sync-server/console/pages/arrived/conflict_form.h"

#include "sync-server/accept/desk/stood_before.h"
#include "sync-server/console/records/answer_fields.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"

#include <algorithm>

namespace console {

using html::all;
using html::tag;

std::string words_of_fields(const Visit& visit, const Conflict& conflict) {
    std::string text;
    for (const auto& [name, token] : conflict.mine.entries()) {
        if (!text.empty()) text += ", ";
        text += field_words(visit, conflict.standing.record.type, name);
    }
    return text;
}

namespace {

constexpr const char* kAskedWhich = "asked-which";

// To know again what she was asked about.
std::string stamp_of(const base::Fields& third) {
    return stamp({third.to_json()});
}

Asking third_values(const Conflict& conflict) {
    Asking asking;
    asking.type = conflict.standing.record.type;
    for (const auto& [name, token] : conflict.mine.entries()) asking.names.push_back(name);
    asking.standing = conflict.standing.record.fields;
    return asking;
}

Result<Html> incoming_author(const Visit& visit, const Conflict& conflict) {
    if (conflict.contender.device == 0) {
        return all(tr("the value that stood there before"), ", ",
                   time_text(visit, conflict.contender.opened_at));
    }
    return author_words(visit, conflict.contender.device, conflict.contender.n);
}

// Who wrote what stands, of the first of the questions: they were written together (SYNC 10).
Result<Html> standing_author(const Visit& visit, const Conflict& conflict) {
    return author_of_answer(visit, conflict.standing, conflict.mine.entries().front().first);
}

// "beside the mosque", and below it who wrote that.
Html option_of(const Visit& visit, const Again& again, const char* value, const Html& answer,
               const Html& beneath) {
    const std::string id = std::string("choice-") + value;
    const Html line = beneath.empty() ? Html() : tag("div", {{"class", "muted"}}, beneath);
    return tag("div", {{"class", "option"}},
               tag("input", {{"type", "radio"},
                             {"id", id},
                             {"name", "choice"},
                             {"value", value},
                             {"checked", !again.asks_which && visit.value("choice") == value}}),
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

Result<Html> choice_of_answers(const Visit& visit, const Conflict& conflict, const Again& again) {
    const std::string& problem = again.problem;
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
    return tag("fieldset", attributes, tag("legend", asked), told,
               option_of(visit, again, "standing",
                         answers_of(visit, conflict, conflict.standing.record.fields),
                         all(tr("Stands now"), " · ", stands_by)),
               option_of(visit, again, "incoming", answers_of(visit, conflict, conflict.mine),
                         all(tr("Came later"), " · ", came_by)),
               before);
}

// Opened by whoever knows better; chosen only here.
Html third_answer(const Visit& visit, const Again& again, const Html& third) {
    if (third.empty()) return {};
    return tag("details", {{"open", !again.problem.empty()}}, tag("summary", tr("Another answer")),
               option_of(visit, again, "third", tr("Neither: this one"), {}), third);
}

}  // namespace

Result<Html> decision_form(const Visit& visit, const Conflict& conflict, const Again& again) {
    Asking asked = third_values(conflict);
    const base::Fields typed = posted_answers(visit, asked);
    asked.standing.apply(typed);
    const Html third = answer_fields(visit, asked);
    TRY_LET(both, choice_of_answers(visit, conflict, again));
    return form(
        visit, "/conflicts/" + conflict.contender.id,
        all(carried("shown", to_text(conflict.standing.record.revision)),
            again.problem.empty() ? Html() : carried(kAskedWhich, stamp_of(typed)), both,
            third_answer(visit, again, third),
            field({.name = "reason",
                   .label = tr("Reason"),
                   .value = visit.value("reason"),
                   .hint = tr("It is kept with your name. A cadre whose answer is not taken "
                              "reads it at her next sync."),
                   .is_required = false}),
            submit(tr("Decide"))));
}

base::Fields written_besides(const Visit& visit, const Conflict& conflict) {
    return posted_answers(visit, third_values(conflict));
}

bool is_what_came(const Conflict& conflict, const base::Fields& third) {
    base::Fields written = conflict.standing.record.fields;
    base::Fields came = written;
    written.apply(third);
    came.apply(conflict.mine);
    return written == came;
}

namespace {

// What stands is in the field when she opens it: left so, nothing was written.
bool says_something_new(const Conflict& conflict, const base::Fields& third) {
    const base::Fields& standing = conflict.standing.record.fields;
    return std::any_of(third.entries().begin(), third.entries().end(), [&](const auto& each) {
        const std::string* const before = standing.token(each.first);
        return before == nullptr ? each.second != "null" : *before != each.second;
    });
}

// She marked one and wrote another, and was not yet asked which of the two she means.
bool must_ask_which(const Visit& visit, const Conflict& conflict, accept::Choice marked,
                    const base::Fields& third) {
    if (marked == accept::Choice::Third || !says_something_new(conflict, third)) return false;
    if (marked == accept::Choice::Incoming && is_what_came(conflict, third)) return false;
    return visit.value(kAskedWhich) != stamp_of(third);
}

}  // namespace

Again asked_again(const Visit& visit, const Conflict& conflict,
                  const std::optional<accept::Choice>& marked, const base::Fields& third) {
    if (!marked) return {tr("Choose one of them.")};
    if (must_ask_which(visit, conflict, *marked, third)) {
        return {tr("You have written under \"Another answer\", too. Which one is right? Mark it."),
                true};
    }
    if (*marked == accept::Choice::Third && !says_something_new(conflict, third)) {
        return {tr("Write the right answer under \"Another answer\".")};
    }
    return {};
}

}  // namespace console
