// Forms, answers to them and expressions: refused with a sentence, or whole, quick and repeatable.
#include "shared/base/fields.h"
#include "shared/care/procedure.h"
#include "shared/care/quiz.h"
#include "shared/forms/check.h"
#include "shared/forms/form_set.h"
#include "tests/fuzz/targets/target.h"

#include <set>
#include <string>

namespace fuzz {

namespace {

using base::Fields;
using forms::Form;
using forms::FormSet;
using forms::Value;

forms::Context context() {
    forms::Context made;
    made.today = *base::parse_date("2026-03-15");
    made.lookup = [](std::string_view, std::string_view, std::string_view field) {
        return field == "birth_date" ? std::optional<std::string>("2026-01-31") : std::nullopt;
    };
    return made;
}

const forms::ChoiceLists& shared_choices() {
    static const forms::ChoiceLists lists =
        forms::parse_choices(FormSet::builtin().json_of(forms::kSharedChoices)).value();
    return lists;
}

// What is saved is checked as what was answered, and saving it once more changes nothing.
void check_answers(const Form& form, const Fields& answers) {
    const auto problems = forms::check(form, answers, context());
    CHECK(forms::check(form, answers, context()) == problems);
    for (const forms::Problem& each : problems) CHECK(!each.code.empty());
    const Fields kept = forms::relevant_only(form, answers, context());
    CHECK(forms::relevant_only(form, kept, context()) == kept);
    CHECK(Fields::parse(kept.to_json()).value() == kept);
    CHECK(Fields::parse(forms::calculated(form, answers, context()).to_json()).ok());
}

// Hands out every kind of value by the name that is asked for.
class AnyScope final : public forms::Scope {
public:
    const Value& field(std::string_view name, std::size_t) const override { return of(name); }
    const Value& self() const override { return of("aaa"); }
    base::Date today() const override { return *base::parse_date("2026-03-15"); }
    Value lookup(std::string_view, std::string_view, std::string_view field) const override {
        return of(field);
    }

private:
    static const Value& of(std::string_view name) {
        static const std::vector<Value> kValues = {
            Value(),
            Value::number(-3.5),
            Value::text("FEVER NONE"),
            Value::text(std::string(forms::kRegexInputBytesMax, 'a')),
            Value::date(*base::parse_date("2026-03-01")),
            Value::date_time("2026-03-01T23:30:00+07:00"),
            Value::boolean(true),
            Value::text("2026-02-29"),
        };
        const unsigned first = name.empty() ? 0 : static_cast<unsigned char>(name[0]);
        return kValues[(first + name.size()) % kValues.size()];
    }
};

void check_procedure(const Form& form) {
    const auto read = care::read_procedure(form);
    if (!read.ok()) return;
    const care::Procedure& procedure = read.value();
    for (const char* code : {"P01", "P02"}) {
        CHECK(procedure.find(code) != nullptr);
        CHECK(procedure.is_critical(code));
    }
    for (const care::ProcedureStep& step : procedure.steps) {
        CHECK(!step.code.empty() && !step.label.empty());
        CHECK(step.target_seconds >= 0 && step.least_seconds >= 0);
    }
    CHECK(procedure.target_seconds() >= 0);
}

void check_quiz(const Form& form) {
    const auto read = care::read_quiz(form);
    if (!read.ok()) return;
    CHECK(!read.value().questions.empty());
    for (const care::QuizQuestion& question : read.value().questions) {
        CHECK(!question.text.empty());
        std::size_t right = 0;
        for (const forms::Choice& choice : question.choices) {
            if (choice.code == question.right) ++right;
        }
        CHECK(right == 1);
    }
}

}  // namespace

void form(std::string_view bytes) {
    if (const auto lists = forms::parse_choices(bytes); lists.ok()) {
        for (const auto& [name, choices] : lists.value()) CHECK(!name.empty());
    }
    const auto read = forms::parse_form(bytes, shared_choices());
    if (!read.ok()) {
        CHECK(!read.error().message.empty());
        return;
    }
    const Form& form = read.value();
    CHECK(form.questions.size() <= forms::kRowsMax);
    for (const forms::Question& each : form.questions) {
        if (!each.name.empty()) CHECK(form.find(each.name) != nullptr);
    }
    // What a laptop is handed is this text: it reads the same form.
    CHECK(forms::parse_form(form.json, shared_choices()).value().json == form.json);
    Fields answers = forms::defaults(form, context());
    check_answers(form, answers);
    for (const forms::Question& each : form.questions) {
        if (!each.name.empty()) answers.set(each.name, "1");
    }
    check_answers(form, answers);
}

// The first line names the form; what follows are the answers.
void answers(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const Form* form = FormSet::builtin().find(bytes.substr(0, end));
    const auto given = Fields::parse(bytes.substr(std::min(end + 1, bytes.size())));
    if (form != nullptr && given.ok()) check_answers(*form, given.value());
}

void expression(std::string_view bytes) {
    const auto read = forms::Expression::parse(bytes);
    if (!read.ok()) {
        CHECK(read.error().message.starts_with("at character"));
        return;
    }
    const AnyScope scope;
    const Value value = read.value().evaluate(scope);
    CHECK(read.value().evaluate(scope).to_text() == value.to_text());
    CHECK(read.value().is_true(scope) == value.is_true());
    const auto& names = read.value().fields();
    CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
    CHECK(forms::Expression::parse(read.value().text()).ok());
}

void document(std::string_view bytes) {
    const auto read = forms::parse_form(bytes, shared_choices());
    if (!read.ok()) return;
    check_procedure(read.value());
    check_quiz(read.value());
}

}  // namespace fuzz
