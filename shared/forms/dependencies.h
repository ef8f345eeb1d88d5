// In which order a form's relevance and calculations are worked out.
#pragma once

#include "shared/base/result.h"
#include "shared/forms/form.h"

#include <vector>

namespace forms {

// Question numbers, each after all that it depends on: its group, and the fields that its
// `relevant` and `calculation` name. A circle is an error that names its row.
base::Result<std::vector<std::size_t>> order_by_dependency(const Form& form);

}  // namespace forms
