// The massage in drawings: one for each step of the procedure, P01 to P09, M01 to M07, C01 to C04
// (DOMAIN 2.2). The mother is seen from behind, covered in front; hands go beside the spine, never
// on it. The same code and second give the same shapes, on the screen and on paper.
#pragma once

#include "client/pictures/shape.h"

#include <span>
#include <string_view>

namespace pictures {

// A code that this version does not know gives the mother at rest with two hands on her back.
Picture picture_of(std::string_view code, double t_seconds = 0);

std::span<const std::string_view> codes();
bool moves(std::string_view code);
// After so many seconds the picture is again what it was; 0 where nothing moves.
double loop_seconds(std::string_view code);
// The second at which a still picture of it says most, for paper.
double telling_second(std::string_view code);

}  // namespace pictures
