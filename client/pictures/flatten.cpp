// Curves as straight pieces, outlines as triangles.
#include "client/pictures/shape.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pictures {

namespace {

constexpr int kPiecesMost = 24;

// How far the controls are from the straight line bounds how far the curve is.
int pieces(Point from, const Curve& curve, float error) {
    const auto bend = [](Point one, Point middle, Point other) {
        return std::hypot(one.x - 2 * middle.x + other.x, one.y - 2 * middle.y + other.y);
    };
    const float most = std::max(bend(from, curve.control1, curve.control2),
                                bend(curve.control1, curve.control2, curve.end));
    const float needed = std::sqrt(0.75F * most / error);
    return std::clamp(static_cast<int>(std::ceil(needed)), 1, kPiecesMost);
}

Point on(Point from, const Curve& curve, float t) {
    const float u = 1 - t;
    const float a = u * u * u;
    const float b = 3 * u * u * t;
    const float c = 3 * u * t * t;
    const float d = t * t * t;
    return {a * from.x + b * curve.control1.x + c * curve.control2.x + d * curve.end.x,
            a * from.y + b * curve.control1.y + c * curve.control2.y + d * curve.end.y};
}

float cross(Point origin, Point one, Point other) {
    return (one.x - origin.x) * (other.y - origin.y) - (one.y - origin.y) * (other.x - origin.x);
}

float area(const std::vector<Point>& outline) {
    float twice = 0;
    for (std::size_t each = 0; each < outline.size(); ++each) {
        const Point next = outline[(each + 1) % outline.size()];
        twice += outline[each].x * next.y - next.x * outline[each].y;
    }
    return twice / 2;
}

bool holds(const std::array<Point, 3>& ear, Point point) {
    return cross(ear[0], ear[1], point) >= 0 && cross(ear[1], ear[2], point) >= 0 &&
           cross(ear[2], ear[0], point) >= 0;
}

bool same(Point one, Point other) {
    return one.x == other.x && one.y == other.y;
}

// Cuts ears off an outline that turns so that cross() of its convex corners is positive.
class Ears {
public:
    explicit Ears(std::vector<Point> outline) : left_(std::move(outline)) {}

    std::vector<std::array<Point, 3>> cut() {
        std::vector<std::array<Point, 3>> made;
        std::size_t at = 0;
        std::size_t passed_over = 0;
        while (left_.size() > 2 && passed_over < left_.size()) {
            at %= left_.size();
            const auto ear = corner(at);
            if (is_ear(ear)) {
                made.push_back(ear);
                left_.erase(left_.begin() + static_cast<std::ptrdiff_t>(at));
                passed_over = 0;
            } else {
                ++at;
                ++passed_over;
            }
        }
        return made;
    }

private:
    std::array<Point, 3> corner(std::size_t at) const {
        const std::size_t count = left_.size();
        return {left_[(at + count - 1) % count], left_[at], left_[(at + 1) % count]};
    }

    bool is_ear(const std::array<Point, 3>& ear) const {
        if (cross(ear[0], ear[1], ear[2]) < 0) return false;
        return std::none_of(left_.begin(), left_.end(), [&](Point point) {
            const bool is_corner =
                same(point, ear[0]) || same(point, ear[1]) || same(point, ear[2]);
            return !is_corner && holds(ear, point);
        });
    }

    std::vector<Point> left_;
};

}  // namespace

std::vector<Point> flattened(const Path& path, float error) {
    std::vector<Point> points = {path.start};
    for (const Curve& curve : path.curves) {
        const Point from = points.back();
        const int count = pieces(from, curve, error);
        for (int each = 1; each <= count; ++each) {
            const float t = static_cast<float>(each) / static_cast<float>(count);
            const Point point = each == count ? curve.end : on(from, curve, t);
            if (!same(point, points.back())) points.push_back(point);
        }
    }
    if (path.is_closed && points.size() > 1 && same(points.front(), points.back()))
        points.pop_back();
    return points;
}

std::vector<std::array<Point, 3>> triangles(const std::vector<Point>& outline) {
    std::vector<Point> turning_right = outline;
    if (area(outline) < 0) std::reverse(turning_right.begin(), turning_right.end());
    return Ears(std::move(turning_right)).cut();
}

}  // namespace pictures
