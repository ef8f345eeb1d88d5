// One function for each step; a scene fills a picture of 400 x 300 (picture.h).
#pragma once

#include "client/pictures/brush.h"

namespace pictures {

void draw_thumbs_from_neck(const Brush& brush, float part);    // M01
void draw_thumbs_over_blades(const Brush& brush, float part);  // M02
void draw_thumbs_down(const Brush& brush, float part);         // M03
void draw_thumbs_up(const Brush& brush, float part);           // M04
void draw_fists(const Brush& brush, float part);               // M05
void draw_sweeping(const Brush& brush, float part);            // M06

}  // namespace pictures
