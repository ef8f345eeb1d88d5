#include "client/pictures/hands.h"

#include "client/pictures/mother.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace pictures {

namespace {

constexpr float kOutline = 1.5F;

struct Limb {
    Point from;
    float radius_from;
    Point to;
    float radius_to;
};

Brush on_side(const Brush& brush, Side side, Point at) {
    const Brush placed = brush.at(moved(at.x, at.y));
    return side == Side::Right ? placed : placed.mirrored(0);
}

// First everything a little larger in the line's colour, then everything: one outline around all.
void draw_limbs(const Brush& brush, const std::vector<Limb>& limbs, const std::vector<Path>& more) {
    for (const Path& path : more) brush.stroke(path, Role::HandLine, 2 * kOutline);
    for (const Limb& limb : limbs) {
        brush.fill(pictures::limb(limb.from, limb.radius_from + kOutline, limb.to,
                                  limb.radius_to + kOutline),
                   Role::HandLine);
    }
    for (const Limb& limb : limbs)
        brush.fill(pictures::limb(limb.from, limb.radius_from, limb.to, limb.radius_to),
                   Role::Hand);
    for (const Path& path : more) brush.fill(path, Role::Hand);
}

// The bare part of the arm belongs to the hand's outline; the sleeve lies over it.
Limb forearm(Point wrist, Point elbow) {
    return {wrist, 15, elbow, 21};
}

void draw_sleeve(const Brush& brush, Point wrist, Point elbow) {
    const float length = std::hypot(elbow.x - wrist.x, elbow.y - wrist.y);
    const float degrees =
        std::atan2(elbow.y - wrist.y, elbow.x - wrist.x) * 180 / std::numbers::pi_v<float>;
    const Brush lying = brush.at(moved(wrist.x, wrist.y) * turned(degrees));
    const float cuff = 34;
    lying.fill(Path{{cuff, -19},
                    {{{cuff - 4, -8}, {cuff - 4, 8}, {cuff, 19}},
                     {{cuff, 19}, {length, 27}, {length, 27}},
                     {{length, 27}, {length, -27}, {length, -27}}},
                    true},
               Role::Sleeve);
    lying.stroke(
        Path{{cuff + 6, -18.5F}, {{{cuff + 2, -8}, {cuff + 2, 8}, {cuff + 6, 18.5F}}}, false},
        Role::SleeveFold, 2.4F);
}

void draw_nail(const Brush& brush, Point at, float degrees) {
    brush.fill(moved(at.x, at.y) * turned(degrees) * oval({0, 0}, 3, 4.2F), Role::HandShade);
}

}  // namespace

void draw_thumb_hand(const Brush& brush, Side side, Point at, Point thumb) {
    const Brush hand = on_side(brush, side, at);
    const Point tip = side == Side::Right ? thumb : Point{-thumb.x, thumb.y};
    hand.fill(oval({38, 44}, 30, 34), Role::SkinShade, 0.3F);
    draw_limbs(hand,
               {forearm({45, 76}, {94, 200}),
                {{33, 30}, 8.5F, {37, -12}, 6.5F},
                {{44, 29}, 8.5F, {55, -15}, 6.5F},
                {{54, 34}, 8, {72, -7}, 6.2F},
                {{61, 43}, 7.5F, {84, 9}, 5.6F},
                {{24, 50}, 12, {15, 28}, 8.5F},
                {{15, 28}, 8.5F, tip, 7.2F}},
               {path("M24 40 C24 24 46 20 58 28 C70 36 70 50 64 66 C60 78 34 82 26 70 "
                     "C18 62 20 50 24 40 Z")});
    draw_sleeve(hand, {45, 76}, {94, 200});
    draw_nail(hand, {37, -13}, 5);
    draw_nail(hand, {56, -16}, 14);
    draw_nail(hand, {73, -8}, 24);
    draw_nail(hand, {85, 8}, 34);
    draw_nail(hand, tip, -28);
    hand.stroke("M28 44 C30 52 34 56 40 58", Role::HandShade, 1.6F);
    for (const Point knuckle : {Point{35, 27}, Point{46, 26}, Point{57, 32}})
        hand.stroke(line({knuckle.x - 3, knuckle.y}, {knuckle.x + 3, knuckle.y + 1}),
                    Role::HandShade, 1.6F);
}

void draw_fist(const Brush& brush, Side side, Point at, float press) {
    for (int each = 1; each <= 2; ++each) {
        const float radius = 26 + press * 7 * static_cast<float>(each);
        brush.stroke(circle(at, radius), Role::Way, 2, 0.6F * press / static_cast<float>(each));
    }
    const Brush fist =
        on_side(brush, side, at).at(turned(12) * scaled(1 - 0.05F * press, 1 - 0.05F * press));
    fist.fill(oval({2, 6}, 28, 28), Role::SkinShade, 0.3F);
    draw_limbs(fist,
               {forearm({2, 34}, {40, 190}),
                {{-15, -12}, 8, {-14, 6}, 8},
                {{-4, -16}, 8.5F, {-4, 6}, 8.5F},
                {{8, -16}, 8.5F, {8, 6}, 8.5F},
                {{19, -11}, 7.5F, {18, 6}, 7.5F},
                {{-22, 16}, 8, {-19, -10}, 6.8F}},
               {path("M-22 0 C-22 -8 24 -8 26 0 C28 14 24 30 16 36 C6 40 -8 40 -16 34 "
                     "C-22 28 -24 12 -22 0 Z")});
    draw_sleeve(fist, {2, 40}, {40, 190});
    for (const float x : {-9.5F, 2.0F, 13.5F})
        fist.stroke(line({x, -14}, {x, -3}), Role::HandShade, 1.8F);
    draw_nail(fist, {-19, -11}, 8);
}

