// Where somebody lives and where something was: a household that was joined into another is that
// other (SYNC 17), whatever a record of before names.
#pragma once

#include "shared/care/family.h"

#include <string_view>

namespace care {

// The household that a record of the family names, under the id that counts now; what is not here
// is as it was named.
std::string_view household_named(const Family& family, const Fields& fields);

bool is_of_household(const Family& family, const Record& record, std::string_view household);
inline bool lives_in(const Family& family, const Person& person, std::string_view household) {
    return is_of_household(family, *person.record, household);
}

}  // namespace care
