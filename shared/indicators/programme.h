// The programme's facts of one person in one month: the families taught, what they do at home and
// what is known of it (PR_* of the indicators). Each figure's definition, source and
// caveat stand in programme_table.h.
//
// Observed and reported massages are two indicators, never one. What is counted of breast milk is
// no proof of anything (DOMAIN 10.6).
#pragma once

#include "shared/indicators/facts.h"

namespace indicators {

// Of a mother or an infant; nothing of a record that was merged away. Massages of a mother who died
// stay counted; nothing else is asked of her family.
std::vector<Fact> count_programme(const care::Family& family, const records::Record& person,
                                  Month month);

inline constexpr int kPostpartumDaysCounted = 42;
inline constexpr double kAdherencePct = 80;
inline constexpr int kMilkLateHours = 72;

}  // namespace indicators
