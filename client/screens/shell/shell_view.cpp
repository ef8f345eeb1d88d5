#include "client/screens/shell/shell.h"

#include "client/screens/frame/names.h"
#include "client/screens/shell/bands_view.h"
#include "client/screens/shell/cover_view.h"
#include "client/screens/shell/leaving_view.h"
#include "client/screens/shell/shell_model.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/look.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/navigation.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

namespace {

enum class Who { Everyone, Midwife };

// The places of the navigation, in its order. To add one: a line here, its page in
// ShellModel::page_of.
struct Place {
    Page page;
    const char* name;
    const char* icon;
    Who who = Who::Everyone;
    const char* short_name = "";  // in the rail of a narrow window
};
constexpr Place kPlaces[] = {
    {Page::Today, words::later("Today"), ui::icon::kCalendar},
    {Page::Families, words::later("Families"), ui::icon::kFamilies},
    {Page::Midwife, words::later("Midwife"), ui::icon::kStethoscope, Who::Midwife},
    {Page::Births, words::later("Pregnancies"), ui::icon::kFemale},
    {Page::Massages, words::later("Massage"), ui::icon::kHand},
    {Page::Outreach, words::later("Outreach"), ui::icon::kBullhorn},
    {Page::Quick, words::later("Quick entry"), ui::icon::kKeyboard},
    {Page::Register, words::later("Register"), ui::icon::kList, Who::Everyone,
     words::later("Register")},
    {Page::Sending, words::later("Send"), ui::icon::kSend},
    {Page::Tools, words::later("Tools"), ui::icon::kClock},
};

// A family and its forms are found under the families.
bool is_under(Page place, Page open) {
    const bool in_family = open == Page::Family || open == Page::Form || open == Page::Visit ||
                           open == Page::Referral || open == Page::Registering ||
                           open == Page::Teaching || open == Page::HomeMassage ||
                           open == Page::Course;
    return place == open || (place == Page::Families && in_family);
}

bool is_for(Who who, const Me& me) {
    return who == Who::Everyone || me.role == "BIDAN";
}

ui::NavPlace nav_place(const ShellModel& shell, const Place& place) {
    const bool is_sending = place.page == Page::Sending;
    const int badge = is_sending ? static_cast<int>(shell.ports().sync.state().waiting) : 0;
    const std::string in_rail = *place.short_name == '\0' ? "" : tr(place.short_name);
    return {word(place.name), place.icon, badge, is_under(place.page, shell.root()), in_rail};
}

ui::NavStyle nav_style(const ShellModel& shell) {
    ui::NavStyle style;
    style.unit = unit_name(shell.me());
    style.user = shell.me().name;
    for (const Place& place : kPlaces) {
        if (is_for(place.who, shell.me())) style.places.push_back(nav_place(shell, place));
    }
    style.foot.push_back(
        {word("Settings"), ui::icon::kSettings, 0, shell.page() == Page::Settings});
    style.foot.push_back({word("Hide"), ui::icon::kEyeOff, 0, false, {}, "F12"});
    style.foot.push_back({word("Lock"), ui::icon::kLock});
    return style;
}

// Any key, click or move of the mouse.
bool is_touched() {
    const ImGuiIO& io = ImGui::GetIO();
    const bool is_moved = io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseWheel != 0;
    return is_moved || ImGui::IsAnyMouseDown() || io.InputQueueCharacters.Size > 0 ||
           ui::keyboard::is_any_key_down();
}

void guard(ShellModel& shell, bool hide_pressed) {
    const bool hides = ui::keyboard::quick_hide_pressed() || hide_pressed;
    const double left = shell.guard(ImGui::GetTime(), is_touched(), hides);
    if (left > 0) ui::redraw_in(left);
}

// What she chose is in force from the next frame on.
void put_look_in_force(const Appearance& look) {
    ui::set_look(look.is_contrast ? ui::Look::Contrast : ui::Look::Light);
    ui::set_text_size(look.text_percent);
    words::use(look.is_english ? words::Language::English : words::Language::Indonesian);
    ui::redraw_in(0);
}

void draw_nav(ShellModel& shell) {
    const auto pressed = ui::navigation(nav_style(shell));
    if (!pressed) return;
    if (*pressed == "Lock") shell.lock();
    if (*pressed == "Settings") shell.open(Page::Settings);
    if (*pressed == "Hide") guard(shell, true);
    for (const Place& place : kPlaces) {
        if (*pressed == place.name) shell.open(place.page);
    }
}

}  // namespace

void draw(ShellModel& shell) {
    guard(shell, false);
    shell.refresh();
    if (const auto look = shell.take_look()) put_look_in_force(*look);
    if (const auto note = shell.take_note()) ui::toast(*note);
    const std::string leaving = shell.take_leaving();
    if (!leaving.empty()) ui::toast(leaving, ui::Tone::Warn);
    const ui::Root root;
    if (shell.page() == Page::SignIn) {
        shell.draw_page();
        ui::draw_toast();
        return;
    }
    if (PinAtCover* cover = shell.pin_at_cover()) {
        draw_pin_at_cover(*cover, shell);
        return;
    }
    if (shell.is_hidden()) {
        draw_cover(shell.ports().clock.now(), shell.ports().zone());
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    draw_bands(shell);
    draw_nav(shell);
    ImGui::SameLine();
    ImGui::BeginGroup();
    shell.draw_page();
    ImGui::EndGroup();
    ImGui::PopStyleVar();
    draw_leaving(shell);
    ui::draw_toast();
}

}  // namespace screens
