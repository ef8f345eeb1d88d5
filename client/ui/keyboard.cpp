#include "client/ui/keyboard.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#define KAWAN_OWN_TAB (IMGUI_VERSION_NUM < 18900)

namespace ui::keyboard {

namespace {

// The windows of the overlays, the topmost last, and where the keyboard was before the first.
struct Covers {
    std::vector<unsigned> now, last;
    const ImGuiContext* context = nullptr;
    int frame = 0;  // of that context: a later one may stand at the same address
    ImGuiID item_before = 0;
    ImGuiWindow* window_before = nullptr;
    bool ring_before = false;
};
Covers covers;

struct Arrival {
    bool wanted = false;   // go_to_page() was called
    bool is_next = false;  // and the page has begun
};
Arrival arrival;

bool arrives_here() {
    return std::exchange(arrival.is_next, false);
}

bool shows_ring(const ImGuiContext& context) {
#if IMGUI_VERSION_NUM >= 19140
    return context.NavCursorVisible;
#else
    return !context.NavDisableHighlight;
#endif
}

void show_ring(ImGuiContext& context, bool shown) {
#if IMGUI_VERSION_NUM >= 19140
    context.NavCursorVisible = shown;
#else
    context.NavDisableHighlight = !shown;
#endif
}

void put_focus(ImGuiID item, ImGuiWindow* window, ImGuiContext& context) {
    context.NavWindow = window;
    context.CurrentWindow = window;
    ImGui::SetFocusID(item, window);
    context.CurrentWindow = nullptr;
}

void keep_or_restore_focus(ImGuiContext& context, bool was_covered) {
    if (!covers.last.empty()) return;
    if (!was_covered) {
        covers.item_before = context.NavId;
        covers.window_before = context.NavWindow;
        covers.ring_before = shows_ring(context);
        return;
    }
    if (covers.item_before == 0 || !covers.window_before->WasActive) return;
    put_focus(covers.item_before, covers.window_before, context);
    show_ring(context, covers.ring_before);
}

// A space in the midst of letters belongs to the text, and presses nothing: a slow frame hears
// several keys at once.
bool writes_a_space = false;
bool is_space_taken = false;  // by the page, in this frame

void look_for_written_space(ImGuiContext& context) {
    const auto& typed = context.IO.InputQueueCharacters;
    const bool has_letter =
        std::any_of(typed.begin(), typed.end(), [](ImWchar each) { return each > ' '; });
    writes_a_space = has_letter && typed.contains(' ');
    if (!writes_a_space) return;
    context.NavActivateId = context.NavActivateDownId = context.NavActivatePressedId = 0;
}

void begin_covers() {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    if (covers.context != &context || context.FrameCount <= covers.frame) {
        covers = Covers{};
        covers.context = &context;
    }
    covers.frame = context.FrameCount;
    arrival.is_next = false;
    is_space_taken = false;
    const bool was_covered = !covers.last.empty();
    covers.last.swap(covers.now);
    covers.now.clear();
    keep_or_restore_focus(context, was_covered);
    look_for_written_space(context);
}

unsigned top_cover() {
    return covers.last.empty() ? 0 : covers.last.back();
}

bool stands_under_cover(const ImGuiWindow& window) {
    return top_cover() != 0 && window.RootWindow->ID != top_cover();
}

}  // namespace

#if KAWAN_OWN_TAB

namespace {

struct Stop {
    ImGuiID item;
    ImGuiWindow* window;
    bool is_text;
};

struct Walk {
    std::vector<Stop> stops, last_stops;
    std::optional<Stop> arrived;  // the first of the page that was gone to
    ImGuiID text_wanted = 0;
    ImGuiID wheeled_from = 0;  // the mouse has scrolled away from it: it is not fetched back
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
    put_focus(stop.item, stop.window, context);
    show_ring(context, true);
    context.NavDisableMouseHover = true;
    context.NavMousePosDirty = false;
}

bool pressed(int key) {
    return key >= 0 && ImGui::IsKeyPressed(key, false);
}

}  // namespace

void begin_frame() {
    begin_covers();
    ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiIO& io = ImGui::GetIO();
    hide_tab(context, io);
    walk.last_stops.swap(walk.stops);
    walk.stops.clear();
    // Of the frame in which an overlay came up, only its own stops count.
    std::erase_if(walk.last_stops,
                  [](const Stop& stop) { return stands_under_cover(*stop.window); });
    walk.text_wanted = 0;
    if (io.MouseWheel != 0) walk.wheeled_from = context.NavId;
    if (walk.wheeled_from != context.NavId) walk.wheeled_from = 0;
    if (walk.arrived) {
        walk.begun = true;
        focus(*std::exchange(walk.arrived, std::nullopt), context);
        return;
    }
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
    if (!context.OpenPopupStack.empty() || is_covered()) return;
    if ((context.CurrentItemFlags & ImGuiItemFlags_Disabled) != 0) return;
    walk.stops.push_back({item, context.CurrentWindow, is_text});
    if (arrives_here()) walk.arrived = walk.stops.back();
    const bool is_here =
        context.NavId == item && !context.NavDisableHighlight && walk.wheeled_from != item;
    if (is_here && !ImGui::IsItemVisible()) ImGui::SetScrollHereY(0.5F);
}

bool wants_text_focus(unsigned item) {
    return walk.text_wanted != 0 && walk.text_wanted == item;
}

bool escape_pressed() {
    return !is_covered() && pressed(ImGui::GetIO().KeyMap[ImGuiKey_Escape]);
}

bool backspace_pressed() {
    return !is_covered() && pressed(ImGui::GetIO().KeyMap[ImGuiKey_Backspace]);
}

namespace {
// GLFW's numbers of the keys, which 1.86 keeps as they come: letters are ASCII.
constexpr int kNativeF1 = 290;

bool function_key_down(int number) {
    return pressed(kNativeF1 + number - 1);
}
bool letter_pressed(char letter) {
    return pressed(letter);
}
bool enter_key_pressed() {
    const ImGuiIO& io = ImGui::GetIO();
    return pressed(io.KeyMap[ImGuiKey_Enter]) || pressed(io.KeyMap[ImGuiKey_KeyPadEnter]);
}
bool space_pressed() {
    return pressed(ImGui::GetIO().KeyMap[ImGuiKey_Space]);
}
bool arrow_pressed(bool to_right) {
    return pressed(ImGui::GetIO().KeyMap[to_right ? ImGuiKey_RightArrow : ImGuiKey_LeftArrow]);
}
}  // namespace

#else

void begin_frame() {
    begin_covers();
}
void stop_at(unsigned, bool is_text) {
    if (is_covered() || !arrives_here()) return;
    if (is_text) ImGui::SetKeyboardFocusHere(-1);
    if (!is_text) focus_last_item();
}
bool wants_text_focus(unsigned) {
    return false;
}

bool escape_pressed() {
    return !is_covered() && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
}

bool backspace_pressed() {
    return !is_covered() && ImGui::IsKeyPressed(ImGuiKey_Backspace, false);
}

namespace {
bool function_key_down(int number) {
    return ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_F1 + number - 1), false);
}
bool letter_pressed(char letter) {
    return ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_A + letter - 'A'), false);
}
bool enter_key_pressed() {
    return ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
           ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
}
bool space_pressed() {
    return ImGui::IsKeyPressed(ImGuiKey_Space, false);
}
bool arrow_pressed(bool to_right) {
    return ImGui::IsKeyPressed(to_right ? ImGuiKey_RightArrow : ImGuiKey_LeftArrow, false);
}
}  // namespace

