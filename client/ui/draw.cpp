#include "client/ui/draw.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

ImDrawList& list() {
    return *ImGui::GetWindowDrawList();
}

void push_font(Type type) {
#if IMGUI_VERSION_NUM >= 19200
    ImGui::PushFont(font(type), 0.0F);
#else
    ImGui::PushFont(font(type));
#endif
}

void note_if_cut(const Rect& place, const std::string& text) {
    if (!probe::is_on()) return;
    const ImVec2 low = list().GetClipRectMin();
    const ImVec2 high = list().GetClipRectMax();
    if (place.left < low.x - 1 || place.right > high.x + 1) probe::note_clipped(text);
}

bool keyboard_is_in_use() {
#if IMGUI_VERSION_NUM >= 19140
    return ImGui::GetCurrentContext()->NavCursorVisible;
#else
    return !ImGui::GetCurrentContext()->NavDisableHighlight;
#endif
}

}  // namespace

Size measure(Type type, const std::string& text) {
    push_font(type);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    ImGui::PopFont();
    return {size.x, size.y};
}

std::string fitted(Type type, const std::string& text, float width) {
    if (measure(type, text).width <= width) return text;
    const float room = width - measure(type, "…").width;
    push_font(type);
    const char* rest = text.c_str();  // where the line would end: between two letters
    const float size = ImGui::GetFontSize();
    if (room > 0) {
        ImGui::GetFont()->CalcTextSizeA(size, room, 0, text.c_str(), nullptr, &rest);
    }
    ImGui::PopFont();
    return text.substr(0, static_cast<std::size_t>(rest - text.c_str())) + "…";
}

void text(Type type, Colour colour, const std::string& text, float wrap_width) {
    push_font(type);
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    if (wrap_width > 0) ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + wrap_width);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    if (wrap_width > 0) ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
    note_if_cut(last_item(), text);
}

void muted(const std::string& words, float wrap_width) {
    text(Type::Small, palette().muted, words, wrap_width);
}

void gap(float height) {
    ImGui::Dummy({0, px(height)});
}

void push_down(float height) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x, at.y + height});
}

void text_at(float x, float y, Type type, Colour colour, const std::string& text) {
    push_font(type);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    list().AddText({std::round(x), std::round(y)}, faded(colour), text.c_str());
    ImGui::PopFont();
    note_if_cut({x, y, x + size.x, y + size.y}, text);
}

void text_centred(const Rect& box, Type type, Colour colour, const std::string& text) {
    const Size size = measure(type, text);
    if (size.width > box.width() + 1) probe::note_clipped(text);
    text_at(box.left + (box.width() - size.width) / 2, box.top + (box.height() - size.height) / 2,
            type, colour, text);
}

void text_left(const Rect& box, float indent, Type type, Colour colour, const std::string& text) {
    const Size size = measure(type, text);
    if (indent + size.width > box.width() + 1) probe::note_clipped(text);
    text_at(box.left + indent, box.top + (box.height() - size.height) / 2, type, colour, text);
}

float wrapped_height(Type type, const std::string& text, float width) {
    push_font(type);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, width);
    ImGui::PopFont();
    return size.y;
}

void text_block(const Rect& box, Type type, Colour colour, const std::string& text) {
    const float height = wrapped_height(type, text, box.width());
    push_font(type);
    list().AddText(nullptr, 0,
                   {std::round(box.left), std::round(box.top + (box.height() - height) / 2)},
                   faded(colour), text.c_str(), nullptr, box.width());
    ImGui::PopFont();
    if (height > box.height() + 1) probe::note_clipped(text);
}

void fill(const Rect& box, Colour colour, float rounding) {
    list().AddRectFilled({box.left, box.top}, {box.right, box.bottom}, faded(colour), px(rounding));
}

void outline(const Rect& box, Colour colour, float rounding, float thickness) {
    list().AddRect({box.left, box.top}, {box.right, box.bottom}, faded(colour), px(rounding), 0,
                   px(thickness));
}

void circle(float x, float y, float radius, Colour colour) {
    list().AddCircleFilled({x, y}, px(radius), faded(colour));
}

void line(float x1, float y1, float x2, float y2, Colour colour, float thickness) {
    list().AddLine({x1, y1}, {x2, y2}, faded(colour), px(thickness));
}

void ring(float x, float y, float radius, Colour colour, float thickness) {
    list().AddCircle({x, y}, px(radius), faded(colour), 0, px(thickness));
}

void tick(float x, float y, float size, Colour colour) {
    const float s = px(size);
    const std::array<ImVec2, 3> points = {
        ImVec2{x - s * 0.5F, y}, {x - s * 0.12F, y + s * 0.38F}, {x + s * 0.5F, y - s * 0.42F}};
    list().AddPolyline(points.data(), 3, faded(colour), 0, std::max(1.5F, s * 0.17F));
}

void cross(float x, float y, float size, Colour colour) {
    const float s = px(size) * 0.42F;
    const float thickness = std::max(1.5F, px(size) * 0.17F);
    list().AddLine({x - s, y - s}, {x + s, y + s}, faded(colour), thickness);
    list().AddLine({x - s, y + s}, {x + s, y - s}, faded(colour), thickness);
}

Colour faded(Colour colour) {
    const float alpha = static_cast<float>(colour >> 24) * ImGui::GetStyle().Alpha;
    return (colour & 0x00FFFFFFU) | static_cast<Colour>(alpha) << 24;
}

Rect last_item() {
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    return {low.x, low.y, high.x, high.y};
}

void focus_ring() {
    focus_ring_at(last_item(), kRounding);
}

void focus_ring_at(const Rect& box, float rounding) {
    if (!ImGui::IsItemFocused() || !keyboard_is_in_use()) return;
    const float out = px(2);
    outline({box.left - out, box.top - out, box.right + out, box.bottom + out}, palette().focus,
            rounding + 2, 2);
}

Rect clip_box() {
    const ImVec2 low = list().GetClipRectMin();
    const ImVec2 high = list().GetClipRectMax();
    return {low.x, low.y, high.x, high.y};
}

}  // namespace ui
