// A quiz being answered: one question after the other, in an order of its own for each sitting.
//
// Studying tells the reason after each answer, and the first answer stands. A test tells nothing
// until it is handed in, and until then every answer may be changed.
#pragma once

#include "shared/base/fields.h"
#include "shared/care/quiz.h"

#include <map>
#include <string>

namespace screens {

enum class QuizMode { Unsaid, Study, Test };

class QuizModel {
public:
    // The same seed gives the same order: a sitting that was closed goes on as it was.
    QuizModel(care::Quiz quiz, const std::string& seed);

    QuizMode mode() const { return mode_; }
    const care::Quiz& quiz() const { return quiz_; }
    const care::QuizQuestion& question() const { return quiz_.questions[at_]; }
    std::size_t number() const { return at_ + 1; }
    std::size_t count() const { return quiz_.questions.size(); }
    bool is_first() const { return at_ == 0; }
    bool is_last() const { return at_ + 1 == count(); }
    std::size_t answered() const { return chosen_.size(); }
    std::string chosen(const std::string& question) const;  // a code; empty: not answered
    bool is_right(const care::QuizQuestion& question) const;
    bool is_revealed() const;  // the reason of this question is told
    bool is_finished() const { return is_finished_; }
    std::size_t right() const;
    int score() const { return care::quiz_score(right(), count()); }

    // ---- what the user did
    void begin(QuizMode mode) { mode_ = mode; }
    void choose(const std::string& choice);
    void next();
    void previous();
    void hand_in();  // with an answer missing it goes there instead

    // For the draft.
    base::Fields answers() const;
    void restore(const base::Fields& kept);

private:
    care::Quiz quiz_;
    QuizMode mode_ = QuizMode::Unsaid;
    std::size_t at_ = 0;
    std::map<std::string, std::string> chosen_;  // by question
    bool is_finished_ = false;
};

}  // namespace screens
