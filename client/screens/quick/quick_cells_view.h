// The questions of a row as small boxes in strips, and the one that is asked now in words.
#pragma once

#include "client/screens/quick/quick_model.h"

#include <optional>
#include <string>

namespace screens {

// `from` and those after it of the same form; returns the first that is not. The keyboard goes to
// the wanted one.
std::size_t draw_strip(QuickModel& model, std::size_t from, const std::optional<QuickStop>& wanted);
// After all strips: gives what was typed to the box that the keyboard is on.
void take_keys(QuickModel& model, const std::optional<QuickStop>& wanted);

void draw_asked(const QuickModel& model);  // a pane of its own, above the page's body
// Below it while a sign of the row waits: in sight wherever the page has scrolled to.
void draw_alarm_line(const QuickModel& model);

}  // namespace screens
