// The mother as the performer sees her: from behind, leaning forward on a pillow on a table, her
// front covered by a towel, her hair under a cloth that leaves the neck free.
#pragma once

#include "client/pictures/brush.h"

namespace pictures {

// Where the hands go on her back: x of the spine, and how far beside it the thumbs stay.
inline constexpr float kSpine = 200, kBeside = 16;
inline constexpr float kNape = 116, kShoulders = 146, kLowBack = 228;

void draw_room(const Brush& brush);
void draw_wall(const Brush& brush);  // without a floor
void draw_table_and_pillow(const Brush& brush);

enum class Dress { Towel, ThinShirt };  // her choice
void draw_mother_from_behind(const Brush& brush, Dress dress = Dress::Towel);
void draw_mother_at_table(const Brush& brush);  // in the room, leaning forward

}  // namespace pictures
