#include "shared/forms/dependencies.h"

namespace forms {

namespace {

class Sorting {
public:
    explicit Sorting(const Form& form) : form_(form), states_(form.questions.size(), State::New) {}

    base::Result<std::vector<std::size_t>> order() {
        for (std::size_t each = 0; each < form_.questions.size(); ++each) TRY(visit(each));
        return std::move(order_);
    }

private:
    enum class State : unsigned char { New, Open, Done };

    // Descends at most once per row of the form (kRowsMax).
    base::Status visit(std::size_t number) {
        if (states_[number] == State::Done) return base::Done{};
        if (states_[number] == State::Open) return circle(number);
        states_[number] = State::Open;
        const Question& question = form_.questions[number];
        if (question.group != kNone) TRY(visit(question.group));
        if (question.relevant) TRY(visit_fields(*question.relevant));
        if (question.calculation) TRY(visit_fields(*question.calculation));
        states_[number] = State::Done;
        order_.push_back(number);
        return base::Done{};
    }

    base::Status visit_fields(const Expression& expression) {
        for (const std::string& name : expression.fields()) TRY(visit(form_.number_of(name)));
        return base::Done{};
    }

    base::Status circle(std::size_t number) const {
        const Question& question = form_.questions[number];
        return base::Error{base::ErrorCode::Malformed,
                           form_.id + ", row " + std::to_string(question.row) + ", " +
                               (question.calculation ? "calculation: " : "relevant: ") +
                               question.name + " depends on itself in a circle"};
    }

    const Form& form_;
    std::vector<State> states_;
    std::vector<std::size_t> order_;
};

}  // namespace

base::Result<std::vector<std::size_t>> order_by_dependency(const Form& form) {
    return Sorting(form).order();
}

namespace {

bool asks(const Form& form, const std::vector<char>& on_others, const Expression& expression) {
    if (expression.text().find("pulldata(") != std::string::npos) return true;
    for (const std::string& name : expression.fields()) {
        if (on_others[form.number_of(name)] != 0) return true;
    }
    return false;
}

}  // namespace

std::vector<char> questions_on_others(const Form& form) {
    std::vector<char> on_others(form.questions.size(), 0);
    for (const std::size_t number : form.by_dependency) {
        const Question& question = form.questions[number];
        const bool hangs = (question.group != kNone && on_others[question.group] != 0) ||
                           (question.relevant && asks(form, on_others, *question.relevant)) ||
                           (question.calculation && asks(form, on_others, *question.calculation));
        on_others[number] = hangs ? 1 : 0;
    }
    return on_others;
}

bool asks_others(const Form& form, const Expression& expression) {
    return asks(form, form.hangs_on_others, expression);
}

}  // namespace forms
