#include "client/screens/sign_in/sign_in_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr float kCardWidth = 440;

void draw_welcome(base::Date today) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ui::Rect mark{at.x, at.y, at.x + ui::px(48), at.y + ui::px(48)};
    ui::fill(mark, ui::palette().primary, 12);
    ui::text_centred(mark, ui::Type::Title, ui::palette().on_primary, ui::icon::kHeart);
    ui::text_at(at.x + ui::px(64), at.y, ui::Type::Title, ui::palette().text, "Kawan ASI");
    ui::text_at(at.x + ui::px(64), at.y + ui::px(30), ui::Type::Small, ui::palette().muted,
                words::long_date(today));
    ImGui::Dummy({0, ui::px(62)});
}

void draw_users(SignInModel& model) {
    if (model.users().size() < 2) return;
    ui::text(ui::Type::Small, ui::palette().text, tr("Who are you?"));
    for (const LocalUser& user : model.users()) {
        const bool is_chosen = user.id == model.chosen();
        const ui::ButtonStyle style{
            .emphasis = is_chosen ? ui::Emphasis::Primary : ui::Emphasis::Secondary,
            .icon = is_chosen ? ui::icon::kCheck : ui::icon::kUser,
            .width = ui::available()};
        if (ui::button({"user " + user.id, user.name}, style)) model.choose(user.id);
    }
    ui::gap(6);
}

void draw_pin(SignInModel& model) {
    ui::FieldStyle style;
    style.problem = model.problem().text();
    if (style.problem.empty()) style.help = tr("At least 8 digits. Nobody else should know it.");
    if (model.users().size() == 1 && !model.users().front().name.empty()) {
        style.problem_tone = ui::Tone::Bad;
        ui::text(ui::Type::Medium, ui::palette().text, model.users().front().name);
    }
    style.takes_focus = ImGui::IsWindowAppearing();
    ui::secret_field(word("PIN"), model.pin, style);
    const bool entered = ui::enter_was_pressed();
    ui::gap(6);
    const bool is_working = model.is_working();
    const words::Label face =
        is_working ? words::Label{"Sign in", tr("Opening …")} : word("Sign in");
    const ui::ButtonStyle button{.emphasis = ui::Emphasis::Primary,
                                 .icon = ui::icon::kLock,
                                 .width = ui::available(),
                                 .enabled = model.may_try()};
    if (ui::button(face, button) || entered) model.sign_in_clicked();
    if (is_working) ui::redraw_in(0.1);
    if (model.seconds_to_wait() > 0) ui::redraw_in(0.25);
}

void draw_nobody() {
    ui::banner("nobody", ui::Tone::Info, tr("This laptop is not registered yet."),
               tr("The coordinator of the health centre gives you a slip with a code. With it the "
                  "laptop becomes yours."));
    ui::gap(6);
}

// Of what may be chosen before signing in. The look is kept for this page (Settings).
void draw_language(const Ways& ways, float top) {
    Settings& settings = ways.ports().settings;
    Appearance look = settings.appearance();
    const words::Label label{"Language", look.is_english ? "Bahasa Indonesia" : "English"};
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Quiet, .icon = ui::icon::kGlobe};
    const float right = ImGui::GetIO().DisplaySize.x - ui::px(ui::kPage);
    ImGui::SetCursorScreenPos({right - ui::button_width(label, style), top + ui::px(12)});
    if (!ui::button(label, style)) return;
    look.is_english = !look.is_english;
    // In force even if the disk does not take it.
    if (!settings.set_appearance(look).ok()) ui::toast(tr("Not kept"), ui::Tone::Warn);
}

bool wide_button(const words::Label& label, ui::Emphasis emphasis, const char* icon) {
    return ui::button(label, {.emphasis = emphasis, .icon = icon, .width = ui::available()});
}

}  // namespace

void SignInPage::draw_sign_in(Ways& ways) {
    const float width = std::min(ui::px(kCardWidth), ImGui::GetIO().DisplaySize.x - ui::px(40));
    const float rows = model_.users().size() > 1 ? static_cast<float>(model_.users().size()) : 0;
    const float height = ui::px(450 + rows * 56);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float top = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos(
        {(screen.x - width) / 2, top + std::max(ui::px(64), (screen.y - height) / 2)});
    const ui::Card card(width);
    draw_welcome(ways.ports().today());
    if (model_.users().empty()) {
        draw_nobody();
        if (wide_button(word("I have a slip with a code"), ui::Emphasis::Primary, ui::icon::kKey)) {
            enrol_clicked();
        }
    } else {
        draw_users(model_);
        draw_pin(model_);
        ui::gap(2);
        const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet,
                                    .width = ui::available(),
                                    .enabled = !model_.chosen().empty()};
        if (ui::button(word("Forgotten your PIN?"), quiet)) forgotten_clicked();
    }
    ui::gap(2);
    ui::separator();
    ui::gap(2);
    if (wide_button(word("Practise: nothing is sent"), ui::Emphasis::Quiet, ui::icon::kFlask)) {
        model_.practise_clicked();
    }
    if (model_.users().empty()) {
        const std::string problem = model_.problem().text();
        if (!problem.empty())
            ui::text(ui::Type::Small, ui::palette().bad, problem, ui::available());
        return;
    }
    if (wide_button(word("Add a user"), ui::Emphasis::Quiet, ui::icon::kPlus)) enrol_clicked();
}

void SignInPage::draw(Ways& ways) {
    const ui::Pane pane("sign in", {.ground = ui::palette().page});
    const float top = ImGui::GetCursorScreenPos().y;  // scrolls with the page
    if (const auto closed = ports_.session.closed()) {
        draw_closed(*closed);
    } else if (enrol_) {
        draw_enrol();
    } else if (rescue_) {
        draw_rescue(ways);
    } else {
        draw_sign_in(ways);
    }
    draw_language(ways, top);
}

}  // namespace screens
