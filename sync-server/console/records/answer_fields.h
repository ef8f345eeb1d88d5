// A form's questions as fields of a page, and what was typed into them as answers.
#pragma once

#include "shared/base/fields.h"
#include "sync-server/console/parts.h"

#include <string>
#include <string_view>
#include <vector>

namespace console {

// The questions of these names that people answer, with the answers that stand; others are left
// out. The field of `wrong` says `problem`.
struct Asking {
    std::string type;
    std::vector<std::string> names;
    base::Fields standing;
    std::string wrong = {};
    std::string problem = {};
    std::string prefix = "answer.";
};
html::Html answer_fields(const Visit& visit, const Asking& asking);

// What was posted and is another than what stands: emptied answers as null. Numbers become numbers;
// a text that is none stays a text, and the record's check says so. What nobody touched is not in
// it, codes that this form does not know among them.
base::Fields posted_answers(const Visit& visit, const Asking& asking);

// All that the form asks of people, in its order, and fields that only the record knows.
std::vector<std::string> question_names(const Visit& visit, std::string_view type);

}  // namespace console
