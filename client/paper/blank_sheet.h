// Blank paper of any form, to carry where the laptop does not go: questions in order and numbered,
// boxes for choices and digits, lines for words, dependent questions under the one they hang on.
#pragma once

#include "client/paper/html.h"
#include "client/ui/words/words.h"
#include "shared/forms/form_set.h"

#include <vector>

namespace paper {

// The forms of a whole home visit, in the order of the visit.
std::vector<const forms::Form*> visit_forms(const forms::FormSet& forms);

// Each form begins on a page of its own. In `language`, whatever the window speaks.
std::string blank_sheet(const std::vector<const forms::Form*>& sheets, const forms::FormSet& forms,
                        words::Language language, const Letterhead& head);

}  // namespace paper
