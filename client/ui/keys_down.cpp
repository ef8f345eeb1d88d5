// What of the keyboard needs nothing of the walk through the page (keyboard.cpp).
#include "client/ui/keyboard.h"

#include <imgui.h>

#include <algorithm>
#include <iterator>

namespace ui::keyboard {

std::string typed_letters() {
    std::string letters;
    const ImGuiIO& io = ImGui::GetIO();
    if (is_covered() || io.WantTextInput || io.KeyCtrl) return letters;
    for (const ImWchar each : io.InputQueueCharacters) {
        if (each > ' ' && each < 127) letters += static_cast<char>(each);
    }
    return letters;
}

bool is_any_key_down() {
#if IMGUI_VERSION_NUM < 18700
    const auto& keys = ImGui::GetIO().KeysDown;
    return std::any_of(std::begin(keys), std::end(keys), [](bool down) { return down; });
#else
    for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key) {
        if (ImGui::IsKeyDown(static_cast<ImGuiKey>(key))) return true;
    }
    return false;
#endif
}

}  // namespace ui::keyboard
