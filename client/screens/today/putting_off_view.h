// The dialog of a stop that cannot be made today.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/screens/today/today_model.h"

namespace screens {

void draw_putting_off(TodayModel& model, Ways& ways);

}  // namespace screens
