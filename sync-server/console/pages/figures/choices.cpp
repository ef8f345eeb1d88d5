#include "sync-server/console/pages/figures/choices.h"

#include "shared/indicators/choices.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"
#include "sync-server/reports/district_choices.h"

#include <algorithm>

namespace console {

using html::all;
using html::tag;
using indicators::DistrictChoice;

namespace {

struct Words {
    std::string_view code;
    const char* text;  // msgid
};

// "f1_row1" asks, "f1_row1=both" is one of its answers. A test sees that none lacks its words.
constexpr Words kWords[] = {
    {"f1_row1", later("Form F1, row 1: who still has only breast milk?")},
    {"f1_row1=both", later("Had nothing else yesterday, and never anything else since birth")},
    {"f1_row1=clockA", later("Had nothing else yesterday, whatever was before")},
    {"kf_rule", later("Visits after birth (KF and KN): how is their time reckoned?")},
    {"kf_rule=date", later("By the calendar day since the birth")},
    {"kf_rule=hours", later("By the hours since the birth, where they are known")},
    {"kf_rule=hours_strict",
     later("By the published hours alone: between two windows it counts for none")},
    {"mal", later("Family planning: does breastfeeding as a method (MAL) count as modern?")},
    {"mal=no", later("No")},
    {"mal=yes", later("Yes, the district lists it")},
};

std::string words_of(std::string_view code) {
    for (const Words& each : kWords) {
        if (each.code == code) return tr(each.text);
    }
    return std::string(code);
}

std::string answer_code(const DistrictChoice& choice, std::string_view answer) {
    return std::string(choice.name) + "=" + std::string(answer);
}

Html form_of(const Visit& visit, const DistrictChoice& choice, const std::string& standing,
             const std::string& problem) {
    std::vector<Option> options;
    for (const std::string_view answer : choice.answers) {
        options.push_back(
            {std::string(answer), words_of(answer_code(choice, answer)), answer == standing});
    }
    const std::string name(choice.name);
    return form(
        visit, "/choices/" + name,
        all(carried("shown", standing),
            radios({.name = "answer-" + name, .label = words_of(choice.name), .problem = problem},
                   options),
            submit(tr("Count so from now on"), Button::Plain)));
}

Answer choices_page(const Visit& visit, std::string_view wrong = {}) {
    Html cards;
    for (const DistrictChoice& choice : indicators::district_choices()) {
        TRY_LET(standing, reports::chosen(visit.connection, choice.name));
        const std::string problem =
            choice.name == wrong ? tr("Choose one of them.") : std::string();
        cards += tag("div", {{"class", "card"}}, form_of(visit, choice, standing, problem));
    }
    return page(visit, tr("How forms are counted"),
                all(paragraph(tr("Where a form's text does not decide, the district does. Ask "
                                 "it before you change something here: the open months are "
                                 "counted anew, and the laptops follow at their next sync. "
                                 "Closed months stay as they were reported.")),
                    cards),
                wrong.empty() ? 200 : 422);
}

Answer show(const Visit& visit) {
    return choices_page(visit);
}

Answer choose(const Visit& visit) {
    const std::string name = visit.in_path("name");
    const DistrictChoice* const choice = indicators::find_choice(name);
    if (choice == nullptr) return refusal(visit, Refusal::NotFound, "/choices");
    const std::string answer = visit.value("answer-" + name);
    const auto& answers = choice->answers;
    if (std::find(answers.begin(), answers.end(), answer) == answers.end()) {
        return choices_page(visit, choice->name);
    }
    bool is_stale = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(standing, reports::chosen(desk.connection, name));
        is_stale = standing != visit.value("shown");
        if (is_stale) return base::Done{};
        return reports::choose(desk.connection, name, answer, desk.clock.now(),
                               visit.who.id.text());
    };
    TRY(visit.write(work));
    if (is_stale) return refusal(visit, Refusal::Stale, "/choices");
    return go_to("/choices", tr("From now on it is counted so. The figures follow."));
}

}  // namespace

Routes choice_routes() {
    return {{"GET", "/choices", Action::ManageChoices, show},
            {"POST", "/choices/{name}", Action::ManageChoices, choose}};
}

}  // namespace console
