#include "sync-server/console/pages/arrived/waiting_item.h"

#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"

#include <algorithm>

namespace console {

using html::all;
using html::tag;
using server_store::Quarantined;

Result<WaitingItem> waiting_item(const Visit& visit, const Quarantined& item) {
    WaitingItem found{item, {}, {}, nullptr, {}};
    TRY_LET(waiting, waiting_of(visit, item));
    found.waiting = std::move(waiting);
    TRY_LET(closed, closed_laptop(visit, item.device, found.waiting.record.unit));
    found.closed = std::move(closed);
    found.wrong = wrong_question(visit, item, found.waiting);
    TRY_LET(told, accept::words_to_author(visit.connection, item.device, item.n));
    found.told = std::move(told);
    return found;
}

Asking mending_asked(const Visit& visit, const WaitingItem& one) {
    Asking asking;
    asking.type = one.waiting.record.type;
    asking.standing = one.waiting.record.fields;
    if (one.wrong != nullptr) {
        asking.wrong = one.wrong->name;
        asking.problem = wrong_words(visit, one.item, one.waiting);
        asking.names.push_back(one.wrong->name);
    }
    const auto add = [&asking](const std::string& name) {
        const auto end = asking.names.end();
        if (std::find(asking.names.begin(), end, name) == end) asking.names.push_back(name);
    };
    for (const auto& [name, token] : one.waiting.change->set.entries()) add(name);
    for (const std::string& name : question_names(visit, one.waiting.record.type)) add(name);
    return asking;
}

namespace {

Html why_field(const Visit& visit, const char* label) {
    return field({.name = "reason",
                  .label = label,
                  .value = visit.value("reason"),
                  .hint = tr("It is kept with your name."),
                  .is_required = false});
}

// The answers of the whole form, but those that are asked already.
Html mend_form(const Visit& visit, const WaitingItem& one, const Html& asked, const Asking& rest) {
    return form(
        visit, address_of(one.item) + "/mend",
        all(carried("shown", to_text(one.waiting.record.revision)), asked,
            tag("details", {{"open", asked.empty()}}, tag("summary", tr("All answers")),
                answer_fields(visit, rest)),
            why_field(visit, tr("What you put right, or why")), submit(tr("Mend and take it"))));
}

// Shown again after what she typed was refused.
Asking as_typed(const Visit& visit, Asking asking) {
    asking.standing.apply(posted_answers(visit, asking));
    return asking;
}

// An answer that the form refuses is refused again as it is: there is only mending then.
Html mending(const Visit& visit, const WaitingItem& one) {
    Asking first = as_typed(visit, mending_asked(visit, one));
    Asking rest = first;
    first.names.resize(one.wrong == nullptr ? 0 : 1);
    rest.names.erase(rest.names.begin(),
                     rest.names.begin() + static_cast<std::ptrdiff_t>(first.names.size()));
    return card(tr("Mend it here"), mend_form(visit, one, answer_fields(visit, first), rest));
}

// What there is to ask and to do, of one that no answer keeps waiting.
const char* advice(const std::string& code) {
    if (code == "revoked") {
        return later(
            "Nobody knows who wrote on this laptop in the end: ask the cadre. If it is "
            "hers, take it as it is. If it is not, refuse it.");
    }
    if (code == "scope") {
        return later(
            "Ask whether the cadre looked after this family. If so, take it as it is: it "
            "stands in the family's own posyandu. If not, refuse it.");
    }
    if (code == "held") {
        return later(
            "Many changes of this record wait. Decide the earlier ones first: taking one "
            "takes all that this laptop has waiting for the record.");
    }
    if (code == "moved_out") {
        return later(
            "Leave it here: a further file for the family's new health centre takes it "
            "along. That is made on the page Moves.");
    }
    if (code == "moved_back") {
        return later(
            "Ask where the family lives. If the laptop is right, take it: the whole "
            "family moves with it. If not, refuse it.");
    }
    if (code == "merge") {
        return later(
            "Whether they are one is decided on the page Written twice. Refuse this then.");
    }
    if (code == "undecodable") {
        return later(
            "Nothing of it can be taken. Ask the cadre to write it again, then refuse it.");
    }
    return later(
        "It cannot be taken as long as the forms here do not fit it. Ask whoever looks "
        "after the forms, or refuse it.");
}

bool may_be_right_as_it_is(const std::string& code) {
    return code == "revoked" || code == "scope" || code == "held" || code == "moved_out" ||
           code == "moved_back";
}

// Taken as it is with one press. Its answers open for whoever wants another one.
Html taking(const Visit& visit, const WaitingItem& one) {
    const Html shown = carried("shown", to_text(one.waiting.record.revision));
    const Html words = paragraph(tr(advice(one.item.code)));
    if (!one.waiting.change || !may_be_right_as_it_is(one.item.code)) {
        return card(tr("What can be done"), words);
    }
    const Html why = field({.name = "take-reason",
                            .label = tr("Why you take it"),
                            .value = visit.value("take-reason"),
                            .hint = tr("It is kept with your name."),
                            .is_required = false});
    const Html take =
        form(visit, address_of(one.item) + "/mend",
             all(shown, carried("untouched", "1"), why, submit(tr("Take it as it is"))));
    const Html answers = answer_fields(visit, as_typed(visit, mending_asked(visit, one)));
    const Html mend = form(visit, address_of(one.item) + "/mend",
                           all(shown, answers, why_field(visit, tr("What you put right, or why")),
                               submit(tr("Mend and take it"), Button::Plain)));
    return all(card(tr("What can be done"), all(words, take)),
               answers.empty()
                   ? Html()
                   : tag("details", {{"class", "card"}},
                         tag("summary", tr("Put an answer right before it is taken")), mend));
}

// What is seldom done opens with a press; open where it was begun and something was amiss.
Html word_form(const Visit& visit, const Quarantined& item, const char* title, const char* action,
               const char* label, const char* hint, const char* button, Button kind,
               const Html& shown = {}) {
    const std::string name = std::string(action + 1) + "-words";
    return tag(
        "details", {{"class", "card"}, {"open", visit.posted.has(name)}}, tag("summary", title),
        form(visit, address_of(item) + action,
             all(shown,
                 field({.name = name, .label = label, .value = visit.value(name), .hint = hint}),
                 submit(button, kind))));
}

Html written_words(const Visit& visit, const Waiting& waiting) {
    return all(time_text(visit, waiting.change->made_at), ", ", tr("by the laptop's clock"));
}

}  // namespace

Result<Html> facts_of_item(const Visit& visit, const WaitingItem& one, const About& whom) {
    const auto& [item, waiting, closed, wrong, told] = one;
    TRY_LET(author, author_words(visit, item.device, item.n));
    std::vector<std::pair<std::string, Html>> lines = {
        {tr("About"), all(whom.words, ", ", unit_words(visit, waiting.record.unit))},
        {tr("Record"),
         waiting.change ? type_words(visit, waiting.record.type) : tr("not readable")}};
    if (const auto day = base::local_date_of(whom.day)) {
        lines.emplace_back(tr("Of"), words::short_date(*day, tongue()));
    }
    lines.emplace_back(tr("Written by"), author);
    if (waiting.change) lines.emplace_back(tr("Written"), written_words(visit, waiting));
    if (closed) lines.emplace_back(tr("The laptop was shut out"), closed->when_and_why);
    const std::string sentence = wrong_words(visit, item, waiting);
    lines.emplace_back(tr("Why it waits"), why_words(visit, item, waiting));
    if (!sentence.empty() && wrong == nullptr) lines.emplace_back(tr("What is wrong"), sentence);
    if (!told.empty() && told != item.reason) {
        lines.emplace_back(tr("Sent back with the words"), html::name(told, 2000));
    }
    return facts(lines);
}

namespace {

// Nobody reads at a laptop that was shut out.
Html sending_back(const Visit& visit, const WaitingItem& one) {
    if (one.item.code == "revoked" || one.closed) return {};
    return word_form(visit, one.item, tr("Send it back"), "/back", tr("What is to be corrected"),
                     tr("The cadre reads it at her next sync and corrects it herself. It goes on "
                        "waiting here."),
                     tr("Send back"), Button::Plain, carried("told", one.told));
}

Html refusing(const Visit& visit, const WaitingItem& one) {
    const bool is_closed = one.item.code == "revoked" || one.closed;
    const char* const hint =
        is_closed ? tr("The cadre's laptop is shut out: tell her yourself. The change stays in the "
                       "log and counts nowhere.")
                  : tr("The cadre reads it. The change stays in the log and counts nowhere.");
    return word_form(visit, one.item, tr("Refuse it"), "/refuse", tr("Why it is refused"), hint,
                     tr("Refuse"), Button::Danger);
}

}  // namespace

Html deeds_of_item(const Visit& visit, const WaitingItem& one) {
    const bool has_wrong = one.waiting.change && one.item.code == "check";
    Html content = has_wrong ? mending(visit, one) : taking(visit, one);
    if (one.waiting.change) content += sending_back(visit, one);
    content += refusing(visit, one);
    return all(content, tag("details", {{"class", "card"}, {"open", !has_wrong}},
                            tag("summary", tr("The whole change")),
                            whole_change(visit, one.item, one.waiting)));
}

}  // namespace console
