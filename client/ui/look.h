// What the user sets while the window is open: the look and the size of the text. Both are in force
// from the next frame on, in the window and in the tests' driver alike.
#pragma once

#include "client/ui/theme.h"

namespace ui {

inline constexpr int kTextSmallest = 100, kTextLargest = 200;

void set_look(Look look);
Look look();
void set_text_size(int percent);  // 100 to 200, on top of the monitor's own scale
int text_size();

// From the next frame on there are letters to be read from two metres. They take room in the
// atlas, so they are made only for who shows the screen to others.
void show_posters();

// A window that has room for one column only: 1024 x 600, or 150 % on 1366 x 768. Pages put the
// side column below, the navigation becomes a rail of icons.
bool is_narrow();

// For the window and the driver only: the monitor's scale and the settings to begin with; then,
// before each frame, whether something changed. True: the atlas was built anew, upload it again.
void begin_look(Look look, float monitor_scale, int percent = kTextSmallest);
bool renew_look();

}  // namespace ui
