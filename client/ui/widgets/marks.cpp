#include "client/ui/widgets/marks.h"

#include "client/ui/draw.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float kStage = 28;
constexpr float kArrow = 34;
constexpr float kRail = 52;
constexpr float kTile = 88;

float stage_width(const std::string& name) {
    return measure(Type::Small, name).width + px(kStage + 20);
}

struct StagePaint {
    Colour ground, ink;
};

StagePaint paint_of(bool done, bool here, bool finished) {
    const Palette& p = palette();
    if (finished) return {p.ok_soft, p.ok};
    if (here) return {p.warn_soft, p.warn};
    if (done) return {p.primary_soft, p.primary};
    return {p.page, p.muted};
}

void draw_stage(float x, float y, const std::string& name, std::size_t number, bool done, bool here,
                bool finished) {
    const StagePaint paint = paint_of(done, here, finished);
    const Rect box{x, y, x + stage_width(name), y + px(kStage)};
    fill(box, paint.ground, kStage / 2);
    if (!done && !here) outline(box, palette().button_border, kStage / 2);
    const float middle = y + px(kStage / 2);
    const bool ticked = done || finished;
    const Rect mark{x + px(6), y, x + px(26), y + px(kStage)};
    if (ticked) tick((mark.left + mark.right) / 2, middle, 12, paint.ink);
    if (!ticked) text_centred(mark, Type::Small, paint.ink, std::to_string(number + 1));
    text_left(box, px(kStage + 4), Type::Small, paint.ink, name);
}

void draw_rail(const Rect& box, const TimelineRow& row) {
    const Palette& p = palette();
    const float x = box.left + px(20);
    const float y = box.top + px(26);
    if (!row.is_first) line(x, box.top, x, y, p.border, 2);
    if (!row.is_last) line(x, y, x, box.bottom, p.border, 2);
    circle(x, y, 16, p.surface);
    circle(x, y, 15, wash(row.tone));
    text_centred({x - px(16), y - px(16), x + px(16), y + px(16)}, Type::Small, ink(row.tone),
                 row.icon);
}

struct RowRoom {
    float left, width;  // of the words
    float detail_height, height;
};

RowRoom room_of(const TimelineRow& row, float whole) {
    RowRoom room{};
    room.left = px(kRail);
    const float pill =
        row.pill_text.empty() ? 0 : pill_width(row.pill_icon, row.pill_text) + px(10);
    room.width = whole - room.left - pill - (row.opens ? px(24) : 0);
    room.detail_height =
        row.detail.empty() ? 0 : wrapped_height(Type::Small, row.detail, room.width) + px(2);
    const float words = px(8) + (row.when.empty() ? 0 : measure(Type::Small, row.when).height) +
                        measure(Type::Strong, "A").height + room.detail_height;
    room.height = std::max(px(56), words + px(12));
    return room;
}

void draw_row_words(const Rect& box, const TimelineRow& row, const RowRoom& room) {
    const Palette& p = palette();
    const float left = box.left + room.left;
    float y = box.top + px(7);
    if (!row.when.empty()) {
        text_at(left, y, Type::Small, p.muted, fitted(Type::Small, row.when, room.width));
        y += measure(Type::Small, row.when).height;
    }
    text_at(left, y, Type::Strong, p.text, fitted(Type::Strong, row.title, room.width));
    y += measure(Type::Strong, "A").height + px(2);
    if (row.detail.empty()) return;
    text_block({left, y, left + room.width, y + room.detail_height}, Type::Small, p.muted,
               row.detail);
}

void draw_tile(const Rect& box, const Tile& tile) {
    const Palette& p = palette();
    const bool hovered = tile.opens && ImGui::IsItemHovered();
    fill(box, hovered ? p.primary_soft : p.surface, kCardRounding);
    outline(box, hovered ? p.primary : p.border, kCardRounding);
    const float inside = box.width() - px(32);
    text_at(box.left + px(16), box.top + px(10), Type::Huge, ink(tile.tone),
            fitted(Type::Huge, tile.figure, inside));
    const Rect words{box.left + px(16), box.top + px(54), box.right - px(16), box.bottom - px(8)};
    const float height = wrapped_height(Type::Small, tile.caption, words.width());
    text_block({words.left, words.top, words.right, words.top + std::max(height, px(18))},
               Type::Small, p.text, tile.caption);
    if (height > words.height() + 1) probe::note_clipped(tile.caption);
    if (tile.opens) chevron_right(box.right - px(16), box.top + px(30), p.muted);
}

