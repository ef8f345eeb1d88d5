// A total being written down, for the course page only.
#pragma once

#include "client/screens/course/scale_entry.h"

namespace screens {

void draw_scale_entry(ScaleEntry& entry, Date today);

enum class ScalePress { Nothing, Save, Leave };
ScalePress draw_scale_foot();

}  // namespace screens
