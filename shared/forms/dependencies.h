// In which order a form's relevance and calculations are worked out.
#pragma once

#include "shared/base/result.h"
#include "shared/forms/form.h"

#include <vector>

namespace forms {

// Question numbers, each after all that it depends on: its group, and the fields that its
// `relevant` and `calculation` name. A circle is an error that names its row.
base::Result<std::vector<std::size_t>> order_by_dependency(const Form& form);

// For Form::hangs_on_others; by_dependency must be there.
std::vector<char> questions_on_others(const Form& form);
// Does the expression ask another record, itself or through a question that does?
bool asks_others(const Form& form, const Expression& expression);

}  // namespace forms
