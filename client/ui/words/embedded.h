// The catalogues that the build compiled into the window's program, by language code.
#pragma once

#include <string_view>

namespace words {

std::string_view client_catalogue(std::string_view language_code);  // "" if there is none

}  // namespace words
