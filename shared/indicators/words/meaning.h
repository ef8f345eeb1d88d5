// What each indicator means: its code, names, definition and source, a table for each family.
#pragma once

#include "shared/indicators/indicator.h"

namespace indicators {

struct Meaning {
    Indicator indicator;
    std::string_view code, name_id, name_en;
    Kind kind;
    std::string_view definition_id = {}, source = {};
    bool counts_events = false;  // massages, learners, referrals, visits: not persons
};

// In the order of the enumeration, one after another.
std::span<const Meaning> official_meanings();
std::span<const Meaning> programme_meanings();
std::span<const Meaning> care_meanings();
std::span<const Meaning> growth_meanings();
std::span<const Meaning> who_meanings();
std::span<const Meaning> following_meanings();

}  // namespace indicators
