// How like two names are, from 0 to 1. It proposes; whether two people are one, a person decides.
#pragma once

#include "shared/names/name.h"

#include <string_view>

namespace names {

// From here on two names sound the same, whatever their spelling; letters may differ (DOMAIN 8.7
// weighs these two steps).
inline constexpr double kOneSound = 0.985;
inline constexpr double kSameName = 0.95;
inline constexpr double kSimilarName = 0.88;

// Of two texts, letter by letter as they stand.
double jaro_winkler(std::string_view a, std::string_view b);

// Of two words: letters that Indonesian ears and pens exchange cost little, names that only look
// alike (Dewi and Dwi) stay below kSimilarName.
double likeness(const Word& a, const Word& b);

// Of two whole names. Words are aligned wherever they stand; a missing Siti or Muhammad costs
// little, a missing word of weight more, an initial agrees with any word it begins. 0 if one of
// them is empty, or only one is "By Ny ...", or they are two of twins.
double likeness(const Name& a, const Name& b);
double likeness(std::string_view a, std::string_view b);

}  // namespace names
