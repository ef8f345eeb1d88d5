// When a question is asked, in words for a sheet of paper: "bila no. 7: Ya".
//
// A form's `relevant` is an expression; paper cannot compute, so what can be said shortly is said
// with the numbers that the questions have on the sheet, and what cannot is left to the person.
#pragma once

#include "client/paper/sheet.h"

#include <optional>
#include <string>

namespace paper {

// nullopt: not to be said in a few words.
std::optional<std::string> condition_words(const Sheet& sheet, const forms::Expression& relevant);

}  // namespace paper
