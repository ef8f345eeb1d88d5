#include "sync-server/console/records/answer_fields.h"

#include "shared/base/json.h"
#include "shared/base/text.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"

#include <algorithm>

namespace console {

using forms::Question;
using forms::QuestionType;
using html::Html;

namespace {

std::vector<Option> options_of(const forms::Form& form, const Question& question,
                               const base::Fields& standing) {
    std::vector<Option> options;
    for (const forms::Choice& choice : form.choices_of(question)) {
        options.push_back({choice.code, choice.label.in(words::code(tongue().language)),
                           standing.has_code(question.name, choice.code)});
    }
    return options;
}

const char* input_type(QuestionType type) {
    switch (type) {
        case QuestionType::Date:
            return "date";
        case QuestionType::Time:
            return "time";
        default:
            return "text";
    }
}

Html one_field(const forms::Form& form, const Question& question, const Asking& asking,
               const Field& about) {
    if (question.type == QuestionType::SelectOne) {
        std::vector<Option> options = {{"", tr("(no answer)"), false}};
        for (Option& each : options_of(form, question, asking.standing)) options.push_back(each);
        return choice(about, options);
    }
    if (question.type == QuestionType::SelectMultiple && question.reference_type.empty()) {
        // Boxes of which none is ticked are not sent.
        return html::all(carried("asked", about.name),
                         checkboxes(about, options_of(form, question, asking.standing)));
    }
    return field(about);
}

std::string posted_value(const Visit& visit, const Question& question, const std::string& name) {
    if (question.type != QuestionType::SelectMultiple || !question.reference_type.empty()) {
        return visit.value(name);
    }
    return base::joined(visit.posted.values(name), " ");
}

bool was_asked(const Visit& visit, const std::string& name) {
    const std::vector<std::string> asked = visit.posted.values("asked");
    return visit.posted.has(name) || std::find(asked.begin(), asked.end(), name) != asked.end();
}

void set_answer(base::Fields& answers, const Question& question, const std::string& text) {
    const bool is_number =
        question.type == QuestionType::Integer || question.type == QuestionType::Decimal;
    std::string plain = text;
    for (char& c : plain) {
        if (is_number && c == ',') c = '.';
    }
    if (text.empty()) {
        answers.set_token(question.name, "null");
    } else if (is_number && base::json::number_of(plain)) {
        answers.set_token(question.name, plain);
    } else {
        answers.set(question.name, text);
    }
}

}  // namespace

Html answer_fields(const Visit& visit, const Asking& asking) {
    Html fields;
    const forms::Form* form = visit.forms.find(asking.type);
    for (const std::string& name : asking.names) {
        const Question* question = form == nullptr ? nullptr : form->find(name);
        if (question == nullptr || !question->is_answered_by_people()) continue;
        Field about;
        about.name = asking.prefix + name;
        about.label = question->label.in(words::code(tongue().language));
        about.value = asking.standing.text(name);
        about.type = input_type(question->type);
        about.is_required = false;
        about.characters_max = 2000;
        if (name == asking.wrong) about.problem = asking.problem;
        fields += one_field(*form, *question, asking, about);
    }
    return fields;
}

base::Fields posted_answers(const Visit& visit, const Asking& asking) {
    base::Fields answers;
    const forms::Form* form = visit.forms.find(asking.type);
    for (const std::string& name : asking.names) {
        const Question* question = form == nullptr ? nullptr : form->find(name);
        if (question == nullptr || !question->is_answered_by_people()) continue;
        if (!was_asked(visit, asking.prefix + name)) continue;
        const std::string text = posted_value(visit, *question, asking.prefix + name);
        if (text != asking.standing.text(name)) set_answer(answers, *question, text);
    }
    return answers;
}

std::vector<std::string> question_names(const Visit& visit, std::string_view type) {
    std::vector<std::string> names;
    const forms::Form* form = visit.forms.find(type);
    if (form == nullptr) return names;
    for (const Question& question : form->questions) {
        if (question.is_answered_by_people()) names.push_back(question.name);
    }
    return names;
}

}  // namespace console
