#include "client/ui/keyboard.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <vector>

#define KAWAN_OWN_TAB (IMGUI_VERSION_NUM < 18900)

namespace ui::keyboard {

#if KAWAN_OWN_TAB

namespace {

struct Stop {
    ImGuiID item;
    ImGuiWindow* window;
    bool is_text;
};

struct Walk {
    std::vector<Stop> stops, last_stops;
    ImGuiID text_wanted = 0;
    int tab_key = -1;
    bool begun = false;  // before the first click or Tab the focus is Dear ImGui's own guess
    const ImGuiContext* context = nullptr;
};
Walk walk;

// Dear ImGui must not see Tab: it would jump to the next text field.
void hide_tab(const ImGuiContext& context, ImGuiIO& io) {
    if (walk.context == &context && io.KeyMap[ImGuiKey_Tab] < 0) return;
    walk = Walk{};
    walk.context = &context;
    walk.tab_key = io.KeyMap[ImGuiKey_Tab];
    io.KeyMap[ImGuiKey_Tab] = -1;
}

std::size_t next_stop(ImGuiID current, bool backwards) {
    const std::size_t count = walk.last_stops.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (walk.last_stops[i].item == current) return (i + (backwards ? count - 1 : 1)) % count;
    }
    return backwards ? count - 1 : 0;
}

void focus(const Stop& stop, ImGuiContext& context) {
    ImGui::ClearActiveID();
    ImGui::FocusWindow(stop.window);
    context.NavWindow = stop.window;
    if (stop.is_text) {
        walk.text_wanted = stop.item;
        return;
    }
    context.CurrentWindow = stop.window;
    ImGui::SetFocusID(stop.item, stop.window);
    context.CurrentWindow = nullptr;
    context.NavDisableHighlight = false;
    context.NavDisableMouseHover = true;
    context.NavMousePosDirty = false;
}

bool pressed(int key) {
    return key >= 0 && ImGui::IsKeyPressed(key, false);
}

}  // namespace

void begin_frame() {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiIO& io = ImGui::GetIO();
    hide_tab(context, io);
    walk.last_stops.swap(walk.stops);
    walk.stops.clear();
    walk.text_wanted = 0;
    walk.begun = walk.begun || io.MouseClicked[0];
    if (walk.tab_key < 0 || walk.last_stops.empty() || io.KeyCtrl) return;
    if (!context.OpenPopupStack.empty() || !ImGui::IsKeyPressed(walk.tab_key, true)) return;
    const ImGuiID here = walk.begun ? context.NavId : 0;
    const ImGuiID current = context.ActiveId != 0 ? context.ActiveId : here;
    walk.begun = true;
    focus(walk.last_stops[next_stop(current, io.KeyShift)], context);
}

void stop_at(unsigned item, bool is_text) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    if (!context.OpenPopupStack.empty()) return;
    if ((context.CurrentItemFlags & ImGuiItemFlags_Disabled) != 0) return;
    walk.stops.push_back({item, context.CurrentWindow, is_text});
    const bool is_here = context.NavId == item && !context.NavDisableHighlight;
    if (is_here && !ImGui::IsItemVisible()) ImGui::SetScrollHereY(0.5F);
}

bool wants_text_focus(unsigned item) {
    return walk.text_wanted != 0 && walk.text_wanted == item;
}

bool enter_pressed() {
    const ImGuiIO& io = ImGui::GetIO();
    return pressed(io.KeyMap[ImGuiKey_Enter]) || pressed(io.KeyMap[ImGuiKey_KeyPadEnter]);
}

bool escape_pressed() {
    return pressed(ImGui::GetIO().KeyMap[ImGuiKey_Escape]);
}

#else

void begin_frame() {}
void stop_at(unsigned, bool) {}
bool wants_text_focus(unsigned) {
    return false;
}

bool enter_pressed() {
    return ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
           ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
}

bool escape_pressed() {
    return ImGui::IsKeyPressed(ImGuiKey_Escape, false);
}

#endif

void stop(bool is_text) {
    stop_at(ImGui::GetCurrentContext()->LastItemData.ID, is_text);
}

bool pressable(const char* id, float width, float height) {
#if IMGUI_VERSION_NUM >= 19150
    const bool pressed_now = ImGui::InvisibleButton(
        id, {width, height}, ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_EnableNav);
#else
    const bool pressed_now = ImGui::InvisibleButton(id, {width, height});
#endif
    stop(false);
    // 1.86 presses a focused button with Space only.
    return pressed_now || (KAWAN_OWN_TAB && ImGui::IsItemFocused() && enter_pressed());
}

}  // namespace ui::keyboard
