// A form as it is drawn: by its own page, and as a step of a guided visit. Used by views only.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/screens/record/record_form_model.h"

#include <functional>
#include <string>

namespace screens {

// Where the form stands in something larger.
struct FormPlace {
    std::string id = "form";                      // another step begins at the top of its page
    std::function<void()> over = nullptr;         // above the questions, where the page is narrow
    std::function<void()> beside = nullptr;       // in the side column, where the page is wide
    std::function<void()> under_title = nullptr;  // first thing in the column, always
    bool is_step = false;                         // saving leads on to the next step
};
void draw_form_body(RecordFormModel& model, Ways& ways, const FormPlace& place);

enum class FormPress { Nothing, Leave };
FormPress draw_form_foot(RecordFormModel& model, const FormPlace& place);
void draw_withdrawing(RecordFormModel& model);   // the button of it
void draw_form_dialogs(RecordFormModel& model);  // after the page

}  // namespace screens
