// Of the record that decided about somebody: the day that a person would look it up under.
#pragma once

#include "shared/records/record.h"

#include <string>

namespace sheets {

// "2026-09-14"; "" if it has none: then its visit's day is meant.
std::string day_of(const records::Record& record);

}  // namespace sheets
