// A family registered twice, differently: what a matcher has to find.
#pragma once

#include "tools/demo/visits.h"

#include <string>

namespace demo {

// The family and its newborn as another cadre hears and writes them; nothing written down yet.
struct SecondHearing {
    Family family;
    Birth birth;
    std::string kind;  // typing_error, old_spelling, missing_nik, swapped_day_month, same_data
};

SecondHearing hear_again(Dice& dice, const Family& family, const Birth& birth);

// Household, mother and children of both, in pairs.
void add_pairs(Truth& truth, const Family& a, const Birth& birth_a, const SecondHearing& b);

}  // namespace demo
