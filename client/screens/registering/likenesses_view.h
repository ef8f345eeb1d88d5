// The warning of a duplicate, as a card in the flow of a page. Used by views only.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/screens/registering/likenesses.h"

namespace screens {

// True: the tick "Ini bukan data ganda" was pressed. Draws nothing where nobody is alike.
bool draw_likenesses(const Likenesses& likenesses, Ways& ways);

}  // namespace screens
