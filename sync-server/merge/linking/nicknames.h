// English names and what their bearers are called, where the one is not the beginning of the other.
#pragma once

#include <string_view>

namespace linking {

bool is_nickname(std::string_view a, std::string_view b);  // folded; either may be the short one

}  // namespace linking
