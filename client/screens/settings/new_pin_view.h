// The two fields of a PIN being chosen. Used by views only.
#pragma once

#include "client/screens/settings/new_pin.h"

namespace screens {

// `says_problems`: once she has pressed the button. True: Enter was pressed in the second field.
bool draw_new_pin(NewPin& pin, bool says_problems);

}  // namespace screens
