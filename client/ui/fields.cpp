#include "client/ui/fields.h"

#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

struct Box {
    int lines = 1;
    ImGuiInputTextFlags flags = 0;
    const char* icon = nullptr;  // at the left, inside
};

Colour border_of(const FieldStyle& style) {
    return style.problem.empty() ? palette().control_border : ink(style.problem_tone);
}

bool input(std::string& value, float width, const FieldStyle& style, const Box& box) {
    const float height = std::round((px(kControl) - ImGui::GetFontSize()) / 2);
    const float left = box.icon != nullptr ? px(40) : px(14);
    if (box.lines > 1) {
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {left, px(11)});
        const ImVec2 size{width,
                          ImGui::GetTextLineHeight() * static_cast<float>(box.lines) + px(22)};
        const bool changed = ImGui::InputTextMultiline("##value", &value, size, box.flags);
        ImGui::PopStyleVar();
        return changed;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {left, height});
    ImGui::SetNextItemWidth(width);
    const bool changed = ImGui::InputTextWithHint("##value", style.hint.c_str(), &value, box.flags);
    ImGui::PopStyleVar();
    return changed;
}

void draw_inside(const Rect& place, const FieldStyle& style, const Box& box) {
    if (box.icon != nullptr) {
        text_left(place, px(14), Type::Medium, palette().muted, box.icon);
    }
    if (!style.unit.empty()) {
        const Size size = measure(Type::Small, style.unit);
        text_at(place.right - size.width - px(14), place.top + (place.height() - size.height) / 2,
                Type::Small, palette().muted, style.unit);
    }
    if (ImGui::IsItemActive()) outline(place, palette().primary, kRounding, 2);
}

bool any_field(const Label& label, std::string& value, const FieldStyle& style, const Box& box) {
    ImGui::BeginGroup();
    field_label(label, style.required);
    ImGui::PushID(label.key.c_str());
    const float width = style.width > 0 ? style.width : available();
    const ImGuiID id = ImGui::GetID("##value");
    const bool typed = style.typed_ahead != nullptr && style.typed_ahead->wants_keyboard(id);
    const bool wanted = typed || keyboard::wants_text_focus(id) || style.takes_focus;
    if (wanted && !keyboard::has_or_gets(id)) ImGui::SetKeyboardFocusHere();
    ImGui::PushStyleColor(ImGuiCol_Border, border_of(style));
    const bool changed = input(value, width, style, box);
    ImGui::PopStyleColor();
    keyboard::stop_at(id, true);
    const bool secret = (box.flags & ImGuiInputTextFlags_Password) != 0;
    probe::note("text", label.key, secret ? std::string(value.size(), '*') : value);
    draw_inside(last_item(), style, box);
    ImGui::PopID();
    field_foot(label, style);
    ImGui::EndGroup();
    return changed;
}

}  // namespace

void field_label(const Label& label, bool required) {
    if (label.text.empty()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(4), px(5)});
    const std::string words = required ? label.text + " *" : label.text;
    text(Type::Small, palette().text, words, available());
    ImGui::PopStyleVar();
}

void field_foot(const Label& label, const FieldStyle& style) {
    if (!style.problem.empty()) {
        const char* mark = style.problem_tone == Tone::Info ? icon::kInfo : icon::kWarning;
        text(Type::Small, ink(style.problem_tone), std::string(mark) + " " + style.problem,
             available());
        probe::note_at("problem", label.key + "/problem", style.problem, last_item());
    } else if (!style.help.empty()) {
        muted(style.help, available());
    }
}

bool text_field(const Label& label, std::string& value, const FieldStyle& style) {
    return any_field(label, value, style, {});
}

bool secret_field(const Label& label, std::string& value, const FieldStyle& style) {
    return any_field(label, value, style, {.flags = ImGuiInputTextFlags_Password});
}

bool number_field(const Label& label, std::string& value, const FieldStyle& style) {
    FieldStyle narrow = style;
    if (narrow.width <= 0) narrow.width = std::min(available(), px(220));
    return any_field(label, value, narrow, {});
}

bool text_area(const Label& label, std::string& value, int lines, const FieldStyle& style) {
    return any_field(label, value, style, {.lines = lines});
}

bool search_field(const Label& label, std::string& value, const FieldStyle& style) {
    Label without_label = label;
    without_label.text.clear();
    return any_field(without_label, value, style, {.icon = icon::kSearch});
}

bool date_field(const Label& label, std::string& value, const std::vector<Ready>& ready,
                const FieldStyle& style) {
    ImGui::BeginGroup();
    field_label(label, style.required);
    bool changed = false;
    {
        Row row(8);
        row.cell(px(180));
        FieldStyle inner = style;
        inner.problem.clear();
        inner.help.clear();
        inner.width = px(180);
        changed = any_field({label.key, ""}, value, inner, {.icon = icon::kCalendar});
        for (const Ready& each : ready) {
            const Label name{label.key + "/" + each.label.key, each.label.text};
            row.cell(button_width(name));
            if (button(name)) {
                value = each.value;
                changed = true;
            }
        }
    }
    field_foot(label, style);
    ImGui::EndGroup();
    return changed;
}

bool enter_was_pressed() {
    return (ImGui::IsItemDeactivated() || ImGui::IsItemActive()) && keyboard::enter_pressed();
}

}  // namespace ui
