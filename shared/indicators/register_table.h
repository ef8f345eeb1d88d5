// The √/X/A register as a table for a file: with names, so it never leaves the health centre.
#pragma once

#include "shared/indicators/register.h"

#include <span>
#include <string>

namespace indicators {

std::string remark(const RegisterRow& row);  // what is special about her; mostly empty
std::string register_csv(std::span<const RegisterRow> rows);

}  // namespace indicators
