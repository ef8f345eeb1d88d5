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
    ui::banner("nobody", ui::Tone::Warn, tr("This laptop is not registered yet."),
               tr("Ask the coordinator of the health centre to register it for you."));
}

void draw_language() {
    const bool is_indonesian = words::language() == words::Language::Indonesian;
    const words::Label label{"Language", is_indonesian ? "English" : "Bahasa Indonesia"};
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Quiet};
    const float right = ImGui::GetIO().DisplaySize.x - ui::px(ui::kPage);
    ImGui::SetCursorScreenPos({right - ui::button_width(label, style), ui::px(20)});
    if (ui::button(label, style)) {
        words::use(is_indonesian ? words::Language::English : words::Language::Indonesian);
    }
}

}  // namespace

void SignInPage::draw(Ways& ways) {
    SignInModel& model = model_;
    const ui::Pane pane("sign in", {.ground = ui::palette().page});
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = ui::px(kCardWidth);
    const float rows = model.users().size() > 1 ? static_cast<float>(model.users().size()) : 0;
    const float height = ui::px(350 + rows * 56);
    ImGui::SetCursorScreenPos(
        {(screen.x - width) / 2, std::max(ui::px(70), (screen.y - height) / 2)});
    {
        const ui::Card card(width);
        draw_welcome(ways.ports().today());
        if (model.users().empty()) {
            draw_nobody();
        } else {
            draw_users(model);
            draw_pin(model);
            ui::gap(2);
            ui::muted(tr("Forgotten your PIN? The coordinator can help. Your records stay safe."),
                      ui::available());
        }
    }
    draw_language();
}

}  // namespace screens
