#include "client/pictures/brush.h"

#include <cmath>

namespace pictures {

void Brush::fill(const Path& path, Role role, float opacity) const {
    picture_->shapes.push_back({turn_ * path, role, 0, opacity});
}

void Brush::stroke(const Path& path, Role role, float width, float opacity) const {
    const float scale = std::sqrt(std::abs(turn_.a * turn_.d - turn_.b * turn_.c));
    picture_->shapes.push_back({turn_ * path, role, width * scale, opacity});
}

}  // namespace pictures
