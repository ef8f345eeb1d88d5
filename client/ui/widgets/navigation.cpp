#include "client/ui/widgets/navigation.h"

#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/look.h"

#include <imgui.h>

#include <algorithm>

namespace ui {

namespace {

constexpr float kRail = 92;
constexpr float kRailOfRow = 144;  // the foot's three places side by side, 44 px each
constexpr float kRailOfTwo = 164;  // the places in two columns
constexpr float kRailPlace = 56;   // at most; 44 where the window is low
constexpr float kPlaceGap = 2;
constexpr float kBrand = 60;
constexpr float kUser = 64;

void draw_mark(float x, float y) {
    const Rect mark{x, y, x + px(36), y + px(36)};
    fill(mark, palette().primary, 10);
    text_centred(mark, Type::Medium, palette().on_primary, icon::kHeart);
}

void draw_brand(const std::string& unit) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_mark(at.x + px(4), at.y);
    const Palette& p = palette();
    const float room = available() - px(56);
    text_at(at.x + px(52), at.y, Type::Strong, p.nav_text, "Kawan ASI");
    text_at(at.x + px(52), at.y + px(20), Type::Small, p.nav_muted,
            fitted(Type::Small, unit, room));
    ImGui::SetCursorScreenPos({at.x, at.y + px(kBrand)});
}

void draw_user(const std::string& user) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Palette& p = palette();
    line(at.x, at.y + px(8), at.x + available(), at.y + px(8), p.nav_selected);
    circle(at.x + px(22), at.y + px(38), 18, p.nav_selected);
    text_centred({at.x + px(4), at.y + px(20), at.x + px(40), at.y + px(56)}, Type::Medium,
                 p.nav_text, icon::kUser);
    text_left({at.x, at.y + px(20), at.x + available(), at.y + px(56)}, px(50), Type::Medium,
              p.nav_text, fitted(Type::Medium, user, available() - px(52)));
}

void draw_badge(float right, float middle, int badge, float height) {
    const std::string number = badge > 999 ? "999+" : std::to_string(badge);
    const float width = std::max(measure(Type::Small, number).width + px(12), px(height));
    const Rect box{right - width, middle - px(height / 2), right, middle + px(height / 2)};
    fill(box, palette().badge, height / 2);
    text_centred(box, Type::Small, palette().on_badge, number);
}

void draw_ground(const Rect& box, bool is_here) {
    const Palette& p = palette();
    if (is_here) {
        fill(box, p.nav_selected, kRounding);
        fill({box.left, box.top + px(10), box.left + px(3), box.bottom - px(10)}, p.nav_mark, 2);
    } else if (ImGui::IsItemHovered()) {
        fill(box, p.nav_hover, kRounding);
    }
}

bool wide_place(const NavPlace& place, float height) {
    const bool pressed = keyboard::pressable(place.label.key.c_str(), available(), height);
    const Rect box = last_item();
    const Palette& p = palette();
    draw_ground(box, place.is_here);
    text_left(box, px(14), Type::Medium, place.is_here ? p.nav_mark : p.nav_muted, place.icon);
    float room = box.width() - px(46 + 10);
    if (place.badge > 0) {
        draw_badge(box.right - px(10), (box.top + box.bottom) / 2, place.badge, 22);
        room -= px(44);
    } else if (!place.keys.empty()) {
        const float width = measure(Type::Small, place.keys).width;
        text_left(box, box.width() - width - px(12), Type::Small, p.nav_muted, place.keys);
        room -= width + px(8);
    }
    const Type type = place.is_here ? Type::Strong : Type::Medium;
    text_left(box, px(46), type, p.nav_text, fitted(type, place.label.text, room));
    return pressed;
}

bool rail_place(const NavPlace& place, float width, float height) {
    const bool pressed = keyboard::pressable(place.label.key.c_str(), width, height);
    const Rect box = last_item();
    const Palette& p = palette();
    draw_ground(box, place.is_here);
    const std::string& whole = place.short_text.empty() ? place.label.text : place.short_text;
    const std::string name = fitted(Type::Small, whole, box.width() - px(6));
    const float line_height = measure(Type::Small, name).height;
    const float icon_height = px(20);
    const float top = box.top + (height - icon_height - line_height) / 2;
    text_centred({box.left, top, box.right, top + icon_height}, Type::Medium,
                 place.is_here ? p.nav_mark : p.nav_muted, place.icon);
    text_centred({box.left, top + icon_height, box.right, top + icon_height + line_height},
                 Type::Small, p.nav_text, name);
    if (place.badge > 0) draw_badge(box.right - px(4), top + px(6), place.badge, 18);
    if (ImGui::IsItemHovered() && name != place.label.text) {
        ImGui::SetTooltip("%s", place.label.text.c_str());
    }
    return pressed;
}

// A place of the foot where there is no room for its name: its icon, the name beside the mouse.
bool square_place(const NavPlace& place, float width, float height) {
    const bool pressed = keyboard::pressable(place.label.key.c_str(), width, height);
    const Rect box = last_item();
    draw_ground(box, place.is_here);
    text_centred(box, Type::Medium, place.is_here ? palette().nav_mark : palette().nav_muted,
                 place.icon);
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", place.label.text.c_str());
    return pressed;
}

