// The end of a visit: what was recorded and for whom, what is next and when. Used by views only.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/screens/record/visit_model.h"

namespace screens {

void draw_visit_end(VisitModel& model, Ways& ways);

}  // namespace screens
