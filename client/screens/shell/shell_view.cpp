#include "client/screens/shell/shell.h"

#include "client/screens/frame/names.h"
#include "client/screens/shell/shell_model.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
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
};
constexpr Place kPlaces[] = {
    {Page::Today, words::later("Today"), ui::icon::kCalendar},
    {Page::Families, words::later("Families"), ui::icon::kFamilies},
    {Page::Sending, words::later("Send"), ui::icon::kSend},
};

// A family and its forms are found under the families.
bool is_under(Page place, Page open) {
    const bool in_family = open == Page::Family || open == Page::Form || open == Page::Visit;
    return place == open || (place == Page::Families && in_family);
}

bool is_for(Who who, const Me& me) {
    return who == Who::Everyone || me.role == "BIDAN";
}

ui::NavPlace nav_place(const ShellModel& shell, const Place& place) {
    const bool is_sending = place.page == Page::Sending;
    const int badge = is_sending ? static_cast<int>(shell.ports().sync.state().waiting) : 0;
    return {word(place.name), place.icon, badge, is_under(place.page, shell.page())};
}

ui::NavStyle nav_style(const ShellModel& shell) {
    ui::NavStyle style;
    style.unit = unit_name(shell.me());
    style.user = shell.me().name;
    for (const Place& place : kPlaces) {
        if (is_for(place.who, shell.me())) style.places.push_back(nav_place(shell, place));
    }
    const bool is_indonesian = words::language() == words::Language::Indonesian;
    style.foot.push_back(
        {{"Language", is_indonesian ? "English" : "Bahasa Indonesia"}, ui::icon::kGlobe});
    style.foot.push_back({word("Lock"), ui::icon::kLock});
    return style;
}

void change_language() {
    const bool is_indonesian = words::language() == words::Language::Indonesian;
    words::use(is_indonesian ? words::Language::English : words::Language::Indonesian);
}

void draw_nav(ShellModel& shell) {
    const auto pressed = ui::navigation(nav_style(shell));
    if (!pressed) return;
    if (*pressed == "Lock") shell.sign_out();
    if (*pressed == "Language") change_language();
    for (const Place& place : kPlaces) {
        if (*pressed == place.name) shell.open(place.page);
    }
}

}  // namespace

void draw(ShellModel& shell) {
    shell.refresh();
    if (const auto note = shell.take_note()) ui::toast(*note);
    const ui::Root root;
    if (shell.page() == Page::SignIn) {
        shell.draw_page();
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    draw_nav(shell);
    ImGui::SameLine();
    ImGui::BeginGroup();
    shell.draw_page();
    ImGui::EndGroup();
    ImGui::PopStyleVar();
    ui::draw_toast();
}

}  // namespace screens
