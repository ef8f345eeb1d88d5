// The definitions that were compiled into this program (CMakeLists.txt makes the .cpp).
#pragma once

#include <string>
#include <vector>

namespace forms {

std::vector<std::string> builtin_definitions();

}  // namespace forms
