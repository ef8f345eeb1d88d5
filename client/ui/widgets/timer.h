// A minute that runs down, and the button that is pressed at each breath.
#pragma once

#include "client/ui/words/words.h"

#include <string>

namespace ui {

// A ring that empties, in the middle of the room there is; in it a big number and words below it.
// `part_left` of 1. Ask for frames with redraw_in() while it runs. Probes see role "timer" and the
// number.
void countdown(const std::string& key, float part_left, const std::string& number,
               const std::string& words, float diameter = 220);

// As wide as there is room: the count so far and what a press counts. Space and Enter count too.
bool tap_counter(const words::Label& label, int count, float height = 150);

}  // namespace ui
