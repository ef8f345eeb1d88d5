// M01 to M06. `part` is how much of the loop has passed, 0 to 1; at 1 all is again as at 0.
#include "client/pictures/hands.h"
#include "client/pictures/mother.h"
#include "client/pictures/scenes.h"

#include <array>
#include <cmath>
#include <numbers>

namespace pictures {

namespace {

constexpr float kTwoPi = 2 * std::numbers::pi_v<float>;
constexpr float kWorking = 0.82F;  // of a loop; then the hands lift and go back

float eased(float part) {
    return part * part * (3 - 2 * part);
}

Point between(Point one, Point other, float part) {
    return {one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part};
}

Point on_way(const Path& way, float part) {
    const float along = part * static_cast<float>(way.curves.size());
    const auto index = std::min(static_cast<std::size_t>(along), way.curves.size() - 1);
    const Point from = index == 0 ? way.start : way.curves[index - 1].end;
    const Curve& curve = way.curves[index];
    const float t = along - static_cast<float>(index);
    const Point a = between(from, curve.control1, t);
    const Point b = between(curve.control1, curve.control2, t);
    const Point c = between(curve.control2, curve.end, t);
    return between(between(a, b, t), between(b, c, t), t);
}

Path other_side(const Path& way) {
    return moved(2 * kSpine, 0) * scaled(-1, 1) * way;
}

// Both thumbs along `way` (the right one's), in `circles` small circles; then back through the air.
void draw_thumbs_along(const Brush& brush, const Path& way, int circles, float part) {
    draw_mother_at_table(brush);
    draw_way(brush, way);
    draw_way(brush, other_side(way));
    const bool is_working = part < kWorking;
    const float along =
        is_working ? part / kWorking : 1 - eased((part - kWorking) / (1 - kWorking));
    const float angle = is_working ? kTwoPi * static_cast<float>(circles) * part / kWorking : 0;
    const Point at = on_way(way, along);
    const Point right = {at.x, at.y};
    const Point left = {2 * kSpine - at.x, at.y};
    const Point round = {3.5F * std::sin(angle), -3.5F * std::cos(angle) + 3.5F};
    draw_thumb_hand(brush, Side::Right, right, round);
    draw_thumb_hand(brush, Side::Left, left, {-round.x, round.y});
    if (!is_working) return;
    draw_circling(brush, right, 13, true);
    draw_circling(brush, left, 13, false);
}

}  // namespace

void draw_thumbs_from_neck(const Brush& brush, float part) {
    draw_thumbs_along(brush, path("M217 122 C220 140 221 158 221 184"), 7, part);
}

void draw_thumbs_over_blades(const Brush& brush, float part) {
    const Path way = path("M217 118 C219 134 222 144 226 152 C234 161 244 168 248 182");
    draw_thumbs_along(brush, way, 7, part);
    // Its end lies beneath the hands.
    draw_way(brush, way);
    draw_way(brush, other_side(way));
}

void draw_thumbs_down(const Brush& brush, float part) {
    draw_thumbs_along(brush, path("M217 122 C220 150 221 190 221 230"), 9, part);
}

void draw_thumbs_up(const Brush& brush, float part) {
    draw_thumbs_along(brush, path("M221 230 C221 190 220 150 217 122"), 9, part);
}

void draw_fists(const Brush& brush, float part) {
    draw_mother_at_table(brush);
    constexpr std::array<Point, 6> kStations = {
        {{242, 156}, {264, 180}, {242, 188}, {254, 210}, {242, 222}, {242, 188}}};
    const float along = part * static_cast<float>(kStations.size());
    const auto index = static_cast<std::size_t>(along) % kStations.size();
    const float within = along - std::floor(along);
    // Press for the first 60 %, then go on to the next place.
    const float press = within < 0.6F ? std::sin(within / 0.6F * kTwoPi / 2) : 0;
    const float going = within < 0.6F ? 0 : eased((within - 0.6F) / 0.4F);
    const Point at = between(kStations[index], kStations[(index + 1) % kStations.size()], going);
    draw_fist(brush, Side::Right, at, press);
    draw_fist(brush, Side::Left, {2 * kSpine - at.x, at.y}, press);
}

void draw_sweeping(const Brush& brush, float part) {
    draw_mother_at_table(brush);
    const Path way = path("M240 152 C236 178 238 204 250 226");
    // Down beside the spine, back up on the outside.
    const float angle = kTwoPi * part;
    const float down = 0.5F - 0.5F * std::cos(angle);
    const bool is_down = part < 0.5F;
    const float lift = is_down ? 0 : std::sin(angle - kTwoPi / 2);
    Point at = on_way(way, down);
    at.x += 9 + 9 * lift;
    at.y += 8;
    draw_palm(brush, Side::Right, at, -4 + 16 * down, lift);
    draw_palm(brush, Side::Left, {2 * kSpine - at.x, at.y}, -4 + 16 * down, lift);
    draw_way(brush, way);
    draw_way(brush, other_side(way));
}

}  // namespace pictures
