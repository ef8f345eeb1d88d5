#include "client/screens/shell/pin_at_cover.h"
#include "client/screens/shell/shell_model.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr float kCardWidth = 480, kCardHeight = 330;

void draw_pin(PinAtCover& cover) {
    ui::FieldStyle style;
    style.problem = cover.problem().text();
    style.takes_focus = ImGui::IsWindowAppearing();
    ui::secret_field(word("PIN"), cover.pin, style);
    const bool entered = ui::enter_was_pressed();
    ui::gap(6);
    const words::Label face =
        cover.is_working() ? words::Label{"Go on writing", tr("Opening …")} : word("Go on writing");
    const ui::ButtonStyle button{.emphasis = ui::Emphasis::Primary,
                                 .icon = ui::icon::kLock,
                                 .width = ui::available(),
                                 .enabled = cover.may_try()};
    if (ui::button(face, button) || entered) cover.entered();
    if (cover.is_working()) ui::redraw_in(0.1);
    if (cover.seconds_to_wait() > 0) ui::redraw_in(0.25);
}

}  // namespace

// Nothing of what stands behind it.
void draw_pin_at_cover(PinAtCover& cover, const ShellModel& shell) {
    const ui::Pane pane("pin at cover", {.ground = ui::palette().page});
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(ui::px(kCardWidth), screen.x - ui::px(40));
    const float top = std::max(ui::px(24), (screen.y - ui::px(kCardHeight)) / 2);
    ImGui::SetCursorScreenPos({(screen.x - width) / 2, top});
    const ui::Card card(width);
    ui::section(shell.me().name);
    ui::text(ui::Type::Body, ui::palette().text,
             tr("This laptop's disk is full, so what you wrote is not kept yet. It is still here. "
                "Type your PIN to go on."),
             ui::available());
    ui::probe::note_at("status", "pin at cover", shell.me().name, ui::last_item());
    ui::gap(4);
    draw_pin(cover);
}

}  // namespace screens
