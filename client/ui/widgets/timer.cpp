#include "client/ui/widgets/timer.h"

#include "client/ui/draw.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"

#include <imgui.h>

#include <algorithm>

namespace ui {

namespace {

constexpr float kStroke = 12;
constexpr float kTurn = 6.2831853F;

// From twelve o'clock, clockwise.
void arc(float x, float y, float radius, float part, Colour colour) {
    if (part <= 0) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float from = -kTurn / 4;
    list.PathArcTo({x, y}, radius, from, from + kTurn * std::min(part, 1.0F), 96);
    list.PathStroke(faded(colour), 0, px(kStroke));
}

}  // namespace

void countdown(const std::string& key, float part_left, const std::string& number,
               const std::string& words, float diameter) {
    const float size = px(diameter);
    const ImVec2 flow = ImGui::GetCursorScreenPos();
    const ImVec2 at{flow.x + std::max(0.0F, (available() - size) / 2), flow.y};
    ImGui::Dummy({std::max(size, available()), size});
    const float x = at.x + size / 2;
    const float y = at.y + size / 2;
    const float radius = size / 2 - px(kStroke / 2 + 1);
    arc(x, y, radius, 1, palette().grid);
    arc(x, y, radius, part_left, palette().primary);
    const float half = measure(Type::Figure, number).height / 2;
    const float lift = words.empty() ? 0 : px(10);
    text_centred({at.x, y - half - lift, at.x + size, y + half - lift}, Type::Figure,
                 palette().text, number);
    const float below = y + half - lift - px(4);
    text_centred({at.x + px(30), below, at.x + size - px(30), below + px(20)}, Type::Small,
                 palette().muted, words);
    probe::note("timer", key, number);
}

bool tap_counter(const words::Label& label, int count, float height) {
    const bool pressed = keyboard::pressable(label.key.c_str(), available(), px(height));
    const Palette& p = palette();
    const Rect box = last_item();
    const bool down = ImGui::IsItemActive();
    fill(box, down ? p.primary_active : ImGui::IsItemHovered() ? p.primary_hover : p.primary, 16);
    const float middle = (box.top + box.bottom) / 2;
    text_centred({box.left, middle - px(52), box.right, middle + px(22)}, Type::Figure,
                 p.on_primary, std::to_string(count));
    text_centred({box.left, middle + px(26), box.right, middle + px(50)}, Type::Strong,
                 p.on_primary, label.text);
    focus_ring_at(box, 16);
    probe::note("button", label.key, std::to_string(count));
    return pressed;
}

}  // namespace ui
