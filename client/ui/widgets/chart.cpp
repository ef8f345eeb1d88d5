#include "client/ui/widgets/chart.h"

#include "client/ui/draw.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float kReach = 40;  // of a point to the left and right of it

class Frame {
public:
    Frame(const Chart& chart, const Rect& whole);
    void draw_axes() const;
    void draw_bands() const;
    void draw_curves() const;
    void draw_points(std::optional<std::size_t> selected) const;
    void draw_value(const ChartPoint& point) const;
    std::optional<std::size_t> press_points(const std::string& key,
                                            std::optional<std::size_t> selected) const;

private:
    ImVec2 at(Spot spot) const;
    void polyline(const std::vector<Spot>& spots, Colour colour, float thickness) const;
    void draw_labels() const;
    Rect reach_of(std::size_t point) const;
    const Chart& chart_;
    Rect plot_;
};

ImDrawList& list() {
    return *ImGui::GetWindowDrawList();
}

float widest_of(const std::vector<Tick>& ticks) {
    float width = 0;
    for (const Tick& each : ticks) width = std::max(width, measure(Type::Small, each.text).width);
    return width;
}

Frame::Frame(const Chart& chart, const Rect& whole) : chart_(chart), plot_(whole) {
    float labels = 0;
    for (const Curve& each : chart.curves) {
        labels = std::max(labels, measure(Type::Small, each.label).width);
    }
    const float line_height = measure(Type::Small, "0").height;
    plot_.left += widest_of(chart.y_ticks) + px(12);
    plot_.right -= labels + px(labels > 0 ? 12 : 8);
    plot_.top += chart.y_title.empty() ? px(8) : line_height + px(10);
    plot_.bottom -= line_height + px(10) + (chart.x_title.empty() ? 0 : line_height + px(2));
}

ImVec2 Frame::at(Spot spot) const {
    const float x = (spot.x - chart_.low.x) / (chart_.high.x - chart_.low.x);
    const float y = (spot.y - chart_.low.y) / (chart_.high.y - chart_.low.y);
    return {plot_.left + x * plot_.width(), plot_.bottom - y * plot_.height()};
}

void Frame::draw_axes() const {
    const Palette& p = palette();
    const float half = measure(Type::Small, "0").height / 2;
    for (const Tick& each : chart_.y_ticks) {
        const float y = std::round(at({0, each.at}).y);
        line(plot_.left, y, plot_.right, y, p.grid);
        text_at(plot_.left - px(8) - measure(Type::Small, each.text).width, y - half, Type::Small,
                p.muted, each.text);
    }
    for (const Tick& each : chart_.x_ticks) {
        const float x = std::round(at({each.at, 0}).x);
        line(x, plot_.top, x, plot_.bottom + px(4), p.grid);
        text_at(x - measure(Type::Small, each.text).width / 2, plot_.bottom + px(7), Type::Small,
                p.muted, each.text);
    }
    line(plot_.left, plot_.bottom, plot_.right, plot_.bottom, p.control_border);
    line(plot_.left, plot_.top, plot_.left, plot_.bottom, p.control_border);
    if (!chart_.y_title.empty()) {
        text_at(plot_.left - widest_of(chart_.y_ticks) - px(8), plot_.top - 2 * half - px(8),
                Type::Small, p.muted, chart_.y_title);
    }
    if (!chart_.x_title.empty()) {
        text_at(plot_.right - measure(Type::Small, chart_.x_title).width,
                plot_.bottom + px(9) + 2 * half, Type::Small, p.muted, chart_.x_title);
    }
}

void Frame::draw_bands() const {
    for (const Band& band : chart_.bands) {
        const auto& lower = chart_.curves[band.lower].spots;
        const auto& upper = chart_.curves[band.upper].spots;
        const Colour colour = faded(wash(band.tone));
        for (std::size_t i = 1; i < std::min(lower.size(), upper.size()); ++i) {
            const ImVec2 a = at(lower[i - 1]);
            const ImVec2 b = at(lower[i]);
            const ImVec2 c = at(upper[i]);
            const ImVec2 d = at(upper[i - 1]);
            // Without soft edges: they would show as seams between the pieces.
            list().PrimReserve(6, 4);
            const auto first = static_cast<ImDrawIdx>(list()._VtxCurrentIdx);
            for (const unsigned step : {0U, 1U, 2U, 0U, 2U, 3U}) {
                list().PrimWriteIdx(static_cast<ImDrawIdx>(first + step));
            }
            for (const ImVec2& corner : {a, b, c, d}) {
                list().PrimWriteVtx(corner, ImGui::GetFontTexUvWhitePixel(), colour);
            }
        }
    }
}

void Frame::polyline(const std::vector<Spot>& spots, Colour colour, float thickness) const {
    for (const Spot& each : spots) list().PathLineTo(at(each));
    list().PathStroke(faded(colour), 0, px(thickness));
}

