#include "client/screens/massage/teaching_view.h"

#include "client/screens/danger/letter.h"
#include "client/screens/frame/page_frame.h"
#include "client/screens/massage/safety_check_view.h"
#include "client/screens/massage/teaching_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/takeover.h"
#include "shared/base/text.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr float kColumn = 980;

const char* icon_of(const TeachingModel& model, TeachingPart part) {
    return model.is_complete(part) && model.may_open(part) ? ui::icon::kCheck : "";
}

// The way so far and what comes; a part opens when all before it is said.
void draw_steps(TeachingModel& model) {
    const ui::Card card;
    ui::section(tr("Steps"));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui::px(2)});
    int number = 0;
    for (const TeachingPart part : model.parts()) {
        ++number;
        const bool is_here = part == model.at();
        const ui::StepStyle style{.number = std::to_string(number),
                                  .icon = is_here ? "" : icon_of(model, part),
                                  .tone = ui::Tone::Ok,
                                  .is_here = is_here};
        const words::Label label{"teaching part " + std::to_string(static_cast<int>(part)),
                                 TeachingModel::title(part)};
        ImGui::BeginDisabled(!model.may_open(part));
        const bool is_pressed = ui::step(label, style);
        ImGui::EndDisabled();
        if (is_pressed) model.go(part);
    }
    ImGui::PopStyleVar();
}

// Where the steps stand below: which one this is.
void draw_where(const TeachingModel& model) {
    const auto parts = model.parts();
    const auto here = std::find(parts.begin(), parts.end(), model.at());
    const auto number = std::distance(parts.begin(), here) + 1;
    ui::text(ui::Type::Medium, ui::palette().text,
             tr("Step {0} of {1}", {std::to_string(number), std::to_string(parts.size())}) +
                 "  ·  " + TeachingModel::title(model.at()),
             ui::available());
}

std::string reasons_aloud(const TeachingModel& model, const Ports& ports) {
    std::vector<std::string> all;
    for (const std::string& code : model.safety().reasons()) {
        if (code != "XC01") all.push_back(safety_words(ports, code));
    }
    if (all.empty()) all.push_back(tr("Something else, told to the midwife in person"));
    return base::joined(all, "; ");
}

// She said no: nobody asks her why, and nobody asks again today.
void draw_refused(TeachingModel& model) {
    const ui::Card card(0, ui::Tone::Warn, true);
    ui::section(tr("She does not want it. That is all right."));
    draw_points({tr("Thank her for saying so."), tr("Do not ask again today."),
                 tr("Go on with the rest of the visit as usual.")});
    const ui::ButtonStyle save{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kCheck};
    if (ui::button(word("Save her answer"), save)) model.save_clicked();
}

}  // namespace

std::string no_massage_title(care::Urgency urgency) {
    switch (urgency) {
        case care::Urgency::RedNow:
            return tr("Do not massage. Call the midwife now.");
        case care::Urgency::RedToday:
            return tr("Do not massage. Call the midwife today.");
        case care::Urgency::Yellow:
            return tr("Do not massage. Call the midwife within 24 hours.");
    }
    return {};
}

void draw_points(const std::vector<std::string>& points) {
    for (const std::string& point : points) {
        const float whole = ui::available();
        ui::Row row(8);
        row.cell(ui::px(14));
        ui::text(ui::Type::Body, ui::palette().primary, "•");
        row.cell(whole - ui::px(22));
        ui::text(ui::Type::Body, ui::palette().text, point, ui::available());
    }
}

// What was done until now may still have to be told: it waits as a draft, the referral does not.
void TeachingPage::refer_now(Ways& ways) {
    if (model_.may_save()) return model_.save_clicked();
    model_.keep_draft_now();
    ways.open_form(model_.referral());
}

// A sign, or her "no", was answered in the check.
void TeachingPage::draw_stop(Ways& ways) {
    ui::TakeoverStyle style;
    style.above = tr("Mother: {0}", {model_.mother()});
    style.first_line = no_massage_title(model_.alarm().urgency);
    style.detail = reasons_aloud(model_, ways.ports());
    style.width = kColumn;
    const ui::Takeover page("massage stop", style);
    ui::section(tr("Nobody massages her now, and nobody practises."), "", 1);
    ui::section(tr("Call the midwife. Her number is below."), "", 2);
    ui::section(tr("Write the referral. It says that the massage waits."), "", 3);
    if (!model_.trouble().empty()) {
        ui::banner("trouble", ui::Tone::Bad, model_.trouble().text(), "");
    }
    const ui::ButtonStyle refer{.emphasis = ui::Emphasis::Danger, .icon = ui::icon::kMedical};
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet};
    const words::Label write = word("Write the referral");
    const words::Label look = word("Look at the answers again");
    {
        ui::Row row(10);
        row.cell(ui::button_width(write, refer));
        if (ui::button(write, refer)) refer_now(ways);
        row.cell(ui::button_width(look, quiet));
        if (ui::button(look, quiet)) sees_answers_ = true;
    }
    ui::separator();
    const paper::Referral letter =
        letter_of(ways.ports(), ways.me(), model_.family().family(), model_.alarm());
    draw_midwife_number(number_,
                        paper::referral_message(letter, letterhead(ways.ports(), ways.me()).unit));
}

