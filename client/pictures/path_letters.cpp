// The letters of an SVG path, read once at the place where a scene writes them.
#include "client/pictures/shape.h"
#include "shared/base/result.h"

#include <cctype>
#include <cstdlib>
#include <string>

namespace pictures {

namespace {

Point operator-(Point one, Point other) {
    return {one.x - other.x, one.y - other.y};
}
Point operator*(float by, Point point) {
    return {by * point.x, by * point.y};
}

class Reader {
public:
    explicit Reader(std::string_view letters) : text_(letters) {}

    Path read() {
        while (skip_to_more()) {
            const char here = text_[at_];
            // Numbers without a letter: the last one goes on, a move as a line.
            if (std::isalpha(static_cast<unsigned char>(here)) != 0) {
                letter_ = here;
                ++at_;
            }
            step();
        }
        return path_;
    }

private:
    bool skip_to_more() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ',' || text_[at_] == '\n'))
            ++at_;
        return at_ < text_.size();
    }

    float number() {
        CHECK(skip_to_more());
        char* end = nullptr;
        const char* from = text_.c_str() + at_;
        const float value = std::strtof(from, &end);
        CHECK(end != from);
        at_ += static_cast<std::size_t>(end - from);
        return value;
    }

    bool is_step() const { return std::islower(static_cast<unsigned char>(letter_)) != 0; }

    Point point() {
        const float x = number();
        const float y = number();
        return is_step() ? now_ + Point{x, y} : Point{x, y};
    }

    void curve_to(Point control1, Point control2, Point end) {
        path_.curves.push_back({control1, control2, end});
        last_control_ = control2;
        now_ = end;
    }

    void line_to(Point end) {
        const Point way = end - now_;
        curve_to(now_ + (1.0F / 3) * way, now_ + (2.0F / 3) * way, end);
        last_control_ = end;
    }

    void quadratic_to(Point control, Point end) {
        curve_to(now_ + (2.0F / 3) * (control - now_), end + (2.0F / 3) * (control - end), end);
    }

    void begin() {
        CHECK(path_.curves.empty());
        now_ = path_.start = last_control_ = point();
        letter_ = is_step() ? 'l' : 'L';
    }

    void step() {
        switch (std::tolower(static_cast<unsigned char>(letter_))) {
            case 'm':
                return begin();
            case 'l':
                return line_to(point());
            case 'h': {
                const float x = number();
                return line_to({is_step() ? now_.x + x : x, now_.y});
            }
            case 'v': {
                const float y = number();
                return line_to({now_.x, is_step() ? now_.y + y : y});
            }
            case 'c': {
                const Point control1 = point();
                const Point control2 = point();
                return curve_to(control1, control2, point());
            }
            case 's': {
                const Point control1 = now_ + (now_ - last_control_);
                const Point control2 = point();
                return curve_to(control1, control2, point());
            }
            case 'q': {
                const Point control = point();
                return quadratic_to(control, point());
            }
            case 'z':
                path_.is_closed = true;
                return;
            default:
                CHECK(false && "a letter that no path has");
        }
    }

    std::string text_;
    std::size_t at_ = 0;
    char letter_ = 'M';
    Path path_;
    Point now_, last_control_;
};

}  // namespace

Path path(std::string_view letters) {
    return Reader(letters).read();
}

}  // namespace pictures
