#include "client/ui/widgets/dialog.h"

#include "client/ui/draw.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/overlay.h"

#include <imgui.h>

#include <algorithm>

namespace ui {

namespace {

constexpr Colour kDim = 0x9921180CU;
constexpr float kIconRoom = 52;

void draw_words(const std::string& key, const DialogStyle& style) {
    const float room = available() - (style.icon != nullptr ? px(kIconRoom) : 0);
    Row row(0);
    if (style.icon != nullptr) {
        row.cell(px(kIconRoom));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        circle(at.x + px(20), at.y + px(20), 20, wash(style.tone));
        text_centred({at.x, at.y, at.x + px(40), at.y + px(40)}, Type::Section, ink(style.tone),
                     style.icon);
        ImGui::Dummy({px(40), px(40)});
    }
    row.cell(room);
    if (style.icon != nullptr && style.text.empty()) push_down(px(8));
    text(Type::Section, palette().text, style.title, room);
    if (!style.text.empty()) text(Type::Body, palette().text, style.text, room);
    probe::note_at("dialog", key, style.title, last_item());
}

struct Foot {
    const DialogStyle& style;
    bool is_new;
    std::optional<DialogPress> pressed = std::nullopt;

    bool one(const Label& label, const ButtonStyle& look, DialogPress press, bool first) {
        if (button(label, look)) pressed = press;
        if (is_new && first && !style.focus_content) keyboard::focus_last_item();
        return true;
    }
    void draw();
    float width_of(const Label& label) const {
        return label.key.empty() ? 0 : button_width(label) + px(12);
    }
};

// From the left in the order of Tab: third, secondary, primary; the last two stand at the right,
// or one below the other where they have no room.
void Foot::draw() {
    const bool danger = style.primary_emphasis == Emphasis::Danger;
    const float needed =
        width_of(style.third) + width_of(style.secondary) + width_of(style.primary) - px(12);
    const float whole = available();
    const bool stacked = needed > whole;
    const float right = ImGui::GetCursorScreenPos().x + whole;
    const float top = ImGui::GetCursorScreenPos().y;
    float x = right - width_of(style.primary) - width_of(style.secondary) + px(12);
    const float width = stacked ? whole : 0;
    if (!style.third.key.empty()) {
        one(style.third, {.emphasis = Emphasis::Quiet, .width = width}, DialogPress::Third, false);
    }
    const auto place = [&](const Label& label) {
        if (!stacked) ImGui::SetCursorScreenPos({x, top});
        x += width_of(label);
    };
    if (!style.secondary.key.empty()) {
        place(style.secondary);
        one(style.secondary, {.width = width}, DialogPress::Secondary,
            danger || style.primary.key.empty());
    }
    if (!style.primary.key.empty()) {
        place(style.primary);
        one(style.primary,
            {.emphasis = style.primary_emphasis, .width = width, .enabled = style.primary_enabled},
            DialogPress::Primary, !danger);
    }
}

std::optional<DialogPress> pressed_by_key(const DialogStyle& style, bool was_typing) {
    if (keyboard::escape_pressed()) return DialogPress::Secondary;
    const bool enter = was_typing && style.enter_in_field_is_primary && keyboard::enter_pressed();
    if (enter && style.primary_enabled && !style.primary.key.empty()) return DialogPress::Primary;
    return std::nullopt;
}

// A list that hangs open takes Escape for itself, and is gone when the dialog looks.
bool list_was_open() {
    ImGuiStorage& kept = *ImGui::GetStateStorage();
    const ImGuiID id = ImGui::GetID("list");
    const bool was_open = kept.GetBool(id);
    kept.SetBool(id, ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup));
    return was_open;
}

}  // namespace

std::optional<DialogPress> dialog(const std::string& key, const DialogStyle& style) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(px(style.width), screen.x - px(32));
    const bool was_typing = ImGui::GetIO().WantTextInput;
    const Overlay overlay(("dialog " + key).c_str(), kDim);
    const ImGuiID height_id = ImGui::GetID("height");
    const float height = ImGui::GetStateStorage()->GetFloat(height_id, px(220));
    const float top = std::max(px(16), (screen.y - height) * 0.42F);
    ImGui::SetCursorPos({(screen.x - width) / 2, top});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(12), px(10)});
    Foot foot{style, overlay.is_new()};
    if (overlay.is_new()) drop_toast();
    {
        const Card card(width);
        draw_words(key, style);
        if (style.content) style.content();
        gap(4);
        foot.draw();
    }
    ImGui::GetStateStorage()->SetFloat(height_id, last_item().height());
    ImGui::PopStyleVar();
    if (!foot.pressed && !list_was_open()) foot.pressed = pressed_by_key(style, was_typing);
    return foot.pressed;
}

}  // namespace ui
