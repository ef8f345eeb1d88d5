// One function for each step; a scene fills a picture of 400 x 300 (picture.h).
#pragma once

#include "client/pictures/brush.h"

namespace pictures {

void draw_asking(const Brush& brush);        // P01
void draw_checking(const Brush& brush);      // P02
void draw_eating(const Brush& brush);        // P03
void draw_room_ready(const Brush& brush);    // P04
void draw_things_ready(const Brush& brush);  // P05
void draw_hands_washed(const Brush& brush);  // P06
void draw_undressing(const Brush& brush);    // P07
void draw_sitting(const Brush& brush);       // P08
void draw_oil_warmed(const Brush& brush);    // P09

// `part` is how much of the loop has passed, 0 to 1; at 1 all is again as at 0.
void draw_thumbs_from_neck(const Brush& brush, float part);    // M01
void draw_thumbs_over_blades(const Brush& brush, float part);  // M02
void draw_thumbs_down(const Brush& brush, float part);         // M03
void draw_thumbs_up(const Brush& brush, float part);           // M04
void draw_fists(const Brush& brush, float part);               // M05
void draw_sweeping(const Brush& brush, float part);            // M06

void draw_asked(const Brush& brush);     // M07
void draw_wiping(const Brush& brush);    // C01
void draw_feeding(const Brush& brush);   // C02
void draw_watching(const Brush& brush);  // C03
void draw_writing(const Brush& brush);   // C04
void draw_resting_hands(const Brush& brush);

}  // namespace pictures
