// The type: Inter, or what the machine has (Noto Sans, DejaVu), with Font Awesome's icons merged
// in.
#pragma once

#include <string>

struct ImFont;

namespace ui {

// A folder searched before the system's (an installer that brings its own fonts).
void set_font_folder(const std::string& folder);
// (Re)builds Dear ImGui's atlas; a renderer must upload it again afterwards.
void load_fonts(float scale);

}  // namespace ui
