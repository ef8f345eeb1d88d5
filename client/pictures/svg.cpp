#include "client/pictures/svg.h"

#include "client/pictures/colours.h"
#include "shared/base/markup.h"

#include <array>
#include <cstdio>

namespace pictures {

namespace {

// One decimal is a tenth of a pixel at the picture's own size.
std::string number(float value, const char* format = "%.1f") {
    std::array<char, 32> buffer{};
    const int written = std::snprintf(buffer.data(), buffer.size(), format, double{value});
    std::string made(buffer.data(), static_cast<std::size_t>(written));
    if (made.ends_with(".0")) made.resize(made.size() - 2);
    return made == "-0" ? "0" : made;
}

std::string place(Point point) {
    return number(point.x) + " " + number(point.y);
}

std::string letters_of(const Path& path) {
    std::string made = "M" + place(path.start);
    for (const Curve& curve : path.curves) {
        made += "C" + place(curve.control1) + " " + place(curve.control2) + " " + place(curve.end);
    }
    return path.is_closed ? made + "Z" : made;
}

std::string hex(Colour colour) {
    std::array<char, 8> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "#%02x%02x%02x", unsigned{colour.red},
                  unsigned{colour.green}, unsigned{colour.blue});
    return buffer.data();
}

std::string element_of(const Shape& shape) {
    const std::string colour = hex(colour_of(shape.role));
    std::string made = "<path d=\"" + letters_of(shape.path) + "\"";
    if (shape.stroke > 0) {
        made += R"( fill="none" stroke=")" + colour + "\" stroke-width=\"" + number(shape.stroke) +
                R"(" stroke-linecap="round" stroke-linejoin="round")";
    } else {
        made += " fill=\"" + colour + "\"";
    }
    if (shape.opacity < 1) made += " opacity=\"" + number(shape.opacity, "%.2f") + "\"";
    return made + "/>\n";
}

std::string spoken(const std::string& label) {
    if (label.empty()) return R"( aria-hidden="true")";
    return R"( role="img" aria-label=")" + base::escaped(label) + "\"";
}

}  // namespace

std::string svg_of(const Picture& picture, const std::string& label) {
    std::string made =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 300\"" + spoken(label) + ">\n";
    for (const Shape& shape : picture.shapes) made += element_of(shape);
    return made + "</svg>\n";
}

}  // namespace pictures
