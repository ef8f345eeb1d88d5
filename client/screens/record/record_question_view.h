// One question of a form as it stands on the page. Used by views only.
#pragma once

#include "client/screens/record/record_form_model.h"

namespace screens {

inline constexpr std::size_t kListMax = 8;  // more choices than this go into a list that opens

struct QuestionView {
    bool is_current = false;    // it waits for its answer: a bar at its left
    bool scrolls_here = false;  // into sight, since the one before was answered by a key
    bool takes_focus = false;
};
void draw_question(RecordFormModel& model, const Ports& ports, const forms::Question& question,
                   const QuestionView& view);
void draw_answer(const RecordFormModel& model, const forms::Question& question);  // for reading

}  // namespace screens
