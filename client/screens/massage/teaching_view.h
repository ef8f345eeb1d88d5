// The parts of a teaching, a function each, for its own views only.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/screens/massage/teaching_model.h"

namespace screens {

// "Jangan dipijat dulu. Hubungi bidan hari ini.": as urgent as her signs.
std::string no_massage_title(care::Urgency urgency);

void draw_gate(TeachingModel& model, Ways& ways);
// The door to a teaching that took place before.
void draw_report(const TeachingModel& model, Ways& ways);
void draw_part(TeachingModel& model, Ways& ways);
void draw_practice(TeachingModel& model);
void draw_result(const TeachingModel& model);

// Bullets below each other: what to say, what to do.
void draw_points(const std::vector<std::string>& points);

}  // namespace screens
