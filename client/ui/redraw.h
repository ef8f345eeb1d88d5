// When the window draws again although nobody touched it. It sleeps otherwise.
#pragma once

namespace ui {

// From the window's thread, while drawing: draw again after this many seconds at the latest.
void redraw_in(double seconds);
// Takes what was asked for since the last call; negative: sleep until an event.
double take_redraw_request();
// From any thread: a worker has something to show.
void wake();

}  // namespace ui
