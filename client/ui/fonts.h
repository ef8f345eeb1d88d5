// The type: Inter, or what the machine has (Noto Sans, DejaVu), with Font Awesome's icons merged
// in.
#pragma once

struct ImFont;

namespace ui {

// (Re)builds Dear ImGui's atlas; a renderer must upload it again afterwards.
// `has_posters`: with letters to be read from two metres; without, Huge stands in for them.
void load_fonts(float scale, bool has_posters);

}  // namespace ui
