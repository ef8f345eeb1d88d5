// How the district reads its forms where their text does not decide (DOMAIN 6.5, 4.1; DAK-I IND.4):
// chosen at the health centre, told to its laptops with every answer, so that both count alike.
#pragma once

#include "shared/indicators/facts.h"

#include <span>
#include <string_view>

namespace indicators {

struct DistrictChoice {
    std::string_view name;                      // "f1_row1"
    std::span<const std::string_view> answers;  // the first holds until somebody chooses
};
std::span<const DistrictChoice> district_choices();
const DistrictChoice* find_choice(std::string_view name);

struct Chosen {
    Settings settings;
    bool is_known = true;  // false: a newer health centre chose what this program cannot count by
};
// Of "f1_row1=clockA kf_rule=hours", in any order; what is not named has its first answer.
Chosen settings_of(std::string_view choices);

}  // namespace indicators
