// Adds shapes to a picture, moved, turned or made smaller as a whole.
#pragma once

#include "client/pictures/shape.h"

namespace pictures {

class Brush {
public:
    explicit Brush(Picture& picture, const Turn& turn = {}) : picture_(&picture), turn_(turn) {}

    void fill(const Path& path, Role role, float opacity = 1) const;
    void stroke(const Path& path, Role role, float width, float opacity = 1) const;
    void fill(std::string_view letters, Role role, float opacity = 1) const {
        fill(path(letters), role, opacity);
    }
    void stroke(std::string_view letters, Role role, float width, float opacity = 1) const {
        stroke(path(letters), role, width, opacity);
    }
    // Filled, with a line around it.
    void shape(const Path& path, Role inside, Role around, float width) const {
        fill(path, inside);
        stroke(path, around, width);
    }

    Brush at(const Turn& inner) const { return Brush(*picture_, turn_ * inner); }
    // The other side of a thing that is the same left and right of x.
    Brush mirrored(float x) const { return at(moved(2 * x, 0) * scaled(-1, 1)); }

private:
    Picture* picture_;
    Turn turn_;
};

}  // namespace pictures
