// Counts without persons (AMENDMENTS Data 6): of mothers who let nobody keep a record a cadre
// writes down how many, by month and posyandu, so that coverage is not distorted.
#pragma once

#include "shared/indicators/facts.h"

namespace indicators {

// One fact for each infant that the record counts, without sex and age, told apart by its evidence;
// none for another month, a retracted record, or one of another type.
std::vector<Fact> count_unnamed(const records::Record& tally, Month month);

}  // namespace indicators
