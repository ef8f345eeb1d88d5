#include "client/ui/widgets/chips.h"

#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"

#include <imgui.h>

#include <algorithm>

namespace ui {

namespace {

constexpr float kChip = 36;  // drawn; 44 px can be pressed
constexpr float kBetween = 8;

// Places things of one height from left to right, and into a new line where the room ends.
class Lines {
public:
    Lines(float height, float between)
        : at_(ImGui::GetCursorScreenPos()),
          room_(available()),
          height_(height),
          between_(between) {}
    void place(float width) {
        if (x_ > 0 && x_ + width > room_) {
            x_ = 0;
            y_ += height_;
        }
        ImGui::SetCursorScreenPos({at_.x + x_, at_.y + y_});
        x_ += width + between_;
    }
    void close() {
        ImGui::SetCursorScreenPos(at_);
        ImGui::Dummy({room_, y_ + height_});
    }

private:
    ImVec2 at_;
    float room_, height_, between_;
    float x_ = 0, y_ = 0;
};

std::string count_of(const Chip& chip) {
    if (!chip.count) return {};
    return *chip.count > 9999 ? "9999+" : std::to_string(*chip.count);
}

struct Widths {
    float mark, words, count, whole;
};

Widths widths_of(const Chip& chip, bool on, float padding, Type type) {
    Widths w{};
    w.mark = on ? px(22) : 0;
    w.words = measure(type, chip.text).width;
    const std::string count = count_of(chip);
    w.count = count.empty() ? 0 : measure(Type::Small, count).width + px(8);
    w.whole = w.mark + w.words + w.count + px(2 * padding);
    return w;
}

bool one_chip(const std::string& name, const Chip& chip, bool on, const Widths& w) {
    const bool pressed = keyboard::pressable(chip.key.c_str(), w.whole, px(kControl));
    const Palette& p = palette();
    const Rect item = last_item();
    const float middle = (item.top + item.bottom) / 2;
    const Rect box{item.left, middle - px(kChip / 2), item.right, middle + px(kChip / 2)};
    const bool hovered = ImGui::IsItemHovered();
    fill(box, on ? p.primary_soft : hovered ? p.sunken : p.surface, kChip / 2);
    outline(box, on || hovered ? p.primary : p.button_border, kChip / 2, on ? 1.5F : 1.0F);
    const float left = px(14);
    const Colour colour = on ? p.primary : p.text;
    if (on) tick(box.left + left + px(6), middle, 13, colour);
    text_left(box, left + w.mark, Type::Medium, colour, chip.text);
    if (w.count > 0) {
        text_left(box, left + w.mark + w.words + px(8), Type::Small, on ? p.primary : p.muted,
                  count_of(chip));
    }
    focus_ring_at(box, kChip / 2);
    probe::note("chip", name, on ? "on" : "off");
    return pressed;
}

std::optional<std::string> all_chips(const std::string& key, const std::vector<Chip>& all,
                                     const std::vector<std::string>& chosen) {
    std::optional<std::string> pressed;
    ImGui::PushID(key.c_str());
    Lines lines(px(kControl), px(kBetween));
    for (const Chip& chip : all) {
        const bool on = std::find(chosen.begin(), chosen.end(), chip.key) != chosen.end();
        const Widths w = widths_of(chip, on, 14, Type::Medium);
        lines.place(w.whole);
        if (one_chip(key + "/" + chip.key, chip, on, w)) pressed = chip.key;
    }
    lines.close();
    ImGui::PopID();
    return pressed;
}

bool one_tab(const std::string& name, const Chip& chip, bool open, const Widths& w) {
    const bool pressed = keyboard::pressable(chip.key.c_str(), w.whole, px(kControl));
    const Palette& p = palette();
    const Rect box = last_item();
    if (!open && ImGui::IsItemHovered()) fill(box, p.sunken, kRounding);
    const Colour colour = open ? p.primary : p.text;
    const float left = px(14);
    text_left(box, left, open ? Type::Strong : Type::Medium, colour, chip.text);
    if (w.count > 0) {
        text_left(box, left + w.words + px(8), Type::Small, open ? p.primary : p.muted,
                  count_of(chip));
    }
    if (open)
        fill({box.left + px(6), box.bottom - px(3), box.right - px(6), box.bottom}, colour, 1.5F);
    focus_ring();
    probe::note("tab", name, open ? "open" : "");
    return pressed;
}

}  // namespace

std::optional<std::string> chips(const std::string& key, const std::vector<Chip>& all,
                                 const std::string& chosen) {
    return all_chips(key, all, {chosen});
}

std::optional<std::string> chips(const std::string& key, const std::vector<Chip>& all,
                                 const std::vector<std::string>& chosen) {
    return all_chips(key, all, chosen);
}

std::optional<std::string> tabs(const std::string& key, const std::vector<Chip>& all,
                                const std::string& open) {
    std::optional<std::string> pressed;
    ImGui::PushID(key.c_str());
    Lines lines(px(kControl + 2), px(4));
    for (const Chip& chip : all) {
        // As wide as when open, so that nothing moves when another is opened.
        Widths w = widths_of(chip, false, 14, Type::Strong);
        lines.place(w.whole);
        if (one_tab(key + "/" + chip.key, chip, chip.key == open, w)) pressed = chip.key;
    }
    lines.close();
    const Rect whole = last_item();
    line(whole.left, whole.bottom - px(1.5F), whole.left + available(), whole.bottom - px(1.5F),
         palette().border);
    ImGui::PopID();
    return pressed;
}

}  // namespace ui
