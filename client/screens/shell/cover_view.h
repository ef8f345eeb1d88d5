// The page that says nothing, over everything, when somebody walks in. Used by the shell's view.
#pragma once

#include "shared/base/date.h"

namespace screens {

void draw_cover(base::Instant now, base::Zone zone);

}  // namespace screens
