// The mother as the performer sees her: from behind, leaning forward on a pillow on a table, her
// front covered by a towel, her hair under a cloth that leaves the neck free.
#pragma once

#include "client/pictures/shape.h"

namespace pictures {

// Where the hands go, on the seated mother's back: x of the spine, x of the lines beside it.
inline constexpr float kSpine = 200, kBeside = 17;
inline constexpr float kNape = 128, kShoulders = 150, kLowBack = 232;

void add(Picture& picture, Path path, Role role, float stroke = 0, float opacity = 1);

void add_room(Picture& picture);
void add_table_and_pillow(Picture& picture);
struct Dress {
    bool has_shirt = false;  // a thin shirt over the back: her choice
};
void add_mother_from_behind(Picture& picture, const Dress& dress = {});
// The bone that is left alone.
void add_spine(Picture& picture);

}  // namespace pictures
