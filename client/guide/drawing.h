// A picture of client/pictures on the screen: filled shapes with soft edges, in the window that is
// being drawn.
#pragma once

#include "client/pictures/shape.h"
#include "client/ui/probe.h"
#include "client/ui/theme.h"

namespace guide {

// As large as fits into the box, in its middle, with round corners towards `ground`. Returns where
// it stands.
ui::Rect draw_picture(const pictures::Picture& picture, const ui::Rect& box, ui::Colour ground);

}  // namespace guide
