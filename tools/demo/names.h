// Names as people in a Javanese village have them: one word or two, with the usual short forms.
#pragma once

#include "tools/demo/dice.h"

#include <string>

namespace demo {

enum class Generation { Grandparent, Parent, Baby };

std::string make_name(Dice& dice, char sex, Generation generation);

// How another cadre, or the same one in a hurry, writes the same name.
std::string in_old_spelling(const std::string& name);  // Soekarni, Djoko; "Moh.", "St."
std::string with_typing_error(Dice& dice, const std::string& name);

// "bidan-ratna" for "Bidan Ratna": ASCII, for file names.
std::string slug(const std::string& name);

}  // namespace demo
