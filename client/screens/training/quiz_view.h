// A quiz in the flow of a page: a question at a time, then what came of it. Used by views only.
#pragma once

#include "client/screens/training/quiz_model.h"

namespace screens {

bool draw_question(QuizModel& model);  // true: something was pressed
void draw_quiz_result(const QuizModel& model);

}  // namespace screens
