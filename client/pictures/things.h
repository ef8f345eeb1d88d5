// What is made ready, and what one writes with. Each stands on y = 0 about x = 0.
#pragma once

#include "client/pictures/brush.h"

namespace pictures {

void draw_bottle(const Brush& brush);  // of oil, of no make; 26 x 62
void draw_glass(const Brush& brush);   // of water; 34 x 56
void draw_plate(const Brush& brush);   // rice, egg and greens; 120 wide
void draw_basin(const Brush& brush);   // warm water and a washcloth; 92 wide
void draw_towels(const Brush& brush);  // two, folded; 84 wide
void draw_pillow(const Brush& brush);  // 92 x 50
void draw_chair(const Brush& brush);   // from the side, its back to the left; 110 high
void draw_steam(const Brush& brush);
void draw_drop(const Brush& brush, Role role);  // its point at 0, 0; 26 high
void draw_clipboard(const Brush& brush);        // about 0, 0; 130 x 170
// Two hands under running water, the tap above; about 0, 0.
void draw_washing(const Brush& brush);

}  // namespace pictures
