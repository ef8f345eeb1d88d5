// Dear ImGui's last frame as a PNG, drawn triangle by triangle without a graphics card.
#pragma once

#include <string>

namespace driver {

void write_picture(const std::string& file);

}  // namespace driver
