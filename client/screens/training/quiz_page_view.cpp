#include "client/screens/frame/page_frame.h"
#include "client/screens/training/quiz_page.h"
#include "client/screens/training/quiz_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

void QuizPage::refresh(Ways& ways) {
    if (model_.is_done()) ways.back();
}

void QuizPage::draw_choice() {
    const ui::Card card;
    ui::section(tr("{0} questions about the massage", {std::to_string(model_.quiz().count())}),
                tr("For yourself: your answers are not sent and nobody else sees them."));
    const words::Label learn = word("Learn");
    const words::Label test = word("Test myself");
    const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kBook};
    const ui::ButtonStyle second{.icon = ui::icon::kCheckCircle};
    ui::text(ui::Type::Body, ui::palette().text, tr("After each answer you see the reason."),
             ui::available());
    if (ui::button(learn, primary)) model_.begin(QuizMode::Study);
    ui::gap(6);
    ui::text(ui::Type::Body, ui::palette().text,
             tr("The reasons come at the end, together with your score."), ui::available());
    if (ui::button(test, second)) model_.begin(QuizMode::Test);
}

void QuizPage::draw_foot(Ways& ways) {
    PageFoot foot;
    if (model_.quiz().is_finished()) {
        const words::Label done = word("Done");
        const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kCheck};
        foot.place_right(ui::button_width(done, primary));
        if (ui::button(done, primary)) model_.done_clicked();
        const words::Label again = word("Once more from the beginning");
        foot.place_right(ui::button_width(again));
        if (ui::button(again)) model_.again_clicked();
        return;
    }
    const bool is_asking = model_.quiz().mode() != QuizMode::Unsaid;
    if (is_asking && draw_quiz_ways(model_.quiz(), foot)) model_.answered();
    const words::Label later = word("Continue later");
    const words::Label back = word("Back");
    const bool is_begun = model_.quiz().answered() > 0;
    const words::Label& leave = is_begun ? later : back;
    const ui::ButtonStyle leaving{.icon = is_begun ? nullptr : ui::icon::kBack};
    foot.place_right(ui::button_width(leave, leaving));
    if (ui::button(leave, leaving)) ways.back();
    if (!is_begun) return;
    const words::Label again = word("Once more from the beginning");
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet};
    foot.place_right(ui::button_width(again, quiet));
    if (ui::button(again, quiet)) model_.again_clicked();
}

void QuizPage::draw(Ways& ways) {
    draw_page_head(ways, {tr("Training"), model_.quiz().quiz().title.in(words::code())});
    {
        const PageBody body("quiz", true);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        if (!model_.trouble().empty()) {
            ui::banner("trouble", ui::Tone::Bad, model_.trouble().text(), "");
        }
        if (model_.quiz().mode() == QuizMode::Unsaid) {
            draw_choice();
        } else if (model_.quiz().is_finished()) {
            draw_quiz_result(model_.quiz());
        } else if (draw_question(model_.quiz())) {
            model_.answered();
        }
        ImGui::PopStyleVar();
    }
    draw_foot(ways);
}

}  // namespace screens
