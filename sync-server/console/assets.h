// The one style and the icon, compiled into the program from style.css and icon.svg.
#pragma once

#include <string_view>

namespace console {

std::string_view style_css();
std::string_view icon_svg();

}  // namespace console
