// What every picture promises: drawn, covered, beside the bone, moving without a jump.
#include "client/pictures/mother.h"
#include "client/pictures/picture.h"
#include "client/pictures/svg.h"
#include "shared/care/procedure.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace {

using pictures::Picture;
using pictures::Point;
using pictures::Role;
using pictures::Shape;

constexpr double kFrame = 1.0 / 60;

bool has_role(const Picture& picture, Role role) {
    return std::any_of(picture.shapes.begin(), picture.shapes.end(),
                       [&](const Shape& shape) { return shape.role == role; });
}

// What touches her: the filled shapes of the performer's hands.
std::vector<const Shape*> hands(const Picture& picture) {
    std::vector<const Shape*> found;
    for (const Shape& shape : picture.shapes) {
        if (shape.role == Role::Hand && shape.stroke == 0) found.push_back(&shape);
    }
    return found;
}

double area(const std::vector<Point>& outline) {
    double twice = 0;
    for (std::size_t each = 0; each < outline.size(); ++each) {
        const Point next = outline[(each + 1) % outline.size()];
        twice += double{outline[each].x} * next.y - double{next.x} * outline[each].y;
    }
    return std::abs(twice / 2);
}

double area(const std::vector<std::array<Point, 3>>& triangles) {
    double sum = 0;
    for (const auto& each : triangles) sum += area(std::vector<Point>(each.begin(), each.end()));
    return sum;
}

// How far the drawing's outlines are from each other; both hold the same shapes.
float farthest(const std::vector<const Shape*>& one, const std::vector<const Shape*>& other) {
    float most = 0;
    for (std::size_t each = 0; each < one.size(); ++each) {
        const Point a = one[each]->path.start;
        const Point b = other[each]->path.start;
        most = std::max(most, std::hypot(a.x - b.x, a.y - b.y));
    }
    return most;
}

std::size_t count(const std::string& text, const std::string& words) {
    std::size_t found = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
        ++found;
    return found;
}

}  // namespace

TEST_CASE("each step of the procedure has a picture of its own") {
    std::vector<std::string> drawn;
    for (const care::ProcedureStep& step : care::shipped_procedure().steps) {
        CAPTURE(step.code);
        const auto codes = pictures::codes();
        CHECK(std::find(codes.begin(), codes.end(), step.picture) != codes.end());
        drawn.push_back(pictures::svg_of(pictures::picture_of(step.picture)));
    }
    std::sort(drawn.begin(), drawn.end());
    CHECK(std::adjacent_find(drawn.begin(), drawn.end()) == drawn.end());
    CHECK(pictures::codes().size() == care::shipped_procedure().steps.size());
}

TEST_CASE("a step that nobody drew shows hands at rest on her back, not nothing") {
    const Picture picture = pictures::picture_of("X99", 4);
    CHECK_FALSE(hands(picture).empty());
    CHECK(has_role(picture, Role::Veil));
    CHECK_FALSE(pictures::moves("X99"));
    CHECK(pictures::loop_seconds("X99") == 0);
}

TEST_CASE("what is done on the back moves, what is prepared stands still") {
    for (const std::string_view code : pictures::codes()) {
        CAPTURE(std::string(code));
        const bool is_movement = code >= "M01" && code <= "M06";
        CHECK(pictures::moves(code) == is_movement);
        const std::string begin = pictures::svg_of(pictures::picture_of(code, 0));
        const std::string on = pictures::svg_of(pictures::picture_of(code, 1.3));
        CHECK((begin == on) != is_movement);
        CHECK(on == pictures::svg_of(pictures::picture_of(code, 1.3)));
    }
}

TEST_CASE("a loop ends where it began, and no frame jumps") {
    for (const std::string_view code : pictures::codes()) {
        if (!pictures::moves(code)) continue;
        CAPTURE(std::string(code));
        const double loop = pictures::loop_seconds(code);
        for (double t = 0; t < loop; t += kFrame) {
            CAPTURE(t);
            const Picture now = pictures::picture_of(code, t);
            const Picture next = pictures::picture_of(code, t + kFrame);
            const auto before = hands(now);
            const auto after = hands(next);
            REQUIRE(before.size() == after.size());
            // 4 units a frame are a hand that crosses the back in half a second.
            REQUIRE(farthest(before, after) < 4);
        }
    }
}

