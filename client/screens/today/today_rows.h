// The rows of the day's list: a family with its tasks, as high as these need; only those in sight
// are drawn.
#pragma once

#include "client/screens/today/today_model.h"

#include <string>

namespace screens {

// What was pressed in a row. Done after the rows are drawn, since it may change them.
struct StopPress {
    enum class What { None, Open, Start, PutOff };
    What what = What::None;
    std::string family;
};

StopPress draw_stops(const TodayModel& model, Date today);

}  // namespace screens
