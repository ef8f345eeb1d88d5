// A family's story: registered, visited, weighed, taught, asked; told in the order in which its
// cadre typed it.
#pragma once

#include "tools/demo/massage.h"

namespace demo {

struct Story {
    Dice& dice;
    Notebook& book;
    const Unit& unit;
    Family& family;
    Truth& truth;
    Date today;
};

// A woman still expecting: registered, and visited before the birth.
void tell_pregnancy(Story& story, Date expected);
// From before or after the birth until today.
void tell_birth(Story& story, Birth& birth);
// Registered and seen once, by a cadre who does not know that another has done so already.
void tell_once(Story& story, Birth& birth, Date day);

}  // namespace demo
