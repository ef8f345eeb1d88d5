// "Lembar kosong": the forms as blank paper, to carry where the laptop does not go.
#pragma once

#include "client/screens/frame/printout.h"
#include "client/screens/frame/ways.h"

#include <string>
#include <vector>

namespace screens {

struct BlankSheet {
    std::string key;                 // of its button
    std::string title;               // words
    std::vector<std::string> types;  // of forms; empty: those of a whole visit
};
// A whole visit first, then one form each, in the order of their use.
std::vector<BlankSheet> blank_sheets(const forms::FormSet& forms);
std::string blank_html(const Ports& ports, const Me& me, const BlankSheet& sheet);

// A card with all of them, each with its button. Used by views only.
void draw_blank_sheets(Printout& printout, Ways& ways);

}  // namespace screens
