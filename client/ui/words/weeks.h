// Weeks as people here say them: from Monday on.
#pragma once

#include "shared/base/date.h"

#include <string>

namespace words {

base::Date monday_of(base::Date date);       // of its week
std::string short_weekday(base::Date date);  // "Sen"

}  // namespace words
