#include "client/ui/typed_ahead.h"

#include "client/ui/keyboard.h"
#include "client/ui/redraw.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace ui::keyboard {

bool has_or_gets(unsigned field) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
#if IMGUI_VERSION_NUM < 18900
    const ImGuiID gets = context.NavActivateInputId;
#else
    const ImGuiID gets = context.NavActivateId;
#endif
    return context.ActiveId == field || gets == field;
}

bool TypedAhead::wants_keyboard(unsigned field) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    if (context.ActiveId == field) {
        if (!waiting_.empty()) put_back(field);
        return false;
    }
    const bool other_field = context.ActiveId != 0 && context.IO.WantTextInput;
    if (other_field || is_covered() || context.IO.KeyCtrl) return false;
    if (!take_typed()) return false;
    redraw_in(0);
    return !has_or_gets(field);
}

// In place of what was searched for before, and before what was typed in this frame.
void TypedAhead::put_back(unsigned field) {
    ImGui::GetInputTextState(field)->SelectAll();
    auto& queue = ImGui::GetIO().InputQueueCharacters;
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
        queue.insert(queue.begin() + static_cast<int>(i), static_cast<ImWchar>(waiting_[i]));
    }
    waiting_.clear();
}

// A space by itself presses what the keyboard is on; after a letter it belongs to the name.
bool TypedAhead::take_typed() {
    auto& queue = ImGui::GetIO().InputQueueCharacters;
    for (const ImWchar each : queue) {
        const bool is_plain = each > ' ' && each < 127;
        if (is_plain || (each == ' ' && !waiting_.empty())) waiting_ += static_cast<char>(each);
    }
    if (waiting_.empty()) return false;
    queue.resize(0);
    return true;
}

}  // namespace ui::keyboard
