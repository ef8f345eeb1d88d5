// The safety check in the flow of a page. Used by views only.
#pragma once

#include "client/screens/massage/safety_check_model.h"

namespace screens {

// True: something was answered in this frame.
bool draw_safety_check(SafetyCheckModel& model, const Ports& ports);

}  // namespace screens
