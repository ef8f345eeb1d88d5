// What does not fit together in a family's records: calm rows that open the exact question. None
// of them ever kept anybody from saving.
#pragma once

#include "client/screens/family/family_context.h"

#include <string>
#include <vector>

namespace screens {

struct CheckAgain {
    std::string rule;    // "V024"
    std::string text;    // what to look at
    std::string detail;  // of which record, about whom, on which day
    FormStart start;
};
std::vector<CheckAgain> check_again_of(const FamilyContext& context);

}  // namespace screens
