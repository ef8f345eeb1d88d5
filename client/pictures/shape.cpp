#include "client/pictures/shape.h"

#include <cmath>
#include <numbers>

namespace pictures {

namespace {

// A quarter of a circle as one curve: how far its controls lie, in radii.
constexpr float kQuarter = 0.5522848F;

float radians(float degrees) {
    return degrees * std::numbers::pi_v<float> / 180;
}

Curve straight(Point from, Point to) {
    return {{from.x + (to.x - from.x) / 3, from.y + (to.y - from.y) / 3},
            {from.x + (to.x - from.x) * 2 / 3, from.y + (to.y - from.y) * 2 / 3},
            to};
}

}  // namespace

Turn moved(float x, float y) {
    return {1, 0, 0, 1, x, y};
}

Turn turned(float degrees) {
    const float sine = std::sin(radians(degrees));
    const float cosine = std::cos(radians(degrees));
    return {cosine, sine, -sine, cosine, 0, 0};
}

Turn scaled(float x, float y) {
    return {x, 0, 0, y, 0, 0};
}

Turn operator*(const Turn& after, const Turn& before) {
    return {after.a * before.a + after.c * before.b,
            after.b * before.a + after.d * before.b,
            after.a * before.c + after.c * before.d,
            after.b * before.c + after.d * before.d,
            after.a * before.e + after.c * before.f + after.e,
            after.b * before.e + after.d * before.f + after.f};
}

Point operator*(const Turn& turn, Point point) {
    return {turn.a * point.x + turn.c * point.y + turn.e,
            turn.b * point.x + turn.d * point.y + turn.f};
}

Path operator*(const Turn& turn, Path path) {
    path.start = turn * path.start;
    for (Curve& curve : path.curves) {
        curve = {turn * curve.control1, turn * curve.control2, turn * curve.end};
    }
    return path;
}

Path oval(Point middle, float radius_x, float radius_y) {
    const float along = kQuarter * radius_x;
    const float down = kQuarter * radius_y;
    const auto at = [&](float x, float y) { return middle + Point{x, y}; };
    return {at(radius_x, 0),
            {{at(radius_x, down), at(along, radius_y), at(0, radius_y)},
             {at(-along, radius_y), at(-radius_x, down), at(-radius_x, 0)},
             {at(-radius_x, -down), at(-along, -radius_y), at(0, -radius_y)},
             {at(along, -radius_y), at(radius_x, -down), at(radius_x, 0)}},
            true};
}

Path circle(Point middle, float radius) {
    return oval(middle, radius, radius);
}

Path limb(Point from, float radius_from, Point to, float radius_to) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (length < 1e-3F) return circle(from, std::max(radius_from, radius_to));
    const float near = kQuarter * radius_from;
    const float far = kQuarter * radius_to;
    // Drawn lying along the x axis, then turned into place.
    const Path lying = {
        {0, -radius_from},
        {straight({0, -radius_from}, {length, -radius_to}),
         {{length + far, -radius_to}, {length + radius_to, -far}, {length + radius_to, 0}},
         {{length + radius_to, far}, {length + far, radius_to}, {length, radius_to}},
         straight({length, radius_to}, {0, radius_from}),
         {{-near, radius_from}, {-radius_from, near}, {-radius_from, 0}},
         {{-radius_from, -near}, {-near, -radius_from}, {0, -radius_from}}},
        true};
    const float sine = (to.y - from.y) / length;
    const float cosine = (to.x - from.x) / length;
    return Turn{cosine, sine, -sine, cosine, from.x, from.y} * lying;
}

Path line(Point from, Point to) {
    return {from, {straight(from, to)}, false};
}

Path rounded_box(Point corner, float width, float height, float radius) {
    const float rest = radius * (1 - kQuarter);
    const float right = corner.x + width;
    const float bottom = corner.y + height;
    const Point begin = {corner.x + radius, corner.y};
    return {begin,
            {straight(begin, {right - radius, corner.y}),
             {{right - rest, corner.y}, {right, corner.y + rest}, {right, corner.y + radius}},
             straight({right, corner.y + radius}, {right, bottom - radius}),
             {{right, bottom - rest}, {right - rest, bottom}, {right - radius, bottom}},
             straight({right - radius, bottom}, {corner.x + radius, bottom}),
             {{corner.x + rest, bottom}, {corner.x, bottom - rest}, {corner.x, bottom - radius}},
             straight({corner.x, bottom - radius}, {corner.x, corner.y + radius}),
             {{corner.x, corner.y + rest}, {corner.x + rest, corner.y}, begin}},
            true};
}

}  // namespace pictures
