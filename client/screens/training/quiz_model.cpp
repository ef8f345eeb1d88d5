#include "client/screens/training/quiz_model.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace screens {

namespace {

constexpr const char* kMode = "mode";
constexpr const char* kAt = "at";
constexpr const char* kFinished = "finished";
const std::string kAnswer = "q.";

// FNV-1a; an order of chance is all that hangs on it.
std::uint64_t seed_of(const std::string& text) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

care::Quiz in_order_of(care::Quiz quiz, const std::string& seed) {
    base::SeededRandom random(seed_of(seed));
    return care::shuffled(std::move(quiz), random);
}

}  // namespace

QuizModel::QuizModel(care::Quiz quiz, const std::string& seed)
    : quiz_(in_order_of(std::move(quiz), seed)) {}

std::string QuizModel::chosen(const std::string& question) const {
    const auto found = chosen_.find(question);
    return found == chosen_.end() ? std::string() : found->second;
}

bool QuizModel::is_right(const care::QuizQuestion& question) const {
    return chosen(question.code) == question.right;
}

bool QuizModel::is_revealed() const {
    return mode_ == QuizMode::Study && !chosen(question().code).empty();
}

std::size_t QuizModel::right() const {
    const auto count = std::count_if(quiz_.questions.begin(), quiz_.questions.end(),
                                     [&](const auto& each) { return is_right(each); });
    return static_cast<std::size_t>(count);
}

void QuizModel::choose(const std::string& choice) {
    if (is_finished_ || is_revealed()) return;
    chosen_[question().code] = choice;
}

void QuizModel::next() {
    if (!is_last()) ++at_;
}

void QuizModel::previous() {
    if (at_ > 0) --at_;
}

void QuizModel::hand_in() {
    for (std::size_t i = 0; i < count(); ++i) {
        if (!chosen(quiz_.questions[i].code).empty()) continue;
        at_ = i;
        return;
    }
    is_finished_ = true;
}

base::Fields QuizModel::answers() const {
    base::Fields kept;
    kept.set(kMode, mode_ == QuizMode::Study ? "study" : mode_ == QuizMode::Test ? "test" : "");
    kept.set(kAt, question().code);
    if (is_finished_) kept.set(kFinished, "1");
    for (const auto& [question, choice] : chosen_) kept.set(kAnswer + question, choice);
    return kept;
}

// Questions that a newer quiz no longer has are left out.
void QuizModel::restore(const base::Fields& kept) {
    const std::string mode = kept.text(kMode);
    mode_ = mode == "study" ? QuizMode::Study : mode == "test" ? QuizMode::Test : QuizMode::Unsaid;
    for (std::size_t i = 0; i < count(); ++i) {
        const std::string& code = quiz_.questions[i].code;
        if (code == kept.text(kAt)) at_ = i;
        const std::string choice = kept.text(kAnswer + code);
        if (!choice.empty()) chosen_[code] = choice;
    }
    is_finished_ = kept.text(kFinished) == "1" && answered() == count();
}

}  // namespace screens
