// A form that is filled in once for each choice of one question, as one table: the steps of a
// massage under the scores they can have.
#pragma once

#include "client/paper/sheet.h"
#include "shared/base/date.h"

#include <string>

namespace paper {

// A row for each choice of `by`, the other questions as columns. `today` is for their relevance.
std::string choice_table(const Sheet& sheet, const forms::Question& by, base::Date today);

}  // namespace paper
