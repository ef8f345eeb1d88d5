#include "client/screens/shell/bands_view.h"

#include "client/screens/settings/keeping_words.h"
#include "client/screens/shell/shell_model.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/widgets/takeover.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr float kBand = ui::kTakeoverBand, kStripe = 22;

// Slanted bars over the whole band, as on a barrier: no page of real work has them.
void draw_stripes(const ui::Rect& band) {
    const float step = ui::px(kStripe);
    const float slant = band.height();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect({band.left, band.top}, {band.right, band.bottom}, false);
    for (float x = band.left - slant; x < band.right; x += 2 * step) {
        list.AddQuadFilled({x, band.bottom}, {x + step, band.bottom}, {x + step + slant, band.top},
                           {x + slant, band.top}, ui::palette().warn);
    }
    list.PopClipRect();
}

float buttons_width(const words::Label& anew, const words::Label& leave) {
    return ui::button_width(anew) + ui::button_width(leave) + ui::px(8);
}

// The words on a plate, so that the stripes do not run through them.
void draw_plate(const char* key, const ui::Rect& band, float room) {
    const std::string text = tr("PRACTICE  ·  nothing is sent");
    const float width = std::min(room, ui::measure(ui::Type::Strong, text).width + ui::px(32));
    const ui::Rect plate{band.left + ui::px(16), band.top + ui::px(8),
                         band.left + ui::px(16) + width, band.bottom - ui::px(8)};
    ui::fill(plate, ui::palette().warn_soft, ui::kRounding);
    ui::text_centred(plate, ui::Type::Strong, ui::palette().warn,
                     ui::fitted(ui::Type::Strong, text, width - ui::px(16)));
    ui::probe::note_at("status", key, text, plate);
}

// Over a danger sign that covers the page: an exercise is never taken for an emergency.
void draw_over_takeover(const ui::Rect& band) {
    ui::fill(band, ui::palette().warn_soft, 0);
    draw_stripes(band);
    draw_plate("practice over danger", band, band.width() - ui::px(32));
}

void draw_practice(ShellModel& shell) {
    const ui::Pane pane(
        "practice",
        {.height = ui::px(kBand), .pad_x = 8, .ground = ui::palette().warn_soft, .scrolls = false});
    const ImVec2 at = ImGui::GetWindowPos();
    const ui::Rect band{at.x, at.y, at.x + ImGui::GetWindowWidth(), at.y + ui::px(kBand)};
    draw_stripes(band);
    const words::Label anew = word("Begin anew");
    const words::Label leave = word("Leave practice");
    const float right = buttons_width(anew, leave) + ui::px(16);
    draw_plate("practice band", band, band.width() - right - ui::px(32));
    ImGui::SetCursorScreenPos({band.right - right, band.top + ui::px(4)});
    if (ui::button(anew)) shell.practise(true);
    ImGui::SameLine(0, ui::px(8));
    if (ui::button(leave)) shell.sign_out();
}

void draw_saying(const char* key, const Saying& saying) {
    const ui::Pane pane(
        key,
        {.height = ui::px(36), .pad_x = 16, .ground = ui::wash(saying.tone), .scrolls = false});
    const ImVec2 at = ImGui::GetWindowPos();
    const float width = ImGui::GetWindowWidth();
    const std::string text =
        std::string(ui::icon::kWarning) + "  " + saying.title + "  ·  " + saying.text;
    const ui::Rect band{at.x + ui::px(16), at.y, at.x + width - ui::px(16), at.y + ui::px(36)};
    ui::text_left(band, 0, ui::Type::Medium, ui::ink(saying.tone),
                  ui::fitted(ui::Type::Medium, text, band.width()));
    ui::probe::note_at("status", std::string(key) + " band", saying.title, band);
}

}  // namespace

void draw_bands(ShellModel& shell) {
    ui::keep_over_takeovers(shell.me().is_practice ? draw_over_takeover : nullptr);
    if (shell.me().is_practice) draw_practice(shell);
    const Saying room = room_saying(shell.ports().keeping.state().health);
    if (!room.title.empty()) draw_saying("room", room);
    const Saying lost = lost_saying(shell.ports().keeping.state().health);
    if (!lost.title.empty()) draw_saying("lost", lost);
}

}  // namespace screens
