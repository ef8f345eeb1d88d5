#include "client/screens/frame/page_frame.h"
#include "client/screens/training/holding_page.h"
#include "client/screens/training/holding_view.h"
#include "client/screens/training/quiz_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"

#include <imgui.h>

#include <array>

namespace screens {

using words::later;
using words::tr;
using words::word;

namespace {

struct Tab {
    HoldingPart part;
    const char* key;
    const char* text;
};
constexpr std::array<Tab, 3> kTabs = {{{HoldingPart::About, "about", later("The training")},
                                       {HoldingPart::Who, "who", later("Who takes part")},
                                       {HoldingPart::Scores, "scores", later("What came of it")}}};

void draw_tabs(HoldingModel& model) {
    std::vector<ui::Chip> chips;
    std::string open;
    const int people = static_cast<int>(model.participants().size());
    for (const Tab& tab : kTabs) {
        chips.push_back({tab.key, tr(tab.text)});
        if (tab.part == HoldingPart::Who && people > 0) chips.back().count = people;
        if (tab.part == model.at()) open = tab.key;
    }
    const auto pressed = ui::tabs("holding", chips, open);
    for (const Tab& tab : kTabs) {
        if (pressed && *pressed == tab.key) model.open(tab.part);
    }
}

void draw_part(HoldingModel& model) {
    switch (model.at()) {
        case HoldingPart::About:
            return draw_about_training(model);
        case HoldingPart::Who:
            return draw_who_takes_part(model);
        case HoldingPart::Scores:
            return draw_scores(model);
    }
}

}  // namespace

void HoldingPage::refresh(Ways& ways) {
    model_.refresh();
    if (model_.is_saved()) {
        ways.say(tr("Saved on this laptop: a training of {0} people",
                    {std::to_string(model_.saved_count())}));
        ways.back();
    } else if (model_.draft().is_discarded()) {
        ways.back();
    }
}

// The laptop is in her hands now: the test and nothing else is on the page.
void HoldingPage::draw_test(Ways& ways) {
    const bool is_before = model_.test_time() == TestTime::Before;
    draw_page_head(ways,
                   {is_before ? tr("Test before the training") : tr("Test after the training"),
                    model_.person_name()});
    {
        const PageBody body("test", true);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        if (model_.test()->is_finished()) {
            draw_quiz_result(*model_.test());
        } else if (draw_question(*model_.test())) {
            model_.test_answered();
        }
        ImGui::PopStyleVar();
    }
    PageFoot foot;
    const words::Label done = word("Done: keep this score");
    const words::Label leave = word("Leave the test");
    const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kCheck};
    const bool is_finished = model_.test()->is_finished();
    if (is_finished) {
        foot.place_right(ui::button_width(done, primary));
        if (ui::button(done, primary)) return model_.test_done();
    } else if (draw_quiz_ways(*model_.test(), foot)) {
        model_.test_answered();
    }
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet};
    foot.place_right(ui::button_width(leave, quiet));
    if (ui::button(leave, quiet)) model_.test_left();
}

void HoldingPage::draw_body() {
    const PageBody body("holding", true);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
    if (!model_.trouble().empty()) {
        ui::banner("trouble", ui::Tone::Bad, model_.trouble().text(), "");
    }
    if (model_.person().empty()) {
        draw_tabs(model_);
        draw_part(model_);
    } else {
        draw_participant(model_);
    }
    ImGui::PopStyleVar();
}

void HoldingPage::draw_foot(Ways& ways) {
    PageFoot foot;
    if (!model_.person().empty()) {
        const words::Label done = word("Back to the participants");
        const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kBack};
        foot.place_right(ui::button_width(done, primary));
        if (ui::button(done, primary)) model_.close_person();
        return;
    }
    const words::Label save = word("Save");
    const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary,
                                  .icon = ui::icon::kCheck,
                                  .width = 0,
                                  .enabled = true,
                                  .keys = "Ctrl+Enter"};
    foot.place_right(ui::button_width(save, primary));
    const bool saves = ui::button(save, primary) || ui::keyboard::ctrl_enter();
    const words::Label leave = word("Continue later");
    foot.place_right(ui::button_width(leave));
    const bool leaves = ui::button(leave);
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet};
    if (model_.draft().is_begun()) {
        const words::Label discard = word("Throw away");
        foot.place_right(ui::button_width(discard, quiet));
        if (ui::button(discard, quiet)) model_.draft().discard_clicked();
    }
    if (saves) model_.save_clicked();
    if (leaves) ways.back();
}

void HoldingPage::draw(Ways& ways) {
    if (model_.tick()) ui::redraw_in(0.2);
    if (model_.test() != nullptr) return draw_test(ways);
    const bool is_one = !model_.person().empty();
    draw_page_head(ways, {is_one ? tr("Write down a training") : tr("Training"),
                          is_one ? model_.person_name() : tr("Write down a training")});
    draw_body();
    draw_foot(ways);
    draw_discard(model_.draft(), tr("Throw this training away?"));
}

}  // namespace screens
