#include "shared/base/json.h"
#include "shared/forms/answers.h"
#include "shared/forms/check.h"

namespace forms {

namespace {

std::string default_text(const Question& question, const Scope& scope) {
    if (question.default_value.find('(') == std::string::npos) return question.default_value;
    const auto expression = Expression::parse(question.default_value);
    // A default that names other answers waits for none: a new record has no answers yet.
    if (!expression.ok() || !expression.value().fields().empty()) return {};
    return expression.value().evaluate(scope).to_text();
}

bool is_number(const Question& question) {
    return question.type == QuestionType::Integer || question.type == QuestionType::Decimal;
}

}  // namespace

base::Fields defaults(const Form& form, const Context& context) {
    const Answers nothing(form, base::Fields(), context);
    base::Fields fields;
    for (const Question& question : form.questions) {
        if (question.default_value.empty() || !question.is_answered_by_people()) continue;
        const std::string text = default_text(question, nothing);
        if (text.empty()) continue;
        const std::string token = is_number(question) ? text : base::json::quoted(text);
        if (!read_answer(question, token).problem) fields.set_token(question.name, token);
    }
    return fields;
}

}  // namespace forms
