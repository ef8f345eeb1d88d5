// The colour of each role: warm and calm, the same on the screen by day and by night and on paper.
// Told apart by lightness too, since village printers have one ink.
#pragma once

#include "client/pictures/shape.h"

#include <cstdint>

namespace pictures {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
};
Colour colour_of(Role role);

}  // namespace pictures
