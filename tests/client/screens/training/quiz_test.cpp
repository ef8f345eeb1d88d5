// Studying and testing: when a reason is told, what may be changed, what a closed window keeps.
#include "client/screens/training/quiz_page.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

using namespace screens;

namespace {

std::string wrong_choice(const care::QuizQuestion& question) {
    for (const forms::Choice& choice : question.choices) {
        if (choice.code != question.right) return choice.code;
    }
    return {};
}

// Every question answered, `wrong` of them not right.
void answer_all(QuizModel& quiz, std::size_t wrong) {
    for (std::size_t i = 0; i < quiz.count(); ++i) {
        quiz.choose(i < wrong ? wrong_choice(quiz.question()) : quiz.question().right);
        quiz.next();
    }
}

}  // namespace

TEST_CASE("studying tells the reason after each answer, and the first answer stands") {
    QuizModel quiz(care::shipped_quiz(), "a");
    quiz.begin(QuizMode::Study);
    CHECK(!quiz.is_revealed());
    const std::string wrong = wrong_choice(quiz.question());
    quiz.choose(wrong);
    CHECK(quiz.is_revealed());
    quiz.choose(quiz.question().right);
    CHECK(quiz.chosen(quiz.question().code) == wrong);
    quiz.next();
    CHECK(!quiz.is_revealed());
}

TEST_CASE("a test tells no reason before it is handed in, and answers may be changed until then") {
    QuizModel quiz(care::shipped_quiz(), "a");
    quiz.begin(QuizMode::Test);
    quiz.choose(wrong_choice(quiz.question()));
    CHECK(!quiz.is_revealed());
    quiz.choose(quiz.question().right);
    CHECK(quiz.is_right(quiz.question()));
    for (std::size_t i = 1; i < quiz.count(); ++i) {
        quiz.next();
        quiz.choose(quiz.question().right);
    }
    quiz.hand_in();
    REQUIRE(quiz.is_finished());
    CHECK(quiz.score() == 100);
    const std::string stands = quiz.chosen(quiz.question().code);
    quiz.choose(wrong_choice(quiz.question()));
    CHECK(quiz.chosen(quiz.question().code) == stands);
}

TEST_CASE("handing in with an answer missing goes to that question instead") {
    QuizModel quiz(care::shipped_quiz(), "a");
    quiz.begin(QuizMode::Test);
    for (std::size_t i = 0; i + 1 < quiz.count(); ++i) {
        if (i != 3) quiz.choose(quiz.question().right);
        quiz.next();
    }
    quiz.choose(quiz.question().right);
    quiz.hand_in();
    CHECK(!quiz.is_finished());
    CHECK(quiz.number() == 4);
}

TEST_CASE("each right answer of twenty is worth five") {
    QuizModel quiz(care::shipped_quiz(), "a");
    quiz.begin(QuizMode::Test);
    answer_all(quiz, 3);
    quiz.hand_in();
    CHECK(quiz.score() == 85);
    CHECK(quiz.right() == 17);
}

TEST_CASE("a quiz that was closed goes on with the same order, question and answers") {
    desk::Desk desk;
    const std::string draft = desk.new_draft_id();
    OwnQuizModel before(desk.ports(), draft);
    before.begin(QuizMode::Study);
    before.answered();
    CHECK(desk.drafts().empty());  // nothing is answered yet
    before.quiz().choose(before.quiz().question().right);
    before.quiz().next();
    before.answered();
    REQUIRE(desk.drafts().size() == 1);
    OwnQuizModel after(desk.ports(), draft);
    CHECK(after.quiz().mode() == QuizMode::Study);
    CHECK(after.quiz().number() == 2);
    CHECK(after.quiz().answered() == 1);
    CHECK(after.quiz().question().code == before.quiz().question().code);
    CHECK(after.quiz().question().choices[0].code == before.quiz().question().choices[0].code);
}

TEST_CASE("an answer to an older quiz is not taken for one to the new") {
    desk::Desk desk;
    const std::string draft = desk.new_draft_id();
    OwnQuizModel before(desk.ports(), draft);
    before.begin(QuizMode::Study);
    before.quiz().choose(before.quiz().question().right);
    before.answered();
    Draft kept = desk.drafts().front();
    kept.form_version = "0";
    REQUIRE(desk.put_draft(kept).ok());
    OwnQuizModel after(desk.ports(), draft);
    CHECK(after.quiz().answered() == 0);
    CHECK(after.quiz().mode() == QuizMode::Unsaid);
}

TEST_CASE("on a full disk the quiz is not left without a word, and is kept once there is room") {
    desk::Desk desk;
    QuizPage page(desk.ports(), desk.new_draft_id());
    CHECK(page.keep());  // nothing is answered
    page.model().begin(QuizMode::Study);
    page.model().answered();
    CHECK(page.keep());
    desk.disk_refuses = base::ErrorCode::DiskFull;
    page.model().quiz().choose(page.model().quiz().question().right);
    page.model().answered();
    CHECK_FALSE(page.keep());
    CHECK_FALSE(page.model().trouble().empty());
    desk.disk_refuses = std::nullopt;
    CHECK(page.keep());
    CHECK(desk.drafts().size() == 1);
}

TEST_CASE("a quiz that is done with, or begun anew, leaves no draft") {
    desk::Desk desk;
    OwnQuizModel quiz(desk.ports(), desk.new_draft_id());
    quiz.begin(QuizMode::Test);
    quiz.quiz().choose(quiz.quiz().question().right);
    quiz.answered();
    quiz.again_clicked();
    CHECK(desk.drafts().empty());
    CHECK(quiz.quiz().mode() == QuizMode::Unsaid);
    quiz.done_clicked();
    CHECK(quiz.is_done());
    CHECK(desk.saves.empty());  // and no record was ever made of it
}
