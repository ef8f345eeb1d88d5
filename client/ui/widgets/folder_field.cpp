#include "client/ui/widgets/folder_field.h"

#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"

#include <imgui.h>

namespace ui {

namespace {

constexpr float kStick = 56;

bool stick_row(const std::string& key, const Stick& stick, bool chosen) {
    const bool pressed = keyboard::pressable(key.c_str(), available(), px(kStick));
    const Palette& p = palette();
    const Rect box = last_item();
    fill(box, chosen ? p.primary_soft : ImGui::IsItemHovered() ? p.sunken : p.surface, kRounding);
    outline(box, chosen ? p.primary : p.button_border, kRounding, chosen ? 2.0F : 1.0F);
    text_left(box, px(16), Type::Section, p.primary, icon::kUsb);
    const float room = box.width() - px(48 + 44);
    const float middle = (box.top + box.bottom) / 2;
    const float height = measure(Type::Strong, stick.name).height;
    text_at(box.left + px(48), middle - height, Type::Strong, p.text,
            fitted(Type::Strong, stick.name, room));
    text_at(box.left + px(48), middle + px(1), Type::Small, p.muted,
            fitted(Type::Small, stick.folder, room));
    if (chosen) tick(box.right - px(24), middle, 16, p.primary);
    focus_ring();
    probe::note("radio", key, chosen ? "on" : "off");
    return pressed;
}

}  // namespace

bool folder_field(const Label& label, std::string& folder, const std::vector<Stick>& sticks,
                  const std::string& when_none, const FieldStyle& style) {
    bool changed = false;
    ImGui::BeginGroup();
    field_label(label, style.required);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(12), px(8)});
    if (sticks.empty()) muted(std::string(icon::kUsb) + "  " + when_none, available());
    for (std::size_t i = 0; i < sticks.size(); ++i) {
        const bool chosen = folder == sticks[i].folder;
        if (!stick_row(label.key + "/" + std::to_string(i), sticks[i], chosen)) continue;
        folder = sticks[i].folder;
        changed = true;
    }
    const Label without_text{label.key, ""};
    if (text_field(without_text, folder, style)) changed = true;
    ImGui::PopStyleVar();
    ImGui::EndGroup();
    return changed;
}

}  // namespace ui
