// Plain shapes: filled or stroked outlines in roles of colour. A picture knows nothing of the
// screen or of paper; whoever draws it gives each role a colour (colours.h) and a scale.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace pictures {

struct Point {
    float x = 0, y = 0;
    Point operator+(Point other) const { return {x + other.x, y + other.y}; }
};

// From where the last one ended, along a cubic Bezier curve.
struct Curve {
    Point control1, control2, end;
};

struct Path {
    Point start;
    std::vector<Curve> curves;
    bool is_closed = false;
};

// What something is; its colour follows from it.
enum class Role {
    Air,    // the calm ground of the picture
    Floor,  // what things stand on
    Wood,   // table, chair
    WoodDark,
    Skin,       // the mother's
    SkinShade,  // the soft hollows of her back
    SkinLine,
    Hair,
    Veil,  // the cloth over her hair
    VeilFold,
    Cloth,  // the towel, sarong and clothes, in two colours
    ClothFold,
    Wrap,
    WrapFold,
    Pillow,
    PillowFold,
    Hand,  // the performer's
    HandShade,
    HandLine,
    Sleeve,
    SleeveFold,
    Baby,
    BabyLine,
    Blanket,
    BlanketFold,
    Water,
    Oil,
    Leaf,
    White,
    Ink,
    Way,      // where the hands go
    WayDone,  // where they have been
    Halt,     // the hand that says stop, the place not to be touched
    Warm,
};
inline constexpr int kRoleCount = static_cast<int>(Role::Warm) + 1;

struct Shape {
    Path path;
    Role role = Role::Ink;
    float stroke = 0;   // width of the line, with round ends and corners; 0: filled
    float opacity = 1;  // 0 to 1
};

// Drawn in order, the first lies deepest. What lies outside the width and height is cut off.
struct Picture {
    static constexpr float kWidth = 400, kHeight = 300;
    std::vector<Shape> shapes;
};

// x' = a x + c y + e, y' = b x + d y + f.
struct Turn {
    float a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};
Turn moved(float x, float y);
Turn turned(float degrees);  // clockwise on the screen, about the origin
Turn scaled(float x, float y);
Turn operator*(const Turn& after, const Turn& before);
Point operator*(const Turn& turn, Point point);
Path operator*(const Turn& turn, Path path);

// The letters of an SVG path: M L H V C S Q Z, capital for places, small for steps; one outline.
Path path(std::string_view letters);
Path circle(Point middle, float radius);
Path oval(Point middle, float radius_x, float radius_y);
// A finger or an arm: two circles and what lies between them.
Path limb(Point from, float radius_from, Point to, float radius_to);
Path line(Point from, Point to);
Path rounded_box(Point corner, float width, float height, float radius);

// For those who can only draw straight lines and triangles. `error`: how far a straight piece may
// be from the curve, in the picture's units.
std::vector<Point> flattened(const Path& path, float error = 0.2F);
// The inside of a closed outline that does not cross itself, hollow or not; in threes.
std::vector<std::array<Point, 3>> triangles(const std::vector<Point>& outline);

}  // namespace pictures
