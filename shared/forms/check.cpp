#include "shared/forms/check.h"

#include "shared/base/json.h"
#include "shared/base/text.h"
#include "shared/forms/answers.h"
#include "shared/forms/dependencies.h"

#include <algorithm>

namespace forms {

namespace {

// Calls `each` with every code of a set of codes.
template <typename Each>
void for_each_code(std::string_view codes, Each each) {
    while (!codes.empty()) {
        const std::size_t end = std::min(codes.find(' '), codes.size());
        if (end > 0) each(codes.substr(0, end));
        codes.remove_prefix(std::min(end + 1, codes.size()));
    }
}

class Checking {
public:
    Checking(const Form& form, const base::Fields& fields, const Context& context)
        : form_(form),
          answers_(form, fields, context),
          language_(context.language),
          knows_others_(static_cast<bool>(context.lookup)),
          errors_only_(context.errors_only) {}

    std::vector<Problem> problems() {
        for (std::size_t each = 0; each < form_.questions.size(); ++each) check_question(each);
        for (const Rule& rule : form_.rules) check_rule(rule);
        return std::move(problems_);
    }

private:
    void report(const std::string& field, std::string_view code, Severity severity,
                const std::string& message) {
        problems_.push_back({field, std::string(code), severity, message});
    }

    // Without other records at hand nothing that hangs on them is refused (SYNC 10, 14).
    bool can_judge(std::size_t number, const std::optional<Expression>& expression) const {
        if (knows_others_) return true;
        return form_.hangs_on_others[number] == 0 && !asks_others(form_, *expression);
    }

    void check_question(std::size_t number) {
        const Question& question = form_.questions[number];
        if (!answers_.is_relevant(number) || !question.is_answered_by_people()) return;
        const Value& value = answers_.value(number);
        if (value.is_empty()) {
            if (!question.required || !can_judge(number, question.required)) return;
            if (!question.required->is_true(answers_)) return;
            report(question.name, "required", Severity::Error, say(Message::Required));
            return;
        }
        if (const auto problem = answers_.problem(number)) {
            report(question.name, "type", Severity::Error, say(*problem));
            return;
        }
        check_constraint(question, number);
        check_codes(question, value);
    }

    void check_constraint(const Question& question, std::size_t number) {
        if (!question.constraint || !can_judge(number, question.constraint)) return;
        answers_.set_self(number);
        if (question.constraint->is_true(answers_)) return;
        const Label& own = question.constraint_message;
        report(question.name, "constraint", Severity::Error,
               own.empty() ? say(Message::OutOfBounds) : own.in(language_));
    }

    void check_codes(const Question& question, const Value& value) {
        if (question.list.empty()) return;
        bool has_unknown = false;
        std::size_t count = 0;
        const std::string* exclusive = nullptr;
        const std::vector<Choice>& choices = form_.choices_of(question);
        for_each_code(value.plain_text(), [&](std::string_view code) {
            ++count;
            has_unknown |= std::none_of(choices.begin(), choices.end(),
                                        [&](const Choice& one) { return one.code == code; });
            for (const std::string& alone : question.exclusive) {
                if (alone == code) exclusive = &alone;
            }
        });
        if (has_unknown) {
            report(question.name, "unknown_code", Severity::Warning, say(Message::UnknownCode));
        }
        if (exclusive != nullptr && count > 1) {
            const Choice* choice = form_.find_choice(question, *exclusive);
            report(question.name, "V045", Severity::Error,
                   base::filled(say(Message::StandsAlone), {choice->label.in(language_)}));
        }
    }

    void check_rule(const Rule& rule) {
        if (errors_only_ && rule.severity != Severity::Error) return;
        if (!answers_.is_group_relevant(rule.group)) return;
        const bool hangs = rule.group != kNone && form_.hangs_on_others[rule.group] != 0;
        if (!knows_others_ && (hangs || asks_others(form_, rule.violated))) return;
        answers_.set_self(rule.field.empty() ? kNone : form_.number_of(rule.field));
        if (!rule.violated.is_true(answers_)) return;
        report(rule.field, rule.id, rule.severity, rule.message.in(language_));
    }

    const std::string& say(Message message) const { return text_of(message).in(language_); }

    const Form& form_;
    Answers answers_;
    const std::string& language_;
    bool knows_others_;
    bool errors_only_;
    std::vector<Problem> problems_;
};

void set_value(base::Fields& fields, const std::string& name, const Value& value) {
    switch (value.kind()) {
        case Value::Kind::Empty:
            return;
        case Value::Kind::Number:
            fields.set_number(name, value.to_number());
            return;
        case Value::Kind::Bool:
            fields.set(name, value.is_true() ? "1" : "0");
            return;
        case Value::Kind::Text:
        case Value::Kind::Date:
        case Value::Kind::DateTime:
            fields.set(name, value.to_text());
            return;
    }
}

}  // namespace

std::vector<Problem> check(const Form& form, const base::Fields& answers, const Context& context) {
    return Checking(form, answers, context).problems();
}

bool blocks(const std::vector<Problem>& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::Error; });
}

bool Relevance::is_relevant(std::string_view name) const {
    const std::size_t number = form_->number_of(name);
    return number == kNone || is_relevant(number);
}

Relevance relevance(const Form& form, const base::Fields& answers, const Context& context) {
    return Relevance(form, Answers(form, answers, context).relevant());
}

base::Fields relevant_only(const Form& form, const base::Fields& answers, const Context& context) {
    const Answers values(form, answers, context);
    base::Fields kept;
    for (const auto& [name, token] : answers.entries()) {
        const std::size_t number = form.number_of(name);
        if (number == kNone) {
            kept.set_token(name, token);
            continue;
        }
        const Question& question = form.questions[number];
        if (!question.is_answered_by_people() || values.value(number).is_empty()) continue;
        const bool is_text = question.type == QuestionType::Text && token.front() == '"';
        kept.set_token(name,
                       is_text ? base::json::quoted(values.value(number).plain_text()) : token);
    }
    return kept;
}

base::Fields calculated(const Form& form, const base::Fields& answers, const Context& context) {
    const Answers values(form, answers, context);
    base::Fields fields;
    for (std::size_t each = 0; each < form.questions.size(); ++each) {
        const Question& question = form.questions[each];
        if (question.calculation) set_value(fields, question.name, values.value(each));
    }
    return fields;
}

}  // namespace forms