void Frame::draw_curves() const {
    ImGui::PushClipRect({plot_.left, plot_.top}, {plot_.right + 1, plot_.bottom + 1}, true);
    draw_bands();
    for (const Curve& each : chart_.curves) {
        polyline(each.spots, ink(each.tone), each.strong ? 2.0F : 1.2F);
    }
    ImGui::PopClipRect();
    draw_labels();
}

// At the right ends of the curves, pushed apart where curves run together.
void Frame::draw_labels() const {
    std::vector<std::pair<float, const Curve*>> ends;
    for (const Curve& each : chart_.curves) {
        if (!each.spots.empty()) ends.emplace_back(at(each.spots.back()).y, &each);
    }
    std::sort(ends.begin(), ends.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    const float height = measure(Type::Small, "0").height;
    float free_from = plot_.top - height / 2;
    for (const auto& [y, curve] : ends) {
        const float top = std::max(free_from, y - height / 2);
        text_at(plot_.right + px(8), top, Type::Small, ink(curve->tone), curve->label);
        free_from = top + height;
    }
}

void Frame::draw_points(std::optional<std::size_t> selected) const {
    const Palette& p = palette();
    for (const ChartPoint& each : chart_.points) list().PathLineTo(at(each.at));
    list().PathStroke(faded(p.text), 0, px(2.2F));
    for (std::size_t i = 0; i < chart_.points.size(); ++i) {
        const ImVec2 place = at(chart_.points[i].at);
        const bool here = selected == i;
        const Colour colour =
            chart_.points[i].tone == Tone::Info ? p.text : ink(chart_.points[i].tone);
        circle(place.x, place.y, here ? 8.5F : 6.5F, p.surface);
        circle(place.x, place.y, here ? 6.5F : 4.5F, colour);
    }
}

void Frame::draw_value(const ChartPoint& point) const {
    const Size size = measure(Type::Small, point.value);
    const ImVec2 place = at(point.at);
    const float width = size.width + px(20);
    const float left =
        std::clamp(place.x - width / 2, plot_.left, std::max(plot_.left, plot_.right - width));
    const bool above = place.y - px(48) > plot_.top;
    const float top = above ? place.y - px(46) : place.y + px(16);
    const Rect box{left, top, left + width, top + px(30)};
    fill(box, palette().text, 6);
    text_centred(box, Type::Small, palette().surface, point.value);
}

// Strips that never overlap: half the way to the neighbours, and not further than a finger.
Rect Frame::reach_of(std::size_t point) const {
    const auto x_of = [&](std::size_t i) { return at(chart_.points[i].at).x; };
    const float x = x_of(point);
    float left = std::max(plot_.left - px(22), x - px(kReach));
    float right = std::min(plot_.right + px(22), x + px(kReach));
    if (point > 0) left = std::max(left, (x_of(point - 1) + x) / 2);
    if (point + 1 < chart_.points.size()) right = std::min(right, (x_of(point + 1) + x) / 2);
    return {left, plot_.top, std::max(right, left + px(4)), plot_.bottom};
}

std::optional<std::size_t> Frame::press_points(const std::string& key,
                                               std::optional<std::size_t> selected) const {
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < chart_.points.size(); ++i) {
        const ChartPoint& point = chart_.points[i];
        const Rect reach = reach_of(i);
        ImGui::SetCursorScreenPos({reach.left, reach.top});
        if (keyboard::pressable(point.key.c_str(), reach.width(), reach.height())) pressed = i;
        const ImVec2 place = at(point.at);
        if (ImGui::IsItemHovered() && selected != i)
            ring(place.x, place.y, 9, palette().text, 1.5F);
        focus_ring_at({place.x - px(9), place.y - px(9), place.x + px(9), place.y + px(9)}, 9);
        probe::note("point", key + "/" + point.key, point.value);
    }
    return pressed;
}

}  // namespace

std::vector<Tick> whole_ticks(int from, int to, int step) {
    std::vector<Tick> ticks;
    for (int at = from; at <= to; at += step) {
        ticks.push_back({static_cast<float>(at), std::to_string(at)});
    }
    return ticks;
}

std::optional<std::size_t> line_chart(const std::string& key, const Chart& chart,
                                      std::optional<std::size_t> selected) {
    const ImVec2 top_left = ImGui::GetCursorScreenPos();
    const float width = available();
    const Rect whole{top_left.x, top_left.y, top_left.x + width, top_left.y + px(chart.height)};
    const Frame frame(chart, whole);
    ImGui::PushID(key.c_str());
    frame.draw_axes();
    frame.draw_curves();
    frame.draw_points(selected);
    const std::optional<std::size_t> pressed = frame.press_points(key, selected);
    if (selected && *selected < chart.points.size()) frame.draw_value(chart.points[*selected]);
    ImGui::PopID();
    ImGui::SetCursorScreenPos(top_left);
    ImGui::Dummy({width, px(chart.height)});
    probe::note("chart", key,
                selected && *selected < chart.points.size() ? chart.points[*selected].value
                                                            : std::string());
    return pressed;
}

}  // namespace ui
