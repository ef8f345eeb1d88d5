// The roles in words.
#pragma once

#include "sync-server/console/rights.h"

#include <string>
#include <string_view>

namespace console {

const char* role_word(Role role);
std::string role_word(std::string_view code);  // a code that we do not know stays

}  // namespace console
