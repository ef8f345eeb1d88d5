// A picture as one inline <svg> element: shapes only, no script, no font, nothing from outside.
#pragma once

#include "client/pictures/shape.h"

#include <string>

namespace pictures {

// `label`: what a screen reader says; "" where the words stand beside it.
std::string svg_of(const Picture& picture, const std::string& label = "");

}  // namespace pictures
