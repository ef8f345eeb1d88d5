// Where the answer to one question is written on paper.
#pragma once

#include "shared/forms/form.h"

#include <string>

namespace paper {

struct AnswerSpace {
    std::string html;
    bool is_wide = false;  // below the question, across the page
};
AnswerSpace answer_space(const forms::Form& form, const forms::Question& question);

// Boxes for a day, as day, month, year.
std::string date_boxes();

}  // namespace paper
