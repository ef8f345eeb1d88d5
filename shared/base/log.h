// What happened, for whoever operates the program: past-tense facts with ids and numbers.
// Never a person's data. Goes to standard error.
#pragma once

#include <string>

namespace base::log {

void info(const std::string& fact);
void warn(const std::string& fact);
void error(const std::string& fact);

}  // namespace base::log
