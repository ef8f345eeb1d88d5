#include "client/ui/widgets/overlay.h"

#include "client/ui/draw.h"
#include "client/ui/keyboard.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace ui {

namespace {

// The keyboard stays in the topmost overlay, also after a click or a list that closed.
bool must_take_focus(const char* id) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const ImGuiWindow* own = ImGui::FindWindowByName(id);
    if (own == nullptr || !own->WasActive) return true;
    if (!context.OpenPopupStack.empty() || !keyboard::is_top_cover(own->ID)) return false;
    return context.NavWindow == nullptr || context.NavWindow->RootWindow != own;
}

bool was_there(const char* id) {
    const ImGuiWindow* own = ImGui::FindWindowByName(id);
    return own != nullptr && own->WasActive;
}

}  // namespace

Overlay::Overlay(const char* id, Colour ground) : is_new_(!was_there(id)) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    if (must_take_focus(id)) ImGui::SetNextWindowFocus();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
    ImGui::Begin(id, nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    keyboard::cover(ImGui::GetCurrentContext()->CurrentWindow->ID);
}

Overlay::~Overlay() {
    ImGui::End();
}

}  // namespace ui