// Behind that page: which sign it was can be said, and the way on stays in sight.
void TeachingPage::draw_stop_card(Ways& ways) {
    const ui::Card card(0, ui::Tone::Bad, true);
    ui::text(ui::Type::Strong, ui::palette().bad,
             std::string(ui::icon::kWarning) + "  " + no_massage_title(model_.alarm().urgency),
             ui::available());
    const ui::ButtonStyle refer{.emphasis = ui::Emphasis::Danger, .icon = ui::icon::kMedical};
    const ui::ButtonStyle show{.icon = ui::icon::kPhone};
    const words::Label write{"refer from answers", tr("Write the referral")};
    const words::Label what{"stop page again", tr("What to do")};
    ui::Row row(8);
    row.cell(ui::button_width(write, refer));
    if (ui::button(write, refer)) refer_now(ways);
    row.cell(ui::button_width(what, show));
    if (ui::button(what, show)) sees_answers_ = false;
}

void TeachingPage::refresh(Ways& ways) {
    model_.refresh();
    if (model_.is_saved()) {
        ways.say(tr("Saved on this laptop"));
        if (model_.needs_referral() || model_.asks_referral_for_harm()) {
            return ways.open_form(model_.referral());
        }
        return ways.form_done(model_.family().family().id);
    }
    if (model_.draft().is_discarded()) ways.form_done("");
}

void TeachingPage::draw_body(Ways& ways) {
    // Each part begins at its top.
    const std::string id = "teaching " + std::to_string(static_cast<int>(model_.at()));
    const PageBody body(id.c_str(), true);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
    draw_danger_band(danger_, ways);
    if (!model_.trouble().empty()) {
        ui::banner("trouble", ui::Tone::Bad, model_.trouble().text(), "");
    }
    if (model_.gate() != TeachingGate::Open) {
        draw_gate(model_, ways);
        ImGui::PopStyleVar();
        return;
    }
    const float whole = ui::available();
    const bool two = has_side_column();
    const float side = ui::px(kSideColumn * 0.8F);
    ui::Row row(ui::kGap);
    row.cell(two ? whole - side - ui::px(ui::kGap) : whole);
    if (!two) draw_where(model_);
    if (model_.is_stopped() && model_.is_only_refused()) draw_refused(model_);
    if (model_.needs_referral()) draw_stop_card(ways);
    draw_part(model_, ways);
    if (two) row.cell(side);
    draw_steps(model_);
    ImGui::PopStyleVar();
}

void TeachingPage::draw_foot(Ways& ways) {
    PageFoot foot;
    const bool is_gate = model_.gate() != TeachingGate::Open;
    const words::Label close = is_gate ? word("Back") : word("Continue later");
    const words::Label save = word("Save");
    const words::Label next = word("Next");
    const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kForward};
    const ui::ButtonStyle keep{.emphasis = ui::Emphasis::Primary,
                               .icon = ui::icon::kCheck,
                               .enabled = model_.may_save(),
                               .keys = "Ctrl+Enter"};
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet};
    const ui::ButtonStyle go_back{.icon = ui::icon::kBack};
    const bool is_last = model_.at() == TeachingPart::Finish;
    if (!is_gate && is_last) {
        foot.place_right(ui::button_width(save, keep));
        const bool by_key = ui::keyboard::ctrl_enter() && model_.may_save();
        if (ui::button(save, keep) || by_key) model_.save_clicked();
    } else if (!is_gate && !model_.is_stopped()) {
        foot.place_right(ui::button_width(next, primary));
        if (ui::button(next, primary)) model_.next();
    }
    if (!is_gate && !model_.is_first()) {
        foot.place_right(ui::button_width(word("Back"), go_back));
        if (ui::button(word("Back"), go_back)) model_.back();
    }
    const ui::ButtonStyle& leave = is_gate ? go_back : quiet;
    foot.place_right(ui::button_width(close, leave));
    if (ui::button({"leave teaching", close.text}, leave)) {
        model_.keep_draft_now();
        ways.back();
    }
    if (!is_gate && model_.draft().is_begun()) {
        foot.place_right(ui::button_width(word("Throw away"), quiet));
        if (ui::button(word("Throw away"), quiet)) model_.draft().discard_clicked();
    }
}

void TeachingPage::draw(Ways& ways) {
    if (model_.tick()) ui::redraw_in(0.2);
    const std::string family = tr("Family of {0}", {model_.family().name()});
    draw_page_head(ways, {model_.mother() + "  ·  " + family, tr("Teach the massage")});
    danger_.leave_out(model_.draft().id());
    danger_.follow(nullptr, model_.family().family().id);
    draw_body(ways);
    draw_foot(ways);
    const bool is_open = model_.gate() == TeachingGate::Open;
    if (!model_.is_stopped()) sees_answers_ = false;
    if (is_open && model_.needs_referral() && !sees_answers_ && !model_.is_saved()) {
        draw_stop(ways);
    }
    draw_discard(model_.draft(), tr("Throw these answers away?"));
    draw_danger(danger_, ways);
}

}  // namespace screens
