// What a figure is called, and why somebody is not in it, in the language of whoever reads.
#pragma once

#include <string>

namespace console {

// Of an indicator's code; a code that nobody knows here stays as it is.
std::string figure_words(const std::string& code);
// What it means; "" of a code that nobody knows here.
std::string meaning_words(const std::string& code);
// Of a reason's code and what it is about; "" where there is none.
std::string reason_words(const std::string& code, const std::string& detail);

}  // namespace console
