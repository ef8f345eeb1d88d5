// Pages that show every widget with words as long as the program's own.
#pragma once

namespace widget_gallery {

void draw_lists();
void draw_health();
void draw_months();
void draw_tools();
void draw_dialog();
void draw_takeover();

}  // namespace widget_gallery
