// The questions of a massage at home as they stand on the page, for its own views only. An answer
// may take questions away, so it is given when the page is drawn.
#pragma once

#include "client/screens/home_massage/home_massage_model.h"
#include "client/ui/choices.h"

#include <functional>
#include <string>
#include <vector>

namespace screens {

using Then = std::function<void()>;

ui::FieldStyle style_of(HomeMassageModel& model, const std::optional<SessionLog::Remark>& remark,
                        bool is_required);
// Before a question that is not answered is drawn: the first one comes into sight after "Save".
void show_if_missing(HomeMassageModel& model, const ui::FieldStyle& style);
std::vector<ui::Option> options_of(const forms::Form& form, const forms::Question& question);

std::vector<ui::Ready> ready_days(Date today);  // today and yesterday, a press each

// One of the form's questions with choices, by its own words. Returns the code that was pressed.
// Of several, short ones stand in lines; `is_long`: each in a line of its own.
std::optional<std::string> draw_choices(const forms::Form& form, const char* question,
                                        const std::vector<std::string>& chosen,
                                        const ui::FieldStyle& style, bool is_long = false);
// 0 to 10, a button each.
std::optional<std::string> draw_zero_to_ten(const forms::Form& form, const char* question,
                                            const std::string& chosen);
// Who was taught first, then everybody else by relation.
void draw_performer(HomeMassageModel& model, const std::string& person, const std::string& relation,
                    const ui::FieldStyle& style, Then& then);

// What a grave complaint asks for, where it was told.
void draw_grave(const HomeMassageModel& model);

void draw_session_log(HomeMassageModel& model, Then& then);
void draw_session_tally(HomeMassageModel& model, Then& then);

}  // namespace screens