float tile_height(const Tile& tile, float width) {
    return std::max(px(kTile), px(66) + wrapped_height(Type::Small, tile.caption, width - px(32)));
}

bool tile_of_height(const std::string& key, const Tile& tile, float width, float height) {
    bool pressed = false;
    if (tile.opens) {
        pressed = keyboard::pressable(key.c_str(), width, height);
    } else {
        ImGui::Dummy({width, height});
    }
    draw_tile(last_item(), tile);
    if (tile.opens) focus_ring_at(last_item(), kCardRounding);
    probe::note(tile.opens ? "tile" : "status", key, tile.figure);
    return pressed;
}

}  // namespace

void stages(const std::string& key, const std::vector<std::string>& names, std::size_t now) {
    float whole = 0;
    for (const std::string& name : names) whole += stage_width(name) + px(kArrow);
    const bool all = whole - px(kArrow) <= available();
    const bool finished = now + 1 == names.size();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float x = at.x;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!all && i != now) continue;
        draw_stage(x, at.y, names[i], i, i < now, i == now, finished && i == now);
        x += stage_width(names[i]);
        if (!all || i + 1 == names.size()) continue;
        const Colour colour = i < now ? palette().primary : palette().control_border;
        line(x + px(6), at.y + px(kStage / 2), x + px(kArrow - 10), at.y + px(kStage / 2), colour,
             1.5F);
        chevron_right(x + px(kArrow - 10), at.y + px(kStage / 2), colour);
        x += px(kArrow);
    }
    ImGui::Dummy({x - at.x, px(kStage)});
    probe::note("status", key, names[now]);
}

bool timeline_row(const std::string& key, const TimelineRow& row) {
    const float whole = available();
    const RowRoom room = room_of(row, whole);
    bool pressed = false;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    if (row.opens) {
        pressed = keyboard::pressable(key.c_str(), whole, room.height);
    } else {
        ImGui::Dummy({whole, room.height});
    }
    ImGui::PopStyleVar();
    const Rect box = last_item();
    if (row.opens && ImGui::IsItemHovered()) {
        fill({box.left + px(kRail - 8), box.top + px(2), box.right, box.bottom - px(2)},
             palette().sunken, kRounding);
    }
    draw_rail(box, row);
    draw_row_words(box, row, room);
    float right = box.right;
    if (row.opens) {
        chevron_right(right - px(8), box.top + px(26), palette().muted);
        right -= px(24);
    }
    if (!row.pill_text.empty()) {
        pill_at(right - pill_width(row.pill_icon, row.pill_text), box.top + px(12), row.pill_icon,
                row.pill_text, row.pill_tone);
    }
    if (row.opens) focus_ring();
    probe::note(row.opens ? "row" : "status", key, row.title);
    return pressed;
}

int number_tiles(const std::string& key, const std::vector<Tile>& tiles) {
    const float whole = available();
    const float narrowest = px(168);
    const auto fits = static_cast<std::size_t>((whole + px(12)) / (narrowest + px(12)));
    const std::size_t in_line = std::clamp<std::size_t>(fits, 1, tiles.size());
    const float width = std::floor((whole - px(12) * static_cast<float>(in_line - 1)) /
                                   static_cast<float>(in_line));
    int pressed = -1;
    float height = 0;
    for (const Tile& each : tiles) height = std::max(height, tile_height(each, width));
    for (std::size_t i = 0; i < tiles.size(); i += in_line) {
        Row row(12);
        for (std::size_t k = i; k < std::min(i + in_line, tiles.size()); ++k) {
            row.cell(width);
            if (tile_of_height(key + "/" + std::to_string(k), tiles[k], width, height)) {
                pressed = static_cast<int>(k);
            }
        }
    }
    return pressed;
}

}  // namespace ui
