#include "client/screens/shell/shell.h"

#include "client/screens/frame/names.h"
#include "client/screens/shell/shell_model.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <array>

namespace screens {

using words::tr;
using words::word;

namespace {

void draw_brand(const std::string& unit) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ui::Rect mark{at.x + ui::px(4), at.y, at.x + ui::px(40), at.y + ui::px(36)};
    ui::fill(mark, ui::palette().primary, 10);
    ui::text_centred(mark, ui::Type::Medium, ui::palette().on_primary, ui::icon::kHeart);
    ui::text_at(at.x + ui::px(52), at.y, ui::Type::Strong, ui::palette().nav_text, "Kawan ASI");
    ui::text_at(at.x + ui::px(52), at.y + ui::px(20), ui::Type::Small, ui::palette().nav_muted,
                ui::fitted(ui::Type::Small, unit, ui::px(150)));
    ImGui::SetCursorScreenPos({at.x, at.y + ui::px(58)});
}

void draw_language_choice() {
    const bool is_indonesian = words::language() == words::Language::Indonesian;
    const words::Label label{"Language", is_indonesian ? "English" : "Bahasa Indonesia"};
    if (ui::nav_item(label, ui::icon::kExchange, false)) {
        words::use(is_indonesian ? words::Language::English : words::Language::Indonesian);
    }
}

void draw_user(const std::string& name, float bottom) {
    const float left = ImGui::GetWindowPos().x;
    ui::line(left + ui::px(14), bottom - ui::px(78), left + ui::px(ui::kNavWidth - 14),
             bottom - ui::px(78), ui::palette().nav_selected);
    ui::circle(left + ui::px(36), bottom - ui::px(40), 18, ui::palette().nav_selected);
    ui::text_centred(
        {left + ui::px(18), bottom - ui::px(58), left + ui::px(54), bottom - ui::px(22)},
        ui::Type::Medium, ui::palette().nav_text, ui::icon::kUser);
    ui::text_at(left + ui::px(64), bottom - ui::px(50), ui::Type::Medium, ui::palette().nav_text,
                ui::fitted(ui::Type::Medium, name, ui::px(158)));
}

struct Place {
    Page page;
    const char* name;
    const char* icon;
};
constexpr std::array<Place, 2> kPlaces = {{
    {Page::Families, words::later("Families"), ui::icon::kFamilies},
    {Page::Sending, words::later("Send"), ui::icon::kSend},
}};

// A family and its forms are found under the families.
bool is_under(Page place, Page open) {
    const bool in_family = open == Page::Family || open == Page::Form;
    return place == open || (place == Page::Families && in_family);
}

void draw_nav(ShellModel& shell) {
    const ui::Pane pane("nav", {.width = ui::px(ui::kNavWidth),
                                .pad_x = 14,
                                .pad_y = 18,
                                .ground = ui::palette().nav,
                                .scrolls = false});
    draw_brand(unit_name(shell.me()));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui::px(4)});
    for (const Place& place : kPlaces) {
        const bool is_sending = place.page == Page::Sending;
        const int badge = is_sending ? static_cast<int>(shell.ports().sync.state().waiting) : 0;
        if (ui::nav_item(word(place.name), place.icon, is_under(place.page, shell.page()), badge)) {
            shell.open(place.page);
        }
    }
    const float bottom = ImGui::GetWindowPos().y + ImGui::GetWindowHeight();
    ImGui::SetCursorScreenPos({ImGui::GetCursorScreenPos().x, bottom - ui::px(182)});
    draw_language_choice();
    if (ui::nav_item(word("Lock"), ui::icon::kLock, false)) shell.sign_out();
    ImGui::PopStyleVar();
    draw_user(shell.me().name, bottom);
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
