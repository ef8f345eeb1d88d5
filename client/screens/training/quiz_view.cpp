#include "client/screens/training/quiz_view.h"

#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

namespace screens {

using words::tr;
using words::word;

namespace {

std::string choice_text(const care::QuizQuestion& question, const std::string& code) {
    for (const forms::Choice& choice : question.choices) {
        if (choice.code == code) return choice.label.in(words::code());
    }
    return {};
}

void draw_reason(const QuizModel& model) {
    const care::QuizQuestion& question = model.question();
    const std::string& why = question.why.in(words::code());
    if (model.is_right(question)) return ui::banner("right", ui::Tone::Ok, tr("Right"), why);
    ui::banner("not right", ui::Tone::Warn,
               tr("The right answer: {0}", {choice_text(question, question.right)}), why);
}

void draw_answered(const QuizModel& model, const care::QuizQuestion& question) {
    ui::text(ui::Type::Strong, ui::palette().text, question.text.in(words::code()),
             ui::available());
    const bool is_right = model.is_right(question);
    if (!is_right) {
        ui::text(ui::Type::Body, ui::palette().warn,
                 std::string(ui::icon::kCross) + "  " +
                     tr("Your answer: {0}", {choice_text(question, model.chosen(question.code))}),
                 ui::available());
    }
    ui::text(ui::Type::Body, ui::palette().ok,
             std::string(ui::icon::kCheck) + "  " + choice_text(question, question.right),
             ui::available());
    ui::muted(question.why.in(words::code()), ui::available());
    ui::gap(4);
    ui::separator();
}

void draw_group(const QuizModel& model, bool right, const std::string& title) {
    const std::size_t count = right ? model.right() : model.count() - model.right();
    if (count == 0) return;
    const ui::Card card;
    ui::section(title);
    for (const care::QuizQuestion& question : model.quiz().questions) {
        if (model.is_right(question) == right) draw_answered(model, question);
    }
}

}  // namespace

bool draw_question(QuizModel& model) {
    const ui::Card card;
    const care::QuizQuestion& question = model.question();
    const std::string place =
        tr("Question {0} of {1}", {std::to_string(model.number()), std::to_string(model.count())});
    const std::size_t open = model.count() - model.answered();
    ui::muted(open == 0 ? place + "  ·  " + tr("all answered")
                        : place + "  ·  " + tr("not answered yet: {0}", {std::to_string(open)}));
    ui::progress("quiz", static_cast<float>(model.answered()) / static_cast<float>(model.count()),
                 ui::available());
    ui::gap(4);
    ui::text(ui::Type::Section, ui::palette().text, question.text.in(words::code()),
             ui::available());
    ui::gap(4);
    std::vector<ui::Option> options;
    for (const forms::Choice& choice : question.choices) {
        options.push_back({choice.code, choice.label.in(words::code())});
    }
    const auto chosen = ui::choice_list({question.code, ""}, options, model.chosen(question.code));
    if (model.is_revealed()) draw_reason(model);
    if (chosen) model.choose(*chosen);
    return chosen.has_value();
}

bool draw_quiz_ways(QuizModel& model, PageFoot& foot) {
    const words::Label done =
        model.mode() == QuizMode::Study ? word("See the result") : word("Hand in");
    const words::Label on = model.is_last() ? done : word("Next question");
    const words::Label before = word("Question before");
    const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary,
                                  .icon = model.is_last() ? ui::icon::kCheck : ui::icon::kForward,
                                  .width = 0,
                                  .enabled = model.mode() == QuizMode::Test || model.is_revealed()};
    foot.place_right(ui::button_width(on, primary));
    const bool is_on = ui::button(on, primary);
    bool is_before = false;
    const ui::ButtonStyle back{.icon = ui::icon::kBack};
    if (!model.is_first()) {
        foot.place_right(ui::button_width(before, back));
        is_before = ui::button(before, back);
    }
    if (is_before) model.previous();
    if (is_on) model.is_last() ? model.hand_in() : model.next();
    return is_before || is_on;
}

void draw_quiz_result(const QuizModel& model) {
    {
        const ui::Card card(0, ui::Tone::Info, true);
        ui::text(ui::Type::Title, ui::palette().text,
                 tr("Score {0} of 100", {std::to_string(model.score())}), ui::available());
        ui::probe::note("text", "quiz score", std::to_string(model.score()));
        ui::text(ui::Type::Body, ui::palette().text,
                 tr("{0} of {1} answers are right.",
                    {std::to_string(model.right()), std::to_string(model.count())}),
                 ui::available());
    }
    draw_group(model, false, tr("Worth learning again"));
    draw_group(model, true, tr("Known already"));
}

}  // namespace screens
