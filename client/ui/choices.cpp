#include "client/ui/choices.h"

#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

std::string name_of(const Label& label, const Option& option) {
    return label.key + "/" + option.key;
}

// One big button of a question. Filled when it is the answer.
bool answer_button(const Label& label, const Option& option, bool chosen, Colour filled,
                   const Rect& place) {
    ImGui::SetCursorScreenPos({place.left, place.top});
    const bool pressed = keyboard::pressable(option.key.c_str(), place.width(), place.height());
    const Palette& p = palette();
    const bool hovered = ImGui::IsItemHovered();
    fill(place, chosen ? filled : hovered ? p.primary_soft : p.surface, kRounding);
    outline(place, chosen ? filled : p.button_border, kRounding);
    text_centred(place, Type::Medium, chosen ? p.on_primary : p.text, option.text);
    focus_ring();
    probe::note("radio", name_of(label, option), chosen ? "on" : "off");
    return pressed;
}

float widest(const std::vector<Option>& options) {
    float width = 0;
    for (const Option& each : options) {
        width = std::max(width, measure(Type::Medium, each.text).width);
    }
    return width;
}

std::optional<std::string> answer_bar(const Label& label, const std::vector<Option>& options,
                                      const std::string& chosen, bool alarming, float each_width) {
    std::optional<std::string> pressed;
    ImGui::PushID(label.key.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float x = at.x;
    for (const Option& option : options) {
        const bool is_yes = option.key == options.front().key;
        const Colour filled = alarming && is_yes ? palette().bad : palette().primary;
        const Rect place{x, at.y, x + each_width, at.y + px(kControl)};
        if (answer_button(label, option, option.key == chosen, filled, place)) {
            pressed = option.key;
        }
        x += each_width + px(8);
    }
    ImGui::PopID();
    return pressed;
}

void question_words(const Label& label, const FieldStyle& style, float width) {
    const float top = ImGui::GetCursorScreenPos().y;
    const std::string words = style.required ? label.text + " *" : label.text;
    const float line_height = measure(Type::Body, "A").height;
    push_down((px(kControl) - line_height) / 2 - px(1));
    text(Type::Body, palette().text, words, width);
    if (last_item().height() > line_height * 1.5F) {
        // Two lines: as high as the buttons beside them, or higher.
        push_down(std::max(0.0F, px(kControl) - (last_item().bottom - top)));
    }
}

// A line of a list of choices: a round or square mark and its words.
bool choice_row(const std::string& key, const std::string& id, const std::string& words,
                bool chosen, bool is_round, float width) {
    const float words_width = width - px(56);
    const float height =
        std::max(px(kControl), wrapped_height(Type::Body, words, words_width) + px(22));
    const bool pressed = keyboard::pressable(id.c_str(), width, height);
    const Rect box = last_item();
    const Palette& p = palette();
    fill(box, chosen ? p.primary_soft : ImGui::IsItemHovered() ? p.sunken : p.surface, kRounding);
    outline(box, chosen ? p.primary : p.button_border, kRounding, chosen ? 2.0F : 1.0F);
    const float x = box.left + px(24);
    const float y = (box.top + box.bottom) / 2;
    const Rect mark{x - px(10), y - px(10), x + px(10), y + px(10)};
    const float rounding = is_round ? 10 : 5;
    fill(mark, chosen ? p.primary : p.surface, rounding);
    if (!chosen) outline(mark, p.control_border, rounding, 1.5F);
    if (chosen && is_round) circle(x, y, 4, p.on_primary);
    if (chosen && !is_round) text_centred(mark, Type::Small, p.on_primary, icon::kCheck);
    text_block({box.left + px(44), box.top, box.right - px(10), box.bottom}, Type::Body, p.text,
               words);
    focus_ring();
    probe::note("radio", key, chosen ? "on" : "off");
    return pressed;
}

std::optional<std::string> rows(const Label& label, const std::vector<Option>& options,
                                const std::vector<std::string>& chosen, bool is_round) {
    std::optional<std::string> pressed;
    ImGui::PushID(label.key.c_str());
    const float whole = available();
    const bool two_columns = whole > px(560) && options.size() > 3 && widest(options) < px(220);
    const float width = two_columns ? std::floor((whole - px(8)) / 2) : whole;
    for (std::size_t i = 0; i < options.size(); i += two_columns ? 2 : 1) {
        Row row(8);
        for (std::size_t k = i; k < options.size() && k < i + (two_columns ? 2 : 1); ++k) {
            const Option& option = options[k];
            const bool is_chosen =
                std::find(chosen.begin(), chosen.end(), option.key) != chosen.end();
            row.cell(width);
            if (choice_row(name_of(label, option), option.key, option.text, is_chosen, is_round,
                           width)) {
                pressed = option.key;
            }
        }
    }
    ImGui::PopID();
    return pressed;
}

std::string text_of(const std::vector<Option>& options, const std::string& chosen) {
    for (const Option& each : options) {
        if (each.key == chosen) return each.text;
    }
    return chosen;  // a code that this version does not know is shown as it is
}

std::optional<std::string> combo_rows(const Label& label, const std::vector<Option>& options,
                                      const std::string& chosen) {
    std::optional<std::string> pressed;
    ImGui::PushStyleVar(ImGuiStyleVar_SelectableTextAlign, {0.02F, 0.5F});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(2)});
    for (const Option& option : options) {
        const std::string face = option.text + "##" + option.key;
        if (ImGui::Selectable(face.c_str(), option.key == chosen, 0, {0, px(kControl)})) {
            pressed = option.key;
        }
        probe::note("option", name_of(label, option), option.text);
        if (option.key == chosen && ImGui::IsWindowAppearing()) ImGui::SetItemDefaultFocus();
    }
    ImGui::PopStyleVar(2);
    return pressed;
}

}  // namespace

