#include "client/guide/looks.h"

#include "client/guide/parts.h"
#include "client/ui/buttons.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/look.h"
#include "client/ui/widgets/overlay.h"
#include "client/ui/words/words.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace guide {

using ui::Rect;
using words::Label;
using words::tr;
using words::word;

namespace {

constexpr float kEdge = 28, kPosterPixels = 60;

// A button that an elbow can find: as large as its box.
bool large_button(const Rect& box, const Label& label, bool is_primary) {
    ImGui::SetCursorScreenPos({box.left, box.top});
    const bool pressed = ui::keyboard::pressable(label.key.c_str(), box.width(), box.height());
    const ui::Palette& p = ui::palette();
    const bool is_over = ImGui::IsItemHovered();
    const ui::Colour quiet = is_over ? p.primary_soft : p.surface;
    const ui::Colour strong = is_over ? p.primary_hover : p.primary;
    ui::fill(box, is_primary ? strong : quiet, 16);
    if (!is_primary) ui::outline(box, p.button_border, 16);
    const ui::Type type = is_primary ? ui::Type::Huge : ui::Type::Section;
    const bool fits = ui::measure(type, label.text).width + ui::px(20) < box.width();
    ui::text_centred(box, fits ? type : ui::Type::Strong, is_primary ? p.on_primary : p.text,
                     label.text);
    ui::focus_ring_at(box, 16);
    ui::probe::note("button", label.key, label.text);
    return pressed;
}

Label play_word(const Timeline& timeline) {
    if (timeline.is_running()) return word("Pause");
    return timeline.has_begun() ? word("Go on") : word("Begin");
}

Press draw_buttons(const Timeline& timeline, const Rect& box) {
    const float gap = ui::px(14);
    const float small = (box.width() - gap) / 2;
    const float split = box.bottom - ui::px(60);
    Press press;
    const Label next = timeline.next_step() != nullptr ? word("Next step") : word("Finished");
    if (large_button({box.left, box.top, box.right, split - gap}, next, true)) {
        press.act = Act::Next;
    }
    const Rect play{box.left, split, box.left + small, box.bottom};
    if (large_button(play, play_word(timeline), false)) press.act = Act::PlayOrPause;
    const Rect turn{box.right - small, split, box.right, box.bottom};
    if (large_button(turn, word("Turn back"), false)) press.act = Act::TurnScreen;
    return press;
}

void draw_family_clock(const Timeline& timeline, const Rect& box) {
    if (timeline.step().is_timed()) draw_clock(timeline, box);
}

}  // namespace

Press draw_family_side(const Timeline& timeline) {
    ui::show_posters();
    const ui::Overlay overlay("guide family", ui::palette().page);
    if (ui::keyboard::escape_pressed()) return {Act::TurnScreen};
    Press press = keys_pressed();
    const ImVec2 window = ImGui::GetWindowSize();
    const float edge = ui::px(kEdge);
    const Rect all{edge, edge, window.x - edge, window.y - edge};
    const float picture = std::min(all.width() * 0.56F, all.height() * 4 / 3);
    const Rect left{all.left, all.top, all.left + picture, all.bottom};
    const Rect place = draw_step_picture(timeline, left, ui::palette().page);
    draw_flash(timeline, place);
    const float column = all.left + picture + edge;
    const float buttons = std::min(ui::px(190), all.height() * 0.34F);
    const float clock = timeline.step().is_timed() ? std::min(ui::px(150), all.height() * 0.2F) : 0;
    const Rect words{column, all.top, all.right, all.bottom - buttons - clock - 2 * ui::px(14)};
    const std::string& family = in_language(timeline.step().family);
    const float letters =
        draw_words(words, ui::Type::Poster, ui::px(kPosterPixels), ui::palette().text, family);
    ui::probe::note("size", "family letters", std::to_string(static_cast<int>(letters)));
    ui::probe::note("text", "family words", family);
    draw_family_clock(timeline, {column, words.bottom + ui::px(14), column + clock,
                                 words.bottom + ui::px(14) + clock});
    const Press button =
        draw_buttons(timeline, {column, all.bottom - buttons, all.right, all.bottom});
    if (button.act != Act::Nothing) press = button;
    keep_moving(timeline);
    return press;
}

}  // namespace guide
