// A quiz in the flow of a page: a question at a time, then what came of it. Used by views only.
#pragma once

#include "client/screens/frame/page_frame.h"
#include "client/screens/training/quiz_model.h"

namespace screens {

// Each: true when something was pressed.
bool draw_question(QuizModel& model);
bool draw_quiz_ways(QuizModel& model, PageFoot& foot);  // to the next question, back, to the end
void draw_quiz_result(const QuizModel& model);

}  // namespace screens
