// The sheet of a practical in the flow of a page. Used by views only.
#pragma once

#include "client/screens/training/step_sheet.h"

#include <optional>
#include <string>

namespace screens {

struct MarkPress {
    std::string step;
    int mark = 0;
};
std::optional<MarkPress> draw_step_sheet(const StepSheet& sheet);

}  // namespace screens
