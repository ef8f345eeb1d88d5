#include "client/ui/draw.h"
#include "client/ui/layout.h"
#include "client/ui/widgets/table.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float kGroupHead = 44;

struct Span {
    std::size_t from = 0, to = 0;
};

// For the keyboard: among so many rows one can be pressed, where a form has rows of words alone.
constexpr std::size_t kBeyond = 4;

// Those that touch the part of the screen that shows, and some more at each end.
Span span_in_sight(std::size_t count, float height, float top) {
    const Rect clip = clip_box();
    const auto at = [&](float y) {
        const float row = std::floor((y - top) / height);
        return static_cast<std::size_t>(std::clamp(row, 0.0F, static_cast<float>(count)));
    };
    const float more = static_cast<float>(kBeyond) * height;
    const std::size_t least = std::min(count, kBeyond);  // of a list that is out of sight
    const std::size_t from = std::min(at(clip.top - more), count - least);
    const std::size_t to = std::max(std::min(count, at(clip.bottom + more) + 1), least);
    return {from, std::max(from, to)};
}

void draw_group_head(const RowGroup& group) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = available();
    ImGui::Dummy({width, px(kGroupHead)});
    const Rect box{at.x, at.y + px(6), at.x + width, at.y + px(kGroupHead)};
    const float note = measure(Type::Small, group.note).width;
    text_left(box, 0, Type::Strong, palette().primary,
              fitted(Type::Strong, group.title, width - note - px(16)));
    text_left(box, width - note, Type::Small, palette().muted, group.note);
    line(at.x, box.bottom - px(1), at.x + width, box.bottom - px(1), palette().border);
}

void rows_from(std::size_t first, std::size_t count, float height,
               const std::function<void(std::size_t)>& draw) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Span span = span_in_sight(count, height, at.y);
    for (std::size_t i = span.from; i < span.to; ++i) {
        ImGui::SetCursorScreenPos({at.x, at.y + static_cast<float>(i) * height});
        draw(first + i);
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({available(), static_cast<float>(count) * height});
}

}  // namespace

void rows_in_sight(std::size_t count, float height, const std::function<void(std::size_t)>& draw) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    rows_from(0, count, height, draw);
    ImGui::PopStyleVar();
}

void grouped_rows(const std::vector<RowGroup>& groups, float height,
                  const std::function<void(std::size_t)>& draw) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const Rect clip = clip_box();
    std::size_t first = 0;
    for (const RowGroup& group : groups) {
        const float top = ImGui::GetCursorScreenPos().y;
        const float whole = px(kGroupHead) + static_cast<float>(group.count) * height;
        const bool in_sight = top + whole >= clip.top - height && top <= clip.bottom + height;
        if (in_sight) {
            draw_group_head(group);
            rows_from(first, group.count, height, draw);
        } else {
            ImGui::Dummy({available(), whole});
        }
        first += group.count;
    }
    ImGui::PopStyleVar();
}

}  // namespace ui