std::optional<std::string> question(const Label& label, const std::vector<Option>& options,
                                    const std::string& chosen, const ChoiceStyle& style) {
    ImGui::BeginGroup();
    const float each = std::max(px(92), widest(options) + px(32));
    const float bar =
        each * static_cast<float>(options.size()) + px(8) * static_cast<float>(options.size() - 1);
    const float whole = available();
    const bool beside = whole - bar > px(220);
    std::optional<std::string> pressed;
    {
        Row row(16);
        row.cell(beside ? whole - bar - px(16) : whole);
        question_words(label, style.field, available());
        if (beside) {
            row.cell(bar);
            pressed = answer_bar(label, options, chosen, style.yes_is_alarming, each);
        }
    }
    if (!beside) pressed = answer_bar(label, options, chosen, style.yes_is_alarming, each);
    field_foot(label, style.field);
    ImGui::EndGroup();
    return pressed;
}

std::optional<std::string> segmented(const Label& label, const std::vector<Option>& options,
                                     const std::string& chosen, const FieldStyle& style) {
    ImGui::BeginGroup();
    field_label(label, style.required);
    const float count = static_cast<float>(options.size());
    const float room = (available() - px(8) * (count - 1)) / count;
    const float each = std::min(room, std::max(px(110), widest(options) + px(40)));
    const auto pressed = answer_bar(label, options, chosen, false, std::floor(each));
    field_foot(label, style);
    ImGui::EndGroup();
    return pressed;
}

std::optional<std::string> choice_list(const Label& label, const std::vector<Option>& options,
                                       const std::string& chosen, const FieldStyle& style) {
    ImGui::BeginGroup();
    field_label(label, style.required);
    const auto pressed = rows(label, options, {chosen}, true);
    field_foot(label, style);
    ImGui::EndGroup();
    return pressed;
}

std::optional<std::string> check_list(const Label& label, const std::vector<Option>& options,
                                      const std::vector<std::string>& chosen,
                                      const FieldStyle& style) {
    ImGui::BeginGroup();
    field_label(label, style.required);
    const auto pressed = rows(label, options, chosen, false);
    field_foot(label, style);
    ImGui::EndGroup();
    return pressed;
}

std::optional<std::string> combo(const Label& label, const std::vector<Option>& options,
                                 const std::string& chosen, const FieldStyle& style) {
    ImGui::BeginGroup();
    field_label(label, style.required);
    ImGui::PushID(label.key.c_str());
    const float width = style.width > 0 ? style.width : std::min(available(), px(460));
    const float padding = std::round((px(kControl) - ImGui::GetFontSize()) / 2);
    const std::string face = chosen.empty() ? style.hint : text_of(options, chosen);
    ImGui::SetNextItemWidth(width);
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, px(kControl) * 8});
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(14), padding});
    ImGui::PushStyleColor(ImGuiCol_Border, style.problem.empty() ? palette().control_border
                                                                 : ink(style.problem_tone));
    const bool open = ImGui::BeginCombo("##combo", face.c_str(), ImGuiComboFlags_NoArrowButton);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    std::optional<std::string> pressed;
    if (open) {
        pressed = combo_rows(label, options, chosen);
        ImGui::EndCombo();
    } else {
        keyboard::stop(false);
        focus_ring();
    }
    probe::note("combo", label.key, face);
    const Rect box = last_item();
    chevron_down(box.right - px(20), (box.top + box.bottom) / 2, palette().muted);
    ImGui::PopID();
    field_foot(label, style);
    ImGui::EndGroup();
    return pressed;
}

}  // namespace ui
