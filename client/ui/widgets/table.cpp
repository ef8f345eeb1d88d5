#include "client/ui/widgets/table.h"

#include "client/ui/draw.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/look.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>

namespace ui {

namespace {

constexpr float kHead = 40;
constexpr float kPad = 12;
constexpr float kChevronRoom = 26;

// A cell that opens may lie on a row that opens: the cell is pressed then.
bool press_row(float width) {
#if IMGUI_VERSION_NUM >= 18970
    ImGui::SetNextItemAllowOverlap();
#endif
    const bool hit = keyboard::pressable("row", width, px(kControl));
#if IMGUI_VERSION_NUM < 18970
    ImGui::SetItemAllowOverlap();
#endif
    return hit;
}

// The columns that are shown, with their places for this frame.
struct Places {
    struct One {
        std::size_t column;
        float left, right;  // from the table's left edge
    };
    std::vector<One> all;
    float width = 0;
};

Places places_of(const std::vector<Column>& columns, bool rows_open) {
    Places places;
    places.width = available();
    const float room = places.width - (rows_open ? px(kChevronRoom) : 0);
    float fixed = 0;
    std::size_t sharing = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].only_if_wide && is_narrow()) continue;
        places.all.push_back({i, 0, 0});
        fixed += px(columns[i].width);
        if (columns[i].width <= 0) ++sharing;
    }
    const float left_over = std::max(0.0F, room - fixed);
    const float share = sharing > 0 ? left_over / static_cast<float>(sharing) : 0;
    // Fixed columns give way together where even they have no room.
    const float shrink = fixed > room ? room / fixed : 1;
    float x = 0;
    for (Places::One& each : places.all) {
        const float width = px(columns[each.column].width);
        each.left = x;
        x += width > 0 ? width * shrink : share;
        each.right = x;
    }
    return places;
}

void draw_in_cell(const Rect& box, const std::string& words, Type type, Colour colour,
                  bool at_right) {
    const float room = box.width() - px(2 * kPad);
    const std::string shown = fitted(type, words, room);
    const float indent = at_right ? box.width() - px(kPad) - measure(type, shown).width : px(kPad);
    text_left(box, indent, type, colour, shown);
}

void draw_head(const std::vector<Column>& columns, const Places& places, float x, float y) {
    const Palette& p = palette();
    fill({x, y, x + places.width, y + px(kHead)}, p.sunken, 6);
    for (const Places::One& each : places.all) {
        draw_in_cell({x + each.left, y, x + each.right, y + px(kHead)}, columns[each.column].title,
                     Type::Small, p.muted, columns[each.column].is_number);
    }
    line(x, y + px(kHead), x + places.width, y + px(kHead), p.border);
}

class Rows {
public:
    Rows(const std::string& key, const std::vector<Column>& columns, const Places& places,
         const CellOf& cell, const TableStyle& style)
        : key_(key), columns_(columns), places_(places), cell_(cell), style_(style) {}
    void draw(std::size_t row);
    std::optional<TablePress> pressed;

private:
    void draw_ground(const Rect& box, std::size_t row) const;
    void draw_cell(const Rect& box, const std::string& name, std::size_t row, std::size_t column);
    bool press_cell(const Rect& box, const std::string& name, const Cell& cell, bool at_right);
    const std::string& key_;
    const std::vector<Column>& columns_;
    const Places& places_;
    const CellOf& cell_;
    const TableStyle& style_;
};

void Rows::draw_ground(const Rect& box, std::size_t row) const {
    const Palette& p = palette();
    if (style_.rows_open && ImGui::IsItemHovered()) {
        fill(box, p.primary_soft, 6);
    } else if (style_.zebra && row % 2 == 1) {
        fill(box, p.sunken, 6);
    }
    if (!style_.zebra) line(box.left, box.bottom, box.right, box.bottom, p.border);
}

void Rows::draw(std::size_t row) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect box{at.x, at.y, at.x + places_.width, at.y + px(kControl)};
    const std::string name = style_.name ? style_.name(row) : key_ + "/" + std::to_string(row);
    ImGui::PushID(name.c_str());
    if (style_.rows_open) {
        if (press_row(places_.width)) pressed = TablePress{row};
        draw_ground(box, row);
        focus_ring();
        probe::note("row", name, {});
        chevron_right(box.right - px(12), (box.top + box.bottom) / 2, palette().muted);
    } else {
        ImGui::Dummy({places_.width, px(kControl)});
        draw_ground(box, row);
    }
    for (const Places::One& each : places_.all) {
        draw_cell({box.left + each.left, box.top, box.left + each.right, box.bottom},
                  name + "/" + std::to_string(each.column), row, each.column);
    }
    ImGui::PopID();
}

bool Rows::press_cell(const Rect& box, const std::string& name, const Cell& cell, bool at_right) {
    ImGui::SetCursorScreenPos({box.left, box.top});
    const bool hit = keyboard::pressable(name.c_str(), box.width(), box.height());
    const Palette& p = palette();
    const Rect inner{box.left + px(3), box.top + px(4), box.right - px(3), box.bottom - px(4)};
    if (ImGui::IsItemHovered()) fill(inner, p.primary_soft, 6);
    const Colour colour = cell.tone ? ink(*cell.tone) : p.primary;
    draw_in_cell(box, cell.text, Type::Strong, colour, at_right);
    const float width =
        std::min(measure(Type::Strong, cell.text).width, box.width() - px(2 * kPad));
    const float left = at_right ? box.right - px(kPad) - width : box.left + px(kPad);
    const float below = (box.top + box.bottom) / 2 + px(11);
    line(left, below, left + width, below, colour);
    focus_ring_at(inner, 6);
    probe::note("cell", name, cell.text);
    return hit;
}

void Rows::draw_cell(const Rect& box, const std::string& name, std::size_t row,
                     std::size_t column) {
    const Cell cell = cell_(row, column);
    const bool at_right = columns_[column].is_number;
    if (cell.opens) {
        if (press_cell(box, name, cell, at_right)) pressed = TablePress{row, column};
        return;
    }
    const Colour colour = cell.tone ? ink(*cell.tone) : palette().text;
    const std::string icon = cell.icon;
    draw_in_cell(box, icon.empty() ? cell.text : icon + "  " + cell.text,
                 cell.strong ? Type::Strong : Type::Body, colour, at_right);
    probe::note_at("cell", name, cell.text, box);
}

}  // namespace

std::optional<TablePress> table(const std::string& key, const std::vector<Column>& columns,
                                std::size_t rows, const CellOf& cell, const TableStyle& style) {
    const Places places = places_of(columns, style.rows_open);
    ImGui::PushID(key.c_str());
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy({places.width, px(kHead)});
    Rows drawn(key, columns, places, cell, style);
    rows_in_sight(rows, px(kControl), [&](std::size_t row) { drawn.draw(row); });
    const float last = ImGui::GetCursorScreenPos().y - px(kHead + kControl);
    draw_head(columns, places, at.x, std::clamp(clip_box().top, at.y, std::max(at.y, last)));
    ImGui::PopStyleVar();
    ImGui::PopID();
    return drawn.pressed;
}

}  // namespace ui