#endif

bool take_space() {
    if (is_covered() || !space_pressed()) return false;
    is_space_taken = true;
    ImGuiContext& context = *ImGui::GetCurrentContext();
    context.NavActivateId = context.NavActivateDownId = context.NavActivatePressedId = 0;
    return true;
}

void go_to_page() {
    arrival.wanted = true;
}

void page_begins() {
    if (std::exchange(arrival.wanted, false)) arrival.is_next = true;
}

void cover(unsigned window) {
    covers.now.push_back(window);
}

bool is_top_cover(unsigned window) {
    return top_cover() == window;
}

bool is_covered() {
    return stands_under_cover(*ImGui::GetCurrentContext()->CurrentWindow);
}

namespace {
// A window that has just come up, or an arrow, would put the keyboard on the first item.
void stay_where_it_is(ImGuiContext& context) {
    context.NavInitRequest = false;
#if IMGUI_VERSION_NUM >= 19000
    context.NavInitResult.Clear();
#else
    context.NavInitResultId = 0;
#endif
}
}  // namespace

void focus_last_item() {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGui::SetFocusID(context.LastItemData.ID, context.CurrentWindow);
    stay_where_it_is(context);
    show_ring(context, true);
}

int take_sideways() {
    if (is_covered()) return 0;
    const int way = (arrow_pressed(true) ? 1 : 0) - (arrow_pressed(false) ? 1 : 0);
    if (way == 0) return 0;
    ImGui::NavMoveRequestCancel();
    stay_where_it_is(*ImGui::GetCurrentContext());
    return way;
}

bool function_key(int number) {
    return !is_covered() && function_key_down(number);
}

bool ctrl(char letter) {
    return !is_covered() && ImGui::GetIO().KeyCtrl && letter_pressed(letter);
}

// With Ctrl it is the page's shortcut, not a press of what the keyboard is on.
bool enter_pressed() {
    return !is_covered() && !ImGui::GetIO().KeyCtrl && enter_key_pressed();
}

bool ctrl_enter() {
    return !is_covered() && ImGui::GetIO().KeyCtrl && enter_key_pressed();
}

bool quick_hide_pressed() {
    return function_key_down(12) || (ImGui::GetIO().KeyCtrl && letter_pressed('H'));
}

namespace {
bool focuses_next_press = false;
}

void focus_next_press() {
    focuses_next_press = true;
}

void stop(bool is_text) {
    if (!is_text && !is_covered() && std::exchange(focuses_next_press, false)) focus_last_item();
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
    if (pressed_now || !ImGui::IsItemFocused()) return pressed_now;
    // 1.86 presses a focused button with Space only, and no version does after a mouse click.
    const bool after_click = !shows_ring(*ImGui::GetCurrentContext());
    return (after_click && !writes_a_space && !is_space_taken && space_pressed()) ||
           ((KAWAN_OWN_TAB || after_click) && enter_pressed());
}

}  // namespace ui::keyboard
