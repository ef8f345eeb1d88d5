#include "client/guide/drawing.h"

#include "client/pictures/colours.h"
#include "client/ui/draw.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace guide {

namespace {

using pictures::Picture;
using pictures::Point;
using pictures::Shape;

constexpr float kErrorPixels = 0.25F;  // between a curve and its straight pieces
constexpr float kCornerRadius = 14;

ui::Colour colour_of(const Shape& shape) {
    const pictures::Colour colour = pictures::colour_of(shape.role);
    const auto alpha = static_cast<ui::Colour>(std::clamp(shape.opacity, 0.0F, 1.0F) * 255);
    return ui::faded(alpha << 24 | static_cast<ui::Colour>(colour.blue) << 16 |
                     static_cast<ui::Colour>(colour.green) << 8 | colour.red);
}

// Dear ImGui 1.86 fills convex shapes only: here triangles, and around them an edge of one pixel
// that fades out.
class Brush {
public:
    Brush(const ui::Rect& place)
        : place_(place),
          scale_(place.width() / Picture::kWidth),
          list_(*ImGui::GetWindowDrawList()),
          white_(ImGui::GetFontTexUvWhitePixel()) {}

    void draw(const Shape& shape) {
        const auto outline = pictures::flattened(shape.path, kErrorPixels / scale_);
        if (shape.stroke > 0) {
            stroke(shape, outline);
        } else if (outline.size() > 2) {
            fill(pictures::triangles(outline), colour_of(shape));
            soften(outline, colour_of(shape));
        }
    }

private:
    ImVec2 on_screen(Point point) const {
        return {place_.left + point.x * scale_, place_.top + point.y * scale_};
    }

    void stroke(const Shape& shape, const std::vector<Point>& outline) {
        std::vector<ImVec2> points;
        points.reserve(outline.size());
        for (const Point point : outline) points.push_back(on_screen(point));
        const float width = std::max(1.0F, shape.stroke * scale_);
        const ui::Colour colour = colour_of(shape);
        if (points.size() < 2) {
            list_.AddCircleFilled(points.front(), width / 2, colour);
            return;
        }
        const ImDrawFlags closed = shape.path.is_closed ? ImDrawFlags_Closed : ImDrawFlags_None;
        list_.AddPolyline(points.data(), static_cast<int>(points.size()), colour, closed, width);
        if (shape.path.is_closed || width < 2) return;
        list_.AddCircleFilled(points.front(), width / 2, colour);
        list_.AddCircleFilled(points.back(), width / 2, colour);
    }

    void fill(const std::vector<std::array<Point, 3>>& triangles, ui::Colour colour) {
        const int corners = static_cast<int>(triangles.size()) * 3;
        list_.PrimReserve(corners, corners);
        for (const auto& triangle : triangles) {
            for (const Point corner : triangle) list_.PrimVtx(on_screen(corner), white_, colour);
        }
    }

    void soften(const std::vector<Point>& outline, ui::Colour colour) {
        const std::size_t count = outline.size();
        const float side = turns_right(outline) ? 1.0F : -1.0F;
        const ui::Colour clear = colour & 0x00FFFFFFU;
        list_.PrimReserve(static_cast<int>(count) * 6, static_cast<int>(count) * 2);
        const unsigned first = list_._VtxCurrentIdx;
        for (std::size_t each = 0; each < count; ++each) {
            const ImVec2 at = on_screen(outline[each]);
            const Point out = outward(outline[(each + count - 1) % count], outline[each],
                                      outline[(each + 1) % count]);
            list_.PrimWriteVtx(at, white_, colour);
            list_.PrimWriteVtx({at.x + out.x * side, at.y + out.y * side}, white_, clear);
        }
        for (std::size_t each = 0; each < count; ++each) {
            const unsigned here = first + static_cast<unsigned>(each) * 2;
            const unsigned next = first + static_cast<unsigned>((each + 1) % count) * 2;
            for (const unsigned corner : {here, here + 1, next + 1, here, next + 1, next}) {
                list_.PrimWriteIdx(static_cast<ImDrawIdx>(corner));
            }
        }
    }

    static bool turns_right(const std::vector<Point>& outline) {
        float twice = 0;
        for (std::size_t each = 0; each < outline.size(); ++each) {
            const Point next = outline[(each + 1) % outline.size()];
            twice += outline[each].x * next.y - next.x * outline[each].y;
        }
        return twice > 0;
    }

    // One pixel out of the corner, for an outline that turns right on the screen.
    static Point outward(Point before, Point at, Point after) {
        const auto normal = [](Point from, Point to) {
            const float x = to.x - from.x;
            const float y = to.y - from.y;
            const float length = std::hypot(x, y);
            return length > 0 ? Point{y / length, -x / length} : Point{};
        };
        const Point one = normal(before, at);
        const Point other = normal(at, after);
        const Point sum{(one.x + other.x) / 2, (one.y + other.y) / 2};
        const float squared = sum.x * sum.x + sum.y * sum.y;
        const float lengthen = 1 / std::max(squared, 0.3F);
        return {sum.x * lengthen, sum.y * lengthen};
    }

    ui::Rect place_;
    float scale_;
    ImDrawList& list_;
    ImVec2 white_;
};

ui::Rect fitted(const ui::Rect& box) {
    const float scale = std::min(box.width() / Picture::kWidth, box.height() / Picture::kHeight);
    const float width = std::floor(Picture::kWidth * scale);
    const float height = std::floor(Picture::kHeight * scale);
    const float left = std::round(box.left + (box.width() - width) / 2);
    const float top = std::round(box.top + (box.height() - height) / 2);
    return {left, top, left + width, top + height};
}

// What lies outside the round corner, in the colour of the ground.
void round_off(const ui::Rect& place, ui::Colour ground) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float radius = ui::px(kCornerRadius);
    const auto corner = [&](ImVec2 at, float x, float y, int quarter) {
        list.PathLineTo(at);
        list.PathArcToFast({at.x + x * radius, at.y + y * radius}, radius, quarter * 3,
                           quarter * 3 + 3);
        list.PathFillConvex(ui::faded(ground));
    };
    corner({place.left, place.top}, 1, 1, 2);
    corner({place.right, place.top}, -1, 1, 3);
    corner({place.right, place.bottom}, -1, -1, 0);
    corner({place.left, place.bottom}, 1, -1, 1);
}

}  // namespace

ui::Rect draw_picture(const Picture& picture, const ui::Rect& box, ui::Colour ground) {
    const ui::Rect place = fitted(box);
    if (place.width() < 1) return place;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect({place.left, place.top}, {place.right, place.bottom}, true);
    Brush brush(place);
    for (const Shape& shape : picture.shapes) brush.draw(shape);
    round_off(place, ground);
    list.PopClipRect();
    return place;
}

}  // namespace guide
