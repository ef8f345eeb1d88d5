#include "sync-server/console/records/answer_fields.h"

#include "shared/base/characters.h"
#include "shared/base/date.h"
#include "shared/base/json.h"
#include "shared/base/text.h"
#include "shared/forms/lengths.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"

#include <algorithm>

namespace console {

using forms::Question;
using forms::QuestionType;
using html::Html;

namespace {

constexpr std::size_t kLineBytes = 36;        // more is cut off on a phone: it has several lines
constexpr std::size_t kCharactersMax = 2000;  // where its form sets no bound

// A code that only the record knows is offered too: whoever mends something else keeps it (SYNC
// 25).
std::vector<Option> options_of(const forms::Form& form, const Question& question,
                               const base::Fields& standing) {
    std::vector<Option> options;
    const bool is_one = question.type == QuestionType::SelectOne;
    std::vector<std::string> unknown =
        is_one ? std::vector{standing.text(question.name)} : standing.codes(question.name);
    std::erase(unknown, "");
    for (const forms::Choice& choice : form.choices_of(question)) {
        options.push_back({choice.code, choice.label.in(words::code(tongue().language)),
                           standing.has_code(question.name, choice.code)});
        std::erase(unknown, choice.code);
    }
    for (const std::string& code : unknown) options.push_back({code, code, true});
    return options;
}

// A browser empties a field of days or times that holds none, and takes line breaks out of a line.
bool is_time(std::string_view text) {
    constexpr std::string_view kShape = "00:00";
    const auto fits = [](char c, char shape) {
        return shape == '0' ? base::is_digit(c) : c == shape;
    };
    return std::equal(text.begin(), text.end(), kShape.begin(), kShape.end(), fits);
}

const char* input_type(QuestionType type, const std::string& standing) {
    const bool is_date = standing.empty() || base::parse_date(standing);
    if (type == QuestionType::Date && is_date) return "date";
    if (type == QuestionType::Time && (standing.empty() || is_time(standing))) return "time";
    return "text";
}

// As a browser gives back what stood in a field that nobody touched.
std::string as_sent_back(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (!is_pair) plain += text[i] == '\r' ? '\n' : text[i];
    }
    return base::trimmed(plain);
}

bool says_the_same(const Question& question, const base::Fields& standing,
                   const std::string& posted) {
    if (question.type != QuestionType::SelectMultiple) {
        return posted == as_sent_back(standing.text(question.name));
    }
    std::vector<std::string> now = base::split(posted, ' ');
    std::vector<std::string> before = standing.codes(question.name);
    for (std::vector<std::string>* codes : {&now, &before}) {
        std::erase(*codes, "");
        std::sort(codes->begin(), codes->end());
    }
    return now == before;
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
    const bool has_lines = about.value.find_first_of("\r\n") != std::string::npos;
    if (has_lines || about.value.size() > kLineBytes) return area(about);
    return field(about);
}

std::string posted_value(const Visit& visit, const Question& question, const std::string& name) {
    if (question.type != QuestionType::SelectMultiple || !question.reference_type.empty()) {
        return as_sent_back(visit.value(name));
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
        about.type = input_type(question->type, about.value);
        about.is_required = false;
        about.characters_max =
            static_cast<int>(forms::characters_max(*question).value_or(kCharactersMax));
        if (name == asking.wrong) about.problem = asking.problem;
        // She who only opened a page begins at its top.
        about.opens_at_problem = visit.request.method == "POST";
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
        if (!says_the_same(*question, asking.standing, text)) set_answer(answers, *question, text);
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
