// The performer's hands as the performer sees them, with the arms coming from below. Each draws the
// right hand; the left is the same mirrored.
#pragma once

#include "client/pictures/brush.h"

namespace pictures {

enum class Side { Left, Right };

// The thumb's tip lies at `at`; `thumb` moves it against the rest of the hand.
void draw_thumb_hand(const Brush& brush, Side side, Point at, Point thumb = {});
// The middle of the fist; `press`: 0 laid on, 1 pressed.
void draw_fist(const Brush& brush, Side side, Point at, float press);
// The middle of the palm; `lift`: 0 on the back, 1 above it.
void draw_palm(const Brush& brush, Side side, Point at, float degrees, float lift = 0);

// Turned up, with oil in it.
void draw_open_palm(const Brush& brush, Side side, Point at);

// Where hands go: a dashed line with an arrow's head at its end.
void draw_way(const Brush& brush, const Path& way);
// Small circles: an arrow around the thumb.
void draw_circling(const Brush& brush, Point at, float radius, bool is_clockwise);

}  // namespace pictures
