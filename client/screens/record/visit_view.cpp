#include "client/screens/frame/page_frame.h"
#include "client/screens/record/record_form_view.h"
#include "client/screens/record/visit_end_view.h"
#include "client/screens/record/visit_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>
#include <optional>

namespace screens {

using words::tr;
using words::word;

namespace {

struct Mark {
    const char* icon;
    ui::Tone tone;
};

Mark mark_of(StepState state) {
    switch (state) {
        case StepState::Todo:
            return {"", ui::Tone::Info};
        case StepState::Begun:
            return {ui::icon::kPen, ui::Tone::Info};
        case StepState::Done:
            return {ui::icon::kCheck, ui::Tone::Ok};
        case StepState::PassedOver:
            return {ui::icon::kMinus, ui::Tone::Warn};
    }
    return {"", ui::Tone::Info};
}

// What was pressed around the form. It is done after the frame's drawing: it may end the form.
struct Pressed {
    std::optional<std::size_t> step;
    bool passes_over = false;
};

// Whom it is about only where two steps are alike: twins.
std::string name_of(const VisitModel& model, const GuidedStep& step) {
    const auto alike = std::count_if(model.steps().begin(), model.steps().end(),
                                     [&](const auto& each) { return each.title == step.title; });
    return alike > 1 ? step.who + " · " + step.title : step.title;
}

void draw_steps(const VisitModel& model, Pressed& pressed) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui::px(2)});
    for (std::size_t i = 0; i < model.steps().size(); ++i) {
        const GuidedStep& step = model.steps()[i];
        const Mark mark = mark_of(step.state);
        const ui::StepStyle style{.number = std::to_string(i + 1),
                                  .icon = mark.icon,
                                  .tone = mark.tone,
                                  .is_here = !model.is_at_end() && i == model.at()};
        if (ui::step({"step " + step.key, name_of(model, step)}, style)) pressed.step = i;
    }
    ImGui::PopStyleVar();
}

void draw_passing_over(const VisitModel& model, Pressed& pressed, float width) {
    if (!model.may_pass_over()) return;
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Quiet, .width = width};
    if (ui::button(word("Pass over, not asked"), style)) pressed.passes_over = true;
}

void draw_column(const VisitModel& model, Pressed& pressed) {
    const ui::Card card;
    ui::section(tr("Steps of this visit"));
    draw_steps(model, pressed);
    ui::gap(2);
    draw_passing_over(model, pressed, ui::available());
}

// Where the page is narrow: where she is, and all steps at one press.
void draw_strip(const VisitModel& model, bool& shows_all, Pressed& pressed) {
    {
        ui::Row row(8);
        const words::Label all{"All steps",
                               tr("Step {0} of {1}", {std::to_string(model.at() + 1),
                                                      std::to_string(model.steps().size())})};
        const ui::ButtonStyle style{.icon = ui::icon::kList};
        const words::Label pass = word("Pass over, not asked");
        row.cell(ui::button_width(all, style));
        if (ui::button(all, style)) shows_all = !shows_all;
        row.cell(ui::button_width(pass, {.emphasis = ui::Emphasis::Quiet}));
        draw_passing_over(model, pressed, 0);
    }
    if (!shows_all) return;
    const ui::Card card;
    draw_steps(model, pressed);
}

void draw_gentle(const VisitModel& model) {
    const std::string gentle = model.gentle_words();
    if (!gentle.empty()) ui::banner("gentle", ui::Tone::Info, "", gentle);
    if (!model.trouble().empty()) {
        ui::banner("visit trouble", ui::Tone::Warn, "", model.trouble().text());
    }
}

void draw_teaching_door(const VisitModel& model, Ways& ways) {
    const ui::Card card;
    ui::section(tr("Teach the massage"),
                tr("First the safety check, then her yes, then the family learns it."));
    const bool is_begun = model.steps()[model.at()].state == StepState::Begun;
    const words::Label begin = is_begun ? word("Go on teaching") : word("Begin");
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kForward};
    if (ui::button(begin, style)) ways.open_teaching(model.teaching());
}

}  // namespace

void VisitPage::refresh(Ways& ways) {
    model_.refresh();
    if (model_.take_saved()) ways.say(tr("Saved on this laptop"));
}

void VisitPage::draw_step(Ways& ways) {
    RecordFormModel& form = model_.form();
    FormPlace place;
    place.id = "visit " + model_.steps()[model_.at()].key;
    place.is_step = true;
    place.under_title = [this, &ways] {
        draw_danger_band(danger_, ways);
        draw_gentle(model_);
    };
    Pressed around;
    place.beside = [this, &around] { draw_column(model_, around); };
    place.over = [this, &around] { draw_strip(model_, shows_steps_, around); };
    draw_form_body(form, ways, place);
    const FormPress pressed = draw_form_foot(form, place);
    draw_form_dialogs(form);
    if (around.step) shows_steps_ = false;
    if (around.step) return model_.go(*around.step);
    if (around.passes_over) return model_.pass_over();
    if (pressed == FormPress::Nothing) return;
    if (model_.keep()) ways.say(tr("Kept. The visit goes on where you left it."));
    ways.form_done(model_.family().family().id);
}

// Teaching the massage has a page of its own: this step is the door to it.
void VisitPage::draw_teaching(Ways& ways) {
    Pressed around;
    {
        const PageBody body("visit teaching", true);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        draw_danger_band(danger_, ways);
        draw_gentle(model_);
        const bool two = has_side_column();
        if (!two) draw_strip(model_, shows_steps_, around);
        const float side = ui::px(kSideColumn);
        const float whole = ui::available();
        ui::Row row(ui::kGap);
        row.cell(two ? whole - side - ui::px(ui::kGap) : whole);
        draw_teaching_door(model_, ways);
        if (two) row.cell(side);
        if (two) draw_column(model_, around);
        ImGui::PopStyleVar();
    }
    PageFoot foot;
    const words::Label later = word("Continue later");
    foot.place_right(ui::button_width(later));
    const bool is_left = ui::button(later);
    if (around.step) shows_steps_ = false;
    if (around.step) return model_.go(*around.step);
    if (around.passes_over) return model_.pass_over();
    if (is_left) ways.form_done(model_.family().family().id);
}

void VisitPage::draw(Ways& ways) {
    const std::string family = tr("Family of {0}", {model_.family().name()});
    draw_page_head(ways, {std::string(tr("Visit")) + "  ·  " + family, model_.title()});
    const bool has_form = !model_.is_at_end() && !model_.is_at_teaching();
    danger_.follow(has_form ? &model_.form() : nullptr, model_.family().family().id);
    if (model_.is_at_end()) {
        draw_visit_end(model_, ways);
    } else if (model_.is_at_teaching()) {
        draw_teaching(ways);
    } else {
        if (model_.form().tick()) ui::redraw_in(static_cast<double>(kDraftPauseMs) / 1000.0);
        draw_step(ways);
    }
    draw_danger(danger_, ways);
}

}  // namespace screens
