#include "client/screens/record/typed_answers.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using forms::QuestionType;
using screens::Typed;

constexpr base::Date kToday{std::chrono::year(2026), std::chrono::month(3), std::chrono::day(5)};

std::string token(QuestionType type, const std::string& text, const std::string& time = "") {
    return screens::read_typed(type, {text, time}, kToday, base::Zone{}).value_or("-");
}

}  // namespace

TEST_CASE("what is typed becomes the token of the wire, or nothing yet") {
    struct Row {
        QuestionType type;
        const char* typed;
        const char* token;
    };
    const std::vector<Row> rows = {{QuestionType::Text, "Bu \"Sri\"", R"("Bu \"Sri\"")"},
                                   {QuestionType::Integer, "3200", "3200"},
                                   {QuestionType::Integer, " 7 ", "7"},
                                   {QuestionType::Integer, "3,2", "-"},
                                   {QuestionType::Integer, "tiga", "-"},
                                   {QuestionType::Decimal, "36,5", "36.5"},
                                   {QuestionType::Decimal, "36.5", "36.5"},
                                   {QuestionType::Decimal, "36", "36"},
                                   {QuestionType::Decimal, "36,5 C", "-"},
                                   {QuestionType::Date, "5-3-2026", "\"2026-03-05\""},
                                   {QuestionType::Date, "5-3", "-"},
                                   {QuestionType::Time, "9.05", "\"09:05\""},
                                   {QuestionType::Time, "9", "-"}};
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(token(row.type, row.typed) == row.token);
    }
}

TEST_CASE("a day and a time become one moment with the offset of the place") {
    CHECK(token(QuestionType::DateTime, "5-3-2026", "14:05") == "\"2026-03-05T14:05:00+07:00\"");
    CHECK(token(QuestionType::DateTime, "1-1-2026", "00:30") == "\"2026-01-01T00:30:00+07:00\"");
    CHECK(token(QuestionType::DateTime, "5-3-2026", "") == "-");
    CHECK(token(QuestionType::DateTime, "", "14:05") == "-");
}

TEST_CASE("an answer is shown as it would be typed, and reads back the same") {
    struct Row {
        QuestionType type;
        const char* text;
        const char* shown;
        const char* time;
    };
    const std::vector<Row> rows = {
        {QuestionType::Decimal, "36.5", "36,5", ""},
        {QuestionType::Date, "2026-03-05", "05-03-2026", ""},
        {QuestionType::DateTime, "2026-03-05T14:05:00+07:00", "05-03-2026", "14:05"},
        {QuestionType::Text, "Bu Sri", "Bu Sri", ""},
        {QuestionType::Date, "5-3", "5-3", ""}};  // half a date out of a draft
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Typed typed = screens::show_typed(row.type, row.text);
        CHECK(typed.text == row.shown);
        CHECK(typed.time == row.time);
    }
}

TEST_CASE("half a moment goes through a draft unharmed") {
    for (const Typed& typed : {Typed{"5-3", "14"}, Typed{"", "14:0"}, Typed{"05-03-2026", ""}}) {
        const Typed back = screens::show_typed(QuestionType::DateTime, screens::raw_typed(typed));
        CHECK(back.text == typed.text);
        CHECK(back.time == typed.time);
    }
}

TEST_CASE("one of several is chosen or taken back, and what stands alone goes with nothing else") {
    forms::Question question;
    question.exclusive = {"NONE"};
    const auto after = [&](const char* before, const char* pressed) {
        return screens::toggled(before, question, pressed);
    };
    CHECK(after("", "A") == "A");
    CHECK(after("A", "B") == "A B");
    CHECK(after("A B", "A") == "B");
    CHECK(after("A B", "NONE") == "NONE");
    CHECK(after("NONE", "A") == "A");
    CHECK(after("NONE", "NONE").empty());
}
