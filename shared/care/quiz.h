// The knowledge quiz of a training, as data: the document "massage_quiz" among the forms. A health
// centre may hand out its own questions; the program carries some for whoever has none or a broken
// one. Every shipped question rests on a rule that it names (DOMAIN, AMENDMENTS).
#pragma once

#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/forms/form_set.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace care {

inline constexpr std::string_view kQuizForm = "massage_quiz";

struct QuizQuestion {
    std::string code;
    forms::Label text;
    std::vector<forms::Choice> choices;
    std::string right;  // the code of one of them
    forms::Label why;   // told after the answer
    std::string rule;   // "DOMAIN 2.4 XC09"
};

struct Quiz {
    std::string version;
    forms::Label title;
    std::vector<QuizQuestion> questions;

    const QuizQuestion* find(std::string_view code) const;  // nullptr if it has none such
};

// The one in force among these forms; the shipped one where they have none or a broken one.
Quiz quiz_in(const forms::FormSet& forms);
const Quiz& shipped_quiz();
// Why a document is no quiz, naming its row: "massage_quiz, row 3, bind::kawan:right: ...".
base::Result<Quiz> read_quiz(const forms::Form& form);

// The same quiz with its questions, and the choices of each, in an order of chance: the same order
// from the same seed.
Quiz shuffled(Quiz quiz, base::SeededRandom& random);

int quiz_score(std::size_t right, std::size_t questions);  // 0 to 100, half up

}  // namespace care
