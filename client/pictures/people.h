// People from the front and things around them, for the steps before and after the massage. Each
// is drawn about its own middle; the brush puts it in its place.
#pragma once

#include "client/pictures/brush.h"

namespace pictures {

// Head and shoulders; the middle of the face at 0, 0, the shoulders down to y = 110.
void draw_woman(const Brush& brush);
void draw_man(const Brush& brush);
// A mother who holds her baby at the breast beneath her veil.
void draw_feeding_mother(const Brush& brush);

// A speech bubble of 100 x 64 about 0, 0; its tail points down to the left.
void draw_bubble(const Brush& brush);
void draw_question(const Brush& brush);
// An open hand in an octagon: stop.
void draw_halt(const Brush& brush, float radius);

}  // namespace pictures