// How the places stand: all in one column; where the window is too low for that, the foot in one
// row; where it is lower still, the places in two columns.
enum class Shape { Column, FootInRow, TwoColumns };

std::size_t rows_of(const NavStyle& style, Shape shape) {
    const std::size_t places = style.places.size();
    switch (shape) {
        case Shape::Column:
            return places + style.foot.size();
        case Shape::FootInRow:
            return places + 1;
        case Shape::TwoColumns:
            return (places + 1) / 2 + 1;
    }
    return places;
}

float least_height(std::size_t rows) {
    return static_cast<float>(rows) * px(kControl) + static_cast<float>(rows - 1) * px(kPlaceGap);
}

Shape shape_of(const NavStyle& style, bool rail, float whole) {
    if (!rail || style.foot.empty()) return Shape::Column;
    for (const Shape shape : {Shape::Column, Shape::FootInRow}) {
        if (least_height(rows_of(style, shape)) <= whole + 1) return shape;
    }
    return Shape::TwoColumns;
}

float width_of(Shape shape, bool rail) {
    if (!rail) return kNavWidth;
    switch (shape) {
        case Shape::Column:
            return kRail;
        case Shape::FootInRow:
            return kRailOfRow;
        case Shape::TwoColumns:
            return kRailOfTwo;
    }
    return kRail;
}

// How the window's height is shared out.
struct Heights {
    float place = 0, space = 0;  // of one place; between places and foot
    bool has_brand = true, has_user = true;
};

Heights heights_of(const NavStyle& style, Shape shape, bool rail, float whole) {
    Heights heights;
    const std::size_t rows = rows_of(style, shape);
    const float count = static_cast<float>(rows);
    heights.has_user = !rail && !style.user.empty();
    const auto others = [&] {
        return px(heights.has_brand ? kBrand : 0) + px(heights.has_user ? kUser : 0) +
               (count - 1) * px(kPlaceGap);
    };
    const float least = count * px(kControl);
    if (least + others() > whole) heights.has_user = false;
    if (least + others() > whole) heights.has_brand = false;
    const float most = px(rail ? kRailPlace : kControl);
    heights.place = std::clamp((whole - others()) / count, px(kControl), most);
    heights.space = std::max(0.0F, whole - others() - count * heights.place);
    return heights;
}

float last_width = 0;  // real pixels, of the navigation drawn last; the notes go by it

// The places or the foot, `columns` side by side.
void draw_side_by_side(const std::vector<NavPlace>& places, std::size_t columns, bool are_squares,
                       float height, std::optional<std::string>& pressed) {
    const float gap = px(kPlaceGap);
    const float width =
        (available() - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i % columns != 0) ImGui::SameLine(0, gap);
        const NavPlace& place = places[i];
        const bool hit =
            are_squares ? square_place(place, width, height) : rail_place(place, width, height);
        if (hit) pressed = place.label.key;
        focus_ring();
        probe::note("nav", place.label.key, place.is_here ? "selected" : "");
    }
}

}  // namespace

float nav_width() {
    return last_width > 0 ? last_width : px(is_narrow() ? kRail : kNavWidth);
}

std::optional<std::string> navigation(const NavStyle& style) {
    const bool rail = is_narrow();
    std::optional<std::string> pressed;
    const float pad_y = rail ? 2 : 12;
    const float whole = ImGui::GetContentRegionAvail().y - px(2 * pad_y);
    const Shape shape = shape_of(style, rail, whole);
    const float pad = !rail ? 12 : shape == Shape::Column ? 6 : 4;
    last_width = px(width_of(shape, rail));
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, px(6));
    const Pane pane("nav",
                    {.width = last_width, .pad_x = pad, .pad_y = pad_y, .ground = palette().nav});
    ImGui::PopStyleVar();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(kPlaceGap)});
    const Heights heights = heights_of(style, shape, rail, whole);
    if (heights.has_brand && !rail) draw_brand(style.unit);
    if (heights.has_brand && rail) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        draw_mark(at.x + (available() - px(36)) / 2, at.y);
        ImGui::SetCursorScreenPos({at.x, at.y + px(kBrand)});
    }
    const auto draw = [&](const NavPlace& place) {
        const bool hit =
            rail ? rail_place(place, available(), heights.place) : wide_place(place, heights.place);
        if (hit) pressed = place.label.key;
        focus_ring();
        probe::note("nav", place.label.key, place.is_here ? "selected" : "");
    };
    if (shape == Shape::TwoColumns) {
        draw_side_by_side(style.places, 2, false, heights.place, pressed);
    } else {
        for (const NavPlace& place : style.places) draw(place);
    }
    push_down(heights.space);
    if (shape == Shape::Column) {
        for (const NavPlace& place : style.foot) draw(place);
    } else {
        draw_side_by_side(style.foot, style.foot.size(), true, px(kControl), pressed);
    }
    if (heights.has_user) draw_user(style.user);
    ImGui::PopStyleVar();
    if (keyboard::function_key(6)) keyboard::go_to_page();
    keyboard::page_begins();
    return pressed;
}

}  // namespace ui
