// The parts of a training that is being held, a function each, for its own views only.
#pragma once

#include "client/screens/training/holding_model.h"

namespace screens {

void draw_about_training(HoldingModel& model);
void draw_who_takes_part(HoldingModel& model);
void draw_scores(HoldingModel& model);
void draw_participant(HoldingModel& model);

std::string result_name(care::Competence result);  // "Kompeten"

}  // namespace screens
