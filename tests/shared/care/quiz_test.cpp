// The knowledge quiz: what it promises to whoever answers it, and what a broken one leads to.
#include "shared/care/quiz.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace care;

namespace {

std::vector<std::string> codes(const Quiz& quiz) {
    std::vector<std::string> all;
    for (const QuizQuestion& question : quiz.questions) all.push_back(question.code);
    return all;
}

std::string definition(const std::string& right, const std::string& why = "sebab") {
    return R"j({"settings":{"form_id":"massage_quiz","version":"7","kawan:records":"none"},)j"
           R"j("survey":[{"type":"select_one k","name":"own","label::id":"Apa?","hint::id":")j" +
           why + R"j(","bind::kawan:right":")j" + right +
           R"j("}],"choices":[{"list_name":"k","name":"a","label::id":"satu"},)j"
           R"j({"list_name":"k","name":"b","label::id":"dua"}]})j";
}

forms::FormSet forms_with(const std::string& text) {
    auto set = forms::FormSet::parse({text});
    REQUIRE(set.ok());
    return std::move(set).value();
}

}  // namespace

TEST_CASE("every shipped question has one right answer, an explanation and its rule, twice over") {
    const Quiz& quiz = shipped_quiz();
    CHECK(quiz.questions.size() == 20);
    for (const QuizQuestion& question : quiz.questions) {
        CAPTURE(question.code);
        CHECK(question.choices.size() >= 3);
        CHECK(question.choices.size() <= 4);
        CHECK(!question.text.id.empty());
        CHECK(!question.text.en.empty());
        CHECK(!question.why.id.empty());
        CHECK(!question.why.en.empty());
        const bool is_sourced =
            question.rule.starts_with("DOMAIN ") || question.rule.starts_with("AMENDMENTS");
        CHECK(is_sourced);
    }
}

TEST_CASE("the same seed gives the same order; another one another, and nothing is lost") {
    base::SeededRandom one(41), again(41), other(42);
    const Quiz first = shuffled(shipped_quiz(), one);
    const Quiz second = shuffled(shipped_quiz(), again);
    const Quiz third = shuffled(shipped_quiz(), other);
    CHECK(codes(first) == codes(second));
    CHECK(codes(first) != codes(third));
    CHECK(codes(first) != codes(shipped_quiz()));
    const std::vector<std::string> all = codes(first), shipped = codes(shipped_quiz());
    CHECK(std::set<std::string>(all.begin(), all.end()) ==
          std::set<std::string>(shipped.begin(), shipped.end()));
    for (std::size_t i = 0; i < first.questions.size(); ++i) {
        const QuizQuestion& question = first.questions[i];
        CHECK(question.choices[0].code == second.questions[i].choices[0].code);
        CHECK(question.choices.size() == shipped_quiz().find(question.code)->choices.size());
    }
}

TEST_CASE("the right answer stands in every place now and then") {
    std::set<std::size_t> places;
    base::SeededRandom random(3);
    const Quiz quiz = shuffled(shipped_quiz(), random);
    for (const QuizQuestion& question : quiz.questions) {
        for (std::size_t i = 0; i < question.choices.size(); ++i) {
            if (question.choices[i].code == question.right) places.insert(i);
        }
    }
    CHECK(places.size() >= 3);
}

TEST_CASE("a health centre's own quiz is taken; a broken one leaves the shipped one") {
    const Quiz own = quiz_in(forms_with(definition("b")));
    CHECK(own.version == "7");
    REQUIRE(own.questions.size() == 1);
    CHECK(own.questions[0].right == "b");
    CHECK(quiz_in(forms_with(definition("c"))).questions.size() == 20);
    CHECK(quiz_in(forms_with(definition("a", ""))).questions.size() == 20);
    const auto set = forms_with(definition("c"));
    const auto broken = read_quiz(*set.find_document(kQuizForm));
    REQUIRE(!broken.ok());
    CHECK(broken.error().message.find("row 1, bind::kawan:right") != std::string::npos);
}

TEST_CASE("a score is a whole number of a hundred, half up") {
    CHECK(quiz_score(20, 20) == 100);
    CHECK(quiz_score(0, 20) == 0);
    CHECK(quiz_score(1, 8) == 13);
    CHECK(quiz_score(0, 0) == 0);
}