TEST_CASE("hands are on both sides of the spine at once, never on the bone") {
    constexpr float kBone = 6;
    for (const std::string_view code : {"M01", "M02", "M03", "M04", "M05", "M06"}) {
        CAPTURE(std::string(code));
        for (double t = 0; t < pictures::loop_seconds(code); t += 0.1) {
            CAPTURE(t);
            const Picture picture = pictures::picture_of(code, t);
            bool is_left = false;
            bool is_right = false;
            for (const Shape* hand : hands(picture)) {
                for (const Point point : pictures::flattened(hand->path)) {
                    REQUIRE(std::abs(point.x - pictures::kSpine) > kBone);
                    is_left |= point.x < pictures::kSpine;
                    is_right |= point.x > pictures::kSpine;
                }
            }
            REQUIRE(is_left);
            REQUIRE(is_right);
        }
    }
}

TEST_CASE("whoever is drawn with a bare back has a veil, and a cloth before her where she leans") {
    for (const std::string_view code : pictures::codes()) {
        const Picture picture = pictures::picture_of(code, pictures::telling_second(code));
        CAPTURE(std::string(code));
        if (has_role(picture, Role::Pillow) && has_role(picture, Role::Skin))
            CHECK(has_role(picture, Role::Cloth));
        if (has_role(picture, Role::Skin)) CHECK(has_role(picture, Role::Veil));
    }
}

TEST_CASE("triangles fill what the outline encloses, hollows too") {
    for (const std::string_view code : pictures::codes()) {
        CAPTURE(std::string(code));
        for (const Shape& shape : pictures::picture_of(code, 1.7).shapes) {
            if (shape.stroke > 0) continue;
            const auto outline = pictures::flattened(shape.path);
            CAPTURE(static_cast<int>(shape.role));
            CAPTURE(shape.path.start.x);
            CAPTURE(shape.path.start.y);
            REQUIRE(outline.size() > 2);
            CHECK(area(pictures::triangles(outline)) ==
                  doctest::Approx(area(outline)).epsilon(0.02));
        }
    }
}

TEST_CASE("as text a picture is one svg, each shape one path, every number finite") {
    for (const std::string_view code : pictures::codes()) {
        CAPTURE(std::string(code));
        const Picture picture = pictures::picture_of(code, pictures::telling_second(code));
        const std::string svg = pictures::svg_of(picture);
        CHECK(count(svg, "<svg") == 1);
        CHECK(count(svg, "<path") == picture.shapes.size());
        CHECK(count(svg, "nan") == 0);
        CHECK(count(svg, "inf") == 0);
        CHECK(count(svg, "url(") == 0);
        // Twelve of them on one leaflet.
        CHECK(svg.size() < 60'000);
    }
    CHECK(count(pictures::svg_of({}, "\"<a> & b"), "aria-label=\"&quot;&lt;a&gt; &amp; b\"") == 1);
}

TEST_CASE("the letters of a path: places, steps, smooth curves and the way back") {
    const auto points = [](std::string_view letters) {
        return pictures::flattened(pictures::path(letters));
    };
    const auto square = points("M10 10 h20 v20 H10 z");
    REQUIRE(square.size() == 4);
    CHECK(square[2].x == 30);
    CHECK(square[2].y == 30);
    CHECK(points("M0 0 10 0 10,5").size() == 3);
    const auto bow = pictures::path("M0 0 C0 10 10 10 10 0 S20 -10 20 0");
    REQUIRE(bow.curves.size() == 2);
    CHECK(bow.curves[1].control1.y == -10);
    CHECK(pictures::path("m5 5 q5 10 10 0").curves[0].end.x == 15);
}
