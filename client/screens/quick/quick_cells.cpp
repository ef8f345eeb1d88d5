#include "client/screens/quick/quick_cells.h"

#include "client/screens/record/typed_answers.h"
#include "client/ui/words/words.h"

#include <algorithm>
#include <array>

namespace screens {

using words::tr;

namespace {

// Decides the class of the feeding though the form does not insist on it.
constexpr const char* kExpressedMilk = "ebm_yesterday";
constexpr const char* kHerself = "SENDIRI";
constexpr std::string_view kNames = "123456789abcdefghijklmnopqrsuvwxz";

std::vector<QuickKey> yes_no_keys(const std::vector<forms::Choice>& choices) {
    std::vector<QuickKey> keys;
    for (const forms::Choice& choice : choices) {
        const char key = choice.code == "1" ? 'y' : choice.code == "0" ? 't' : '?';
        keys.push_back({key, choice.code, choice.label.in(words::code())});
    }
    return keys;
}

// The mother herself first: who answers most often.
std::vector<QuickKey> keys_of(const forms::Form& form, const forms::Question& question) {
    const std::vector<forms::Choice>& choices = form.choices_of(question);
    if (question.list == "yes_no" || question.list == "yes_no_unk") return yes_no_keys(choices);
    std::vector<QuickKey> keys;
    const auto add = [&](const forms::Choice& choice) {
        if (keys.size() >= kNames.size()) return;
        keys.push_back({kNames[keys.size()], choice.code, choice.label.in(words::code())});
    };
    for (const forms::Choice& choice : choices) {
        if (choice.code == kHerself) add(choice);
    }
    for (const forms::Choice& choice : choices) {
        if (choice.code != kHerself) add(choice);
    }
    return keys;
}

QuickCell cell_of(const forms::Form& form, const forms::Question& question, const Fields& answers) {
    QuickCell cell;
    cell.form = form.id;
    cell.name = question.name;
    cell.label = question.label.in(words::code());
    cell.hint = question.hint.in(words::code());
    cell.keys = keys_of(form, question);
    cell.answer = answers.text(question.name);
    cell.is_danger = question.has_appearance("danger-sign");
    return cell;
}

bool is_missing(const std::vector<forms::Problem>& problems, const std::string& field) {
    return std::any_of(problems.begin(), problems.end(), [&](const forms::Problem& problem) {
        return problem.field == field && problem.code == "required";
    });
}

void add_form(const Ports& ports, const std::string& type, const Fields& answers,
              const forms::Context& context, std::vector<QuickCell>& cells) {
    const forms::Form* form = ports.records.forms().find(type);
    if (form == nullptr) return;
    const auto problems = forms::check(*form, answers, context);
    const forms::Relevance relevance = forms::relevance(*form, answers, context);
    for (const forms::Question& question : form->questions) {
        if (question.type != forms::QuestionType::SelectOne) continue;
        const bool is_asked = is_missing(problems, question.name) ||
                              question.name == kExpressedMilk || answers.has(question.name);
        if (is_asked && relevance.is_relevant(question.name)) {
            cells.push_back(cell_of(*form, question, answers));
        }
    }
}

void add_who(const QuickRow& row, const QuickPeople& people, bool is_mother_done,
             std::vector<QuickCell>& cells) {
    if (people.infants.size() > 1) {
        QuickCell which{"", kWhichInfant, tr("Which baby?"), {}, {}, row.infant, false};
        for (std::size_t i = 0; i < people.infants.size() && i < 9; ++i) {
            which.keys.push_back({kNames[i], people.infants[i].id, people.infants[i].name});
        }
        cells.push_back(std::move(which));
    }
    if (people.mother.empty() || is_mother_done) return;
    cells.push_back({"",
                     kMotherMet,
                     tr("Was {0} (the mother) met?", {people.mother_name}),
                     {},
                     {{'y', "1", tr("Yes")}, {'t', "0", tr("No")}},
                     row.mother_met,
                     false});
}

std::string noon_of(Date day, const base::Zone& zone) {
    const base::Instant midnight = *base::parse_date_time(base::to_text(day) + "T12:00:00Z");
    return base::to_date_time_text({midnight.unix_ms - std::int64_t{zone.offset_minutes} * 60'000},
                                   zone);
}

}  // namespace

const QuickKey* QuickCell::chosen() const {
    for (const QuickKey& each : keys) {
        if (!answer.empty() && each.code == answer) return &each;
    }
    return nullptr;
}

// "n" for the English no, "/" for a "?" without Shift.
const QuickKey* QuickCell::key_of(char typed) const {
    char key = typed >= 'A' && typed <= 'Z' ? static_cast<char>(typed - 'A' + 'a') : typed;
    const auto find = [&]() -> const QuickKey* {
        for (const QuickKey& each : keys) {
            if (each.key == key) return &each;
        }
        return nullptr;
    };
    if (const QuickKey* found = find()) return found;
    if (key == 'n') key = 't';
    if (key == '/') key = '?';
    return find();
}

bool asks_infant(const QuickRow& row) {
    return !row.infant.empty();
}

bool asks_mother(const QuickRow& row, const QuickPeople& people) {
    return !people.mother.empty() && row.mother_met == "1";
}

Fields answers_for(const QuickRow& row, const QuickPeople& people, const std::string& form,
                   Date day) {
    Fields answers = row.answers_of(form);
    answers.set("visit_id", row.visit);
    if (form == "mother_check") {
        answers.set("mother_id", people.mother);
        if (!people.birth.empty()) answers.set("birth_event_id", people.birth);
        return answers;
    }
    answers.set("infant_id", row.infant);
    if (form == "feeding_recall") {
        answers.set("recall_date", base::to_text(base::add_days(day, -1)));
        return answers;
    }
    if (const auto grams = read_weight_g(row.weight)) {
        answers.set_integer("weight_g", *grams);
        answers.set("weighed_on", base::to_text(day));
    }
    const auto temp = read_typed(forms::QuestionType::Decimal, {row.temp, {}}, day, {});
    if (temp) answers.set_token("temp_c", *temp);
    return answers;
}

Fields visit_answers(const QuickRow& row, const QuickPeople& people, const Me& me, Date day,
                     const base::Zone& zone) {
    Fields visit;
    visit.set("household_id", row.household);
    visit.set("started_at", noon_of(day, zone));
    visit.set("outcome", "DONE");
    if (!me.role.empty()) visit.set("provider_role", me.role);
    std::string seen = asks_infant(row) ? row.infant : std::string();
    if (asks_mother(row, people)) {
        visit.set("mother_id", people.mother);
        if (!people.birth.empty()) visit.set("birth_event_id", people.birth);
        seen = people.mother + (seen.empty() ? "" : " " + seen);
    }
    if (!seen.empty()) visit.set("persons_seen", seen);
    return visit;
}

forms::Context context_of(const Ports& ports, const QuickRow& row, const Fields& visit) {
    forms::Context context;
    context.today = ports.today();
    context.language = std::string(words::code());
    context.lookup = [&ports, id = row.visit, visit](
                         std::string_view type, std::string_view of,
                         std::string_view field) -> std::optional<std::string> {
        const auto stored = ports.records.lookup(type, of, field);
        if (stored || type != "visit" || of != id) return stored;
        return visit.text(field);
    };
    return context;
}

std::vector<QuickCell> cells_of(const Ports& ports, const QuickRow& row, const QuickPeople& people,
                                const Fields& visit, Date day, bool is_mother_done) {
    std::vector<QuickCell> cells;
    if (!people.is_known) return cells;
    add_who(row, people, is_mother_done, cells);
    const forms::Context context = context_of(ports, row, visit);
    const auto add = [&](const char* form) {
        add_form(ports, form, answers_for(row, people, form, day), context, cells);
    };
    if (asks_infant(row)) add("infant_check");
    if (asks_mother(row, people) && !is_mother_done) add("mother_check");
    if (asks_infant(row)) add("feeding_recall");
    return cells;
}

}  // namespace screens
