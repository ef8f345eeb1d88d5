// The referrals of a family: those that wait for an answer, then the answered ones, newest first.
#pragma once

#include "client/screens/family/family_context.h"

#include <string>
#include <vector>

namespace screens {

struct FamilyReferral {
    std::string record;
    std::string who, why;  // signs that are private are not named
    std::string urgency, day;
    std::string outcome;   // empty: no answer yet
    std::string feedback;  // what the health worker wrote back
    bool is_open = true, is_urgent = false;
};
std::vector<FamilyReferral> referrals_of(const FamilyContext& context);

}  // namespace screens
