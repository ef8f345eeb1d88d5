#include "client/ui/buttons.h"

#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>

namespace ui {

namespace {

struct Paint {
    Colour ground, border, ink;
};

Paint paint_of(Emphasis emphasis, bool hovered, bool active) {
    const Palette& p = palette();
    switch (emphasis) {
        case Emphasis::Primary: {
            const Colour ground = active ? p.primary_active : hovered ? p.primary_hover : p.primary;
            return {ground, ground, p.on_primary};
        }
        case Emphasis::Danger:
            return {hovered ? p.text : p.bad, hovered ? p.text : p.bad, p.on_bad};
        case Emphasis::Secondary:
            return {active    ? p.border
                    : hovered ? p.primary_soft
                              : p.surface,
                    p.button_border, p.text};
        case Emphasis::Quiet: {
            const Colour ground = hovered || active ? p.primary_soft : 0;
            return {ground, ground, p.primary};
        }
    }
    return {p.surface, p.button_border, p.text};
}

std::string face_of(const Label& label, const char* icon) {
    return icon != nullptr ? std::string(icon) + "  " + label.text : label.text;
}

float keys_width(const ButtonStyle& style) {
    return style.keys.empty() ? 0 : measure(Type::Small, style.keys).width + px(24);
}

// A key's cap at the right end of its button.
void draw_keys(const Rect& box, const std::string& keys, Colour ink) {
    const float width = measure(Type::Small, keys).width + px(12);
    const float middle = (box.top + box.bottom) / 2;
    const Rect cap{box.right - px(14) - width, middle - px(12), box.right - px(14),
                   middle + px(12)};
    outline(cap, (ink & 0x00FFFFFFU) | 0x80000000U, 5);
    text_centred(cap, Type::Small, ink, keys);
}

// As many whole words as a line has room for; the rest goes on below.
std::string first_line(Type type, const std::string& words, float room) {
    std::size_t end = words.size();
    while (end != std::string::npos && end > 0 &&
           measure(type, words.substr(0, end)).width > room) {
        end = words.rfind(' ', end - 1);
    }
    return end == std::string::npos || end == 0 ? words : words.substr(0, end);
}

// A title, and what is said of it in two lines.
void draw_row_lines(float left, float middle, float room, const RowStyle& style,
                    const std::string& line) {
    const std::string title = fitted(Type::Strong, style.title, room);
    const float large = measure(Type::Strong, title).height;
    const float small = measure(Type::Small, line).height;
    float y = middle - (large + 2 * small + px(2)) / 2;
    text_at(left, y, Type::Strong, palette().text, title);
    y += large + px(2);
    text_at(left, y, Type::Small, palette().muted, line);
    text_at(left, y + small, Type::Small, palette().muted,
            fitted(Type::Small, style.detail.substr(line.size() + 1), room));
}

void draw_row_text(const Rect& box, float left, float right, const RowStyle& style) {
    const float room = right - left;
    const std::string title = fitted(Type::Strong, style.title, room);
    const float middle = (box.top + box.bottom) / 2;
    const Size size = measure(Type::Strong, title);
    const std::string line = first_line(Type::Small, style.detail, room);
    if (line.size() < style.detail.size()) {
        return draw_row_lines(left, middle, room, style, line);
    }
    if (style.detail.empty()) {
        text_at(left, middle - size.height / 2, Type::Strong, palette().text, title);
        return;
    }
    text_at(left, middle - size.height - px(1), Type::Strong, palette().text, title);
    text_at(left, middle + px(3), Type::Small, palette().muted,
            fitted(Type::Small, style.detail, room));
}

// What stands at the right of a row; returns where the room for its text ends.
float draw_row_end(const Rect& box, const RowStyle& style) {
    float right = box.right;
    const float middle = (box.top + box.bottom) / 2;
    if (style.opens) {
        chevron_right(right - px(4), middle, palette().muted);
        right -= px(22);
    }
    if (!style.pill_text.empty()) {
        const float width = pill_width(style.pill_icon, style.pill_text);
        pill_at(right - width, middle - px(14), style.pill_icon, style.pill_text, style.pill_tone);
        right -= width + px(12);
    }
    if (!style.note.empty()) {
        const Size size = measure(Type::Small, style.note);
        text_at(right - size.width, middle - size.height / 2, Type::Small, palette().muted,
                style.note);
        right -= size.width + px(12);
    }
    return right;
}

}  // namespace

float button_width(const Label& label, const ButtonStyle& style) {
    if (style.width > 0) return style.width;
    return measure(Type::Medium, face_of(label, style.icon)).width + keys_width(style) + px(40);
}

bool button(const Label& label, const ButtonStyle& style) {
    const std::string face = face_of(label, style.icon);
    if (!style.enabled) ImGui::BeginDisabled();
    const bool pressed =
        keyboard::pressable(label.key.c_str(), button_width(label, style), px(kControl));
    const Paint paint = paint_of(style.emphasis, ImGui::IsItemHovered(), ImGui::IsItemActive());
    const Rect box = last_item();
    fill(box, paint.ground, kRounding);
    outline(box, paint.border, kRounding);
    const float keys = keys_width(style);
    text_centred({box.left, box.top, box.right - keys, box.bottom}, Type::Medium, paint.ink, face);
    if (keys > 0) draw_keys(box, style.keys, paint.ink);
    focus_ring();
    probe::note("button", label.key, label.text);
    if (!style.enabled) ImGui::EndDisabled();
    return pressed && style.enabled;
}

bool list_row(const std::string& key, const RowStyle& style) {
    const bool pressed = keyboard::pressable(key.c_str(), available(), px(kListRow));
    const Rect box = last_item();
    if (ImGui::IsItemHovered()) {
        fill({box.left - px(10), box.top, box.right + px(10), box.bottom}, palette().sunken,
             kRounding);
    }
    float left = box.left;
    if (style.icon != nullptr) {
        const float middle = (box.top + box.bottom) / 2;
        circle(left + px(18), middle, 18, palette().primary_soft);
        text_centred({left, middle - px(18), left + px(36), middle + px(18)}, Type::Medium,
                     palette().primary, style.icon);
        left += px(50);
    }
    draw_row_text(box, left, draw_row_end(box, style), style);
    focus_ring();
    probe::note("row", key, style.title);
    return pressed;
}

bool step(const Label& label, const StepStyle& style) {
    const bool pressed = keyboard::pressable(label.key.c_str(), available(), px(kControl));
    const Rect item = last_item();
    const Rect box{item.left - px(8), item.top, item.right + px(8), item.bottom};
    const Palette& p = palette();
    if (style.is_here) fill(box, p.primary_soft, kRounding);
    if (!style.is_here && ImGui::IsItemHovered()) fill(box, p.sunken, kRounding);
    const float middle = (box.top + box.bottom) / 2;
    const float x = item.left + px(13);
    circle(x, middle, 13, style.is_here ? p.primary : p.primary_soft);
    text_centred({x - px(13), middle - px(13), x + px(13), middle + px(13)}, Type::Small,
                 style.is_here ? p.on_primary : p.primary, style.number);
    const float room = item.width() - px(36 + 28);
    text_left({item.left + px(36), box.top, item.right, box.bottom}, 0,
              style.is_here ? Type::Strong : Type::Body, p.text,
              fitted(style.is_here ? Type::Strong : Type::Body, label.text, room));
    text_centred({item.right - px(24), box.top, item.right, box.bottom}, Type::Medium,
                 ink(style.tone), style.icon);
    focus_ring();
    probe::note("step", label.key, style.is_here ? "here" : "");
    return pressed;
}

}  // namespace ui
