#include "client/ui/widgets/takeover.h"

#include "client/ui/draw.h"
#include "client/ui/look.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

TakeoverBand kept_band = nullptr;

// Last, so that what is scrolled passes under it.
void draw_kept_band() {
    if (kept_band == nullptr) return;
    const ImVec2 at = ImGui::GetWindowPos();
    const float bar = ImGui::GetScrollMaxY() > 0 ? ImGui::GetStyle().ScrollbarSize : 0;
    kept_band({at.x, at.y, at.x + ImGui::GetWindowWidth() - bar, at.y + px(kTakeoverBand)});
}

// The shape of a stop sign, or of a warning sign on the road.
void draw_shape(float x, float y, float radius, bool is_watch) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const int corners = is_watch ? 3 : 8;
    const float step = 6.283185F / static_cast<float>(corners);
    const float first = is_watch ? -1.570796F : step / 2;
    for (int corner = 0; corner < corners; ++corner) {
        const float angle = first + static_cast<float>(corner) * step;
        list.PathLineTo({x + std::cos(angle) * radius, y + std::sin(angle) * radius});
    }
    list.PathFillConvex(faded(palette().alarm_mark));
}

// Its exclamation mark is drawn: it must not hang on a font.
void draw_mark(float x, float y, float radius, bool is_watch) {
    draw_shape(x, y, radius, is_watch);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (is_watch) radius *= 0.7F;  // a triangle is narrow above
    const Colour ink = palette().on_alarm_mark;
    const float half = radius * 0.11F;
    list.AddRectFilled({x - half, y - radius * 0.52F}, {x + half, y + radius * 0.14F}, ink, half);
    list.AddCircleFilled({x, y + radius * 0.42F}, radius * 0.14F, ink);
}

void draw_words(const TakeoverStyle& style, float width) {
    const Palette& p = palette();
    const Type type = is_narrow() ? Type::Title : Type::Huge;
    if (!style.above.empty()) text(Type::Strong, p.on_alarm, style.above, width);
    text(type, p.on_alarm, style.first_line, width);
    if (!style.detail.empty()) text(Type::Section, p.on_alarm, style.detail, width);
}

}  // namespace

void keep_over_takeovers(TakeoverBand band) {
    kept_band = band;
}

Takeover::Takeover(const char* key, const TakeoverStyle& style)
    : overlay_(key, style.is_watch ? palette().warn : palette().alarm) {
    no_toast_now();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(12), px(8)});
    const float window = ImGui::GetWindowWidth() - ImGui::GetStyle().ScrollbarSize;
    const float width = std::min(px(style.width), window - px(32));
    const float left = (ImGui::GetWindowWidth() - width) / 2;
    const float band = kept_band == nullptr ? 0 : px(kTakeoverBand);
    ImGui::SetCursorPos({left, band + px(is_narrow() ? 20 : 36)});
    const float radius = px(is_narrow() ? 26 : 36);
    {
        Row row(18);
        row.cell(2 * radius);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        draw_mark(at.x + radius, at.y + radius, radius, style.is_watch);
        ImGui::Dummy({2 * radius, 2 * radius});
        row.cell(width - 2 * radius - px(18));
        draw_words(style, available());
    }
    probe::note("takeover", key, style.first_line);
    ImGui::SetCursorPosX(left);
    push_down(px(10));
    card_ = std::make_unique<Card>(width);
}

Takeover::~Takeover() {
    card_.reset();
    gap(20);
    ImGui::PopStyleVar();
    draw_kept_band();
}

}  // namespace ui
