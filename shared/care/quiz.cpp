#include "shared/care/quiz.h"

#include "shared/base/json.h"
#include "shared/base/log.h"
#include "shared/forms/rows.h"

#include <algorithm>
#include <utility>

namespace care {

namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::size_t kChoicesLeast = 2;

template <typename T>
void shuffle(std::vector<T>& all, base::SeededRandom& random) {
    for (std::size_t left = all.size(); left > 1; --left) {
        const auto chosen = static_cast<std::size_t>(random.below(left));
        std::swap(all[left - 1], all[chosen]);
    }
}

Result<QuizQuestion> read_question(const forms::Form& form, const forms::Question& question,
                                   const forms::Row& row) {
    QuizQuestion made{question.name,
                      question.label,
                      form.choices_of(question),
                      row.cell("bind::kawan:right"),
                      question.hint,
                      row.cell("bind::kawan:rule")};
    if (made.choices.size() < kChoicesLeast) return row.refuse("type", "nothing to choose between");
    if (form.find_choice(question, made.right) == nullptr) {
        return row.refuse("bind::kawan:right", "is none of the choices");
    }
    if (made.why.empty()) return row.refuse("hint", "an answer needs its explanation");
    return made;
}

}  // namespace

const QuizQuestion* Quiz::find(std::string_view code) const {
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const QuizQuestion& each) { return each.code == code; });
    return found == questions.end() ? nullptr : &*found;
}

Result<Quiz> read_quiz(const forms::Form& form) {
    TRY_LET(definition, base::json::Object::parse(form.json));
    TRY_LET(rows, forms::read_rows(definition, "survey", form.id, forms::kRowsMax));
    Quiz quiz{form.version, form.title, {}};
    for (const forms::Question& question : form.questions) {
        if (question.type != forms::QuestionType::SelectOne) continue;
        TRY_LET(made, read_question(form, question, rows[question.row - 1]));
        quiz.questions.push_back(std::move(made));
    }
    if (quiz.questions.empty()) {
        return Error{ErrorCode::Malformed, form.id + ": has no question to choose an answer to"};
    }
    return quiz;
}

const Quiz& shipped_quiz() {
    static const Quiz quiz = [] {
        const forms::Form* form = forms::FormSet::builtin().find_document(kQuizForm);
        CHECK(form != nullptr);
        auto read = read_quiz(*form);
        CHECK(read.ok());
        return std::move(read).value();
    }();
    return quiz;
}

Quiz quiz_in(const forms::FormSet& forms) {
    const forms::Form* form = forms.find_document(kQuizForm);
    if (form == nullptr) return shipped_quiz();
    auto read = read_quiz(*form);
    if (read.ok()) return std::move(read).value();
    base::log::warn("the quiz handed out cannot be used: " + read.error().message);
    return shipped_quiz();
}

Quiz shuffled(Quiz quiz, base::SeededRandom& random) {
    shuffle(quiz.questions, random);
    for (QuizQuestion& question : quiz.questions) shuffle(question.choices, random);
    return quiz;
}

int quiz_score(std::size_t right, std::size_t questions) {
    if (questions == 0) return 0;
    return static_cast<int>((200 * right + questions) / (2 * questions));
}

}  // namespace care