void draw_palm(const Brush& brush, Side side, Point at, float degrees, float lift) {
    const Turn raised = scaled(1 + 0.06F * lift, 1 + 0.06F * lift);
    const Brush hand = on_side(brush, side, at).at(turned(degrees) * raised);
    hand.fill(oval({0, 4 + 10 * lift}, 30, 42), Role::SkinShade, 0.3F * (1 - 0.5F * lift));
    draw_limbs(hand,
               {forearm({2, 44}, {20, 200}),
                {{-14, -4}, 7.5F, {-15, -40}, 6.2F},
                {{-3, -6}, 8, {-2, -48}, 6.5F},
                {{8, -5}, 8, {11, -44}, 6.3F},
                {{18, 0}, 7, {24, -30}, 5.6F},
                {{-12, 26}, 10, {-28, 6}, 7.5F},
                {{-28, 6}, 7.5F, {-34, -12}, 6.4F}},
               {path("M-20 4 C-22 -8 22 -10 25 4 C28 18 22 36 16 44 C8 50 -6 50 -12 44 "
                     "C-20 36 -20 18 -20 4 Z")});
    draw_sleeve(hand, {2, 44}, {20, 200});
    draw_nail(hand, {-15, -41}, -2);
    draw_nail(hand, {-2, -49}, 2);
    draw_nail(hand, {11, -45}, 5);
    draw_nail(hand, {24, -31}, 12);
    draw_nail(hand, {-34.5F, -13}, -18);
}

void draw_open_palm(const Brush& brush, Side side, Point at) {
    const Brush hand = on_side(brush, side, at).at(turned(8) * scaled(-1.35F, 1.35F));
    draw_limbs(hand,
               {forearm({2, 44}, {-8, 200}),
                {{-14, -4}, 7.5F, {-18, -38}, 6.2F},
                {{-3, -6}, 8, {-4, -46}, 6.5F},
                {{8, -5}, 8, {10, -43}, 6.3F},
                {{18, 0}, 7, {25, -29}, 5.6F},
                {{-12, 26}, 10, {-30, 8}, 7.5F},
                {{-30, 8}, 7.5F, {-40, -10}, 6.4F}},
               {path("M-20 4 C-22 -8 22 -10 25 4 C28 18 22 36 16 44 C8 50 -6 50 -12 44 "
                     "C-20 36 -20 18 -20 4 Z")});
    draw_sleeve(hand, {2, 44}, {-8, 200});
    hand.stroke("M-18 2 C-6 8 10 6 22 -1", Role::HandShade, 1.8F);
    hand.stroke("M-17 10 C-4 16 4 26 2 40", Role::HandShade, 1.8F);
    hand.fill(oval({6, 22}, 13, 9), Role::Oil);
    hand.stroke("M-1 19 C2 16 6 15 10 16", Role::White, 1.8F, 0.85F);
}

namespace {

float length_of(const std::vector<Point>& points) {
    float length = 0;
    for (std::size_t each = 1; each < points.size(); ++each) {
        length +=
            std::hypot(points[each].x - points[each - 1].x, points[each].y - points[each - 1].y);
    }
    return length;
}

// So far along, on straight pieces.
Point after(const std::vector<Point>& points, float walked) {
    for (std::size_t each = 1; each < points.size(); ++each) {
        const Point from = points[each - 1];
        const Point to = points[each];
        const float piece = std::hypot(to.x - from.x, to.y - from.y);
        if (walked <= piece) {
            const float part = piece > 0 ? walked / piece : 0;
            return {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
        }
        walked -= piece;
    }
    return points.back();
}

void draw_dashes(const Brush& brush, const std::vector<Point>& points, Role role, float width) {
    constexpr float kDash = 7;
    constexpr float kGap = 6.5F;
    const float length = length_of(points);
    for (float at = 0; at + kDash < length; at += kDash + kGap)
        brush.stroke(line(after(points, at), after(points, at + kDash)), role, width);
}

}  // namespace

void draw_way(const Brush& brush, const Path& way) {
    const std::vector<Point> points = flattened(way, 0.05F);
    draw_dashes(brush, points, Role::White, 6);
    draw_dashes(brush, points, Role::Way, 3.6F);
    const Point end = points.back();
    const Point before = points[points.size() - 2];
    const float degrees =
        std::atan2(end.y - before.y, end.x - before.x) * 180 / std::numbers::pi_v<float>;
    brush.at(moved(end.x, end.y) * turned(degrees)).fill("M10 0 L-5 -8 Q-2 0 -5 8 Z", Role::Way);
}

void draw_circling(const Brush& brush, Point at, float radius, bool is_clockwise) {
    const Brush placed =
        brush.at(moved(at.x, at.y) * scaled(is_clockwise ? radius : -radius, radius));
    placed.stroke("M0 -1 C0.55 -1 1 -0.55 1 0 C1 0.55 0.55 1 0 1 C-0.45 1 -0.8 0.75 -0.95 0.4",
                  Role::Way, 2.6F / radius);
    placed.fill("M-1.12 0 L-1.3 0.62 L-0.56 0.42 Z", Role::Way);
}

}  // namespace pictures
