#include "client/ui/probe.h"

#include "client/ui/draw.h"

#include <imgui.h>

#include <algorithm>

namespace ui::probe {

namespace {

struct Notes {
    bool on = false;
    std::map<std::string, Item> items;
    std::set<std::string> clipped;
};
Notes notes;

Rect clip_rect() {
    const ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 low = list->GetClipRectMin();
    const ImVec2 high = list->GetClipRectMax();
    return {low.x, low.y, high.x, high.y};
}

}  // namespace

void switch_on(bool on) {
    notes.on = on;
}
bool is_on() {
    return notes.on;
}

void begin_frame() {
    notes.items.clear();
    notes.clipped.clear();
}

void note(std::string_view role, const std::string& key, std::string value) {
    if (!notes.on) return;
    Item item{std::string(role), std::move(value), last_item(), clip_rect()};
    item.hovered = ImGui::IsItemHovered();
    item.focused = ImGui::IsItemFocused() || ImGui::IsItemActive();
    item.disabled = ImGui::GetStyle().Alpha < 1;
    notes.items[key] = std::move(item);
}

void note_at(std::string_view role, const std::string& key, std::string value, Rect place) {
    if (!notes.on) return;
    notes.items[key] = Item{std::string(role), std::move(value), place, clip_rect()};
}

void note_clipped(const std::string& text) {
    if (notes.on) notes.clipped.insert(text);
}

const std::map<std::string, Item>& items() {
    return notes.items;
}
const std::set<std::string>& clipped_texts() {
    return notes.clipped;
}

namespace {
const char* where(const Item& item) {
    if (item.place.top < item.visible.top - 1) return "above";
    return item.place.bottom > item.visible.bottom + 1 ? "below" : "seen";
}
}  // namespace

std::string as_lines() {
    std::string lines;
    for (const auto& [key, item] : notes.items) {
        const int x = static_cast<int>((item.place.left + item.place.right) / 2);
        const int y = static_cast<int>((item.place.top + item.place.bottom) / 2);
        std::string value = item.value;
        std::replace_if(
            value.begin(), value.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
        lines += item.role + '\t' + key + '\t' + std::to_string(x) + '\t' + std::to_string(y) +
                 '\t' + where(item) + '\t' + value + '\n';
    }
    return lines;
}

}  // namespace ui::probe
