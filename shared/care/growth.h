// Weight for age by the WHO Child Growth Standards (2006), from the daily table (DOMAIN 7).
#pragma once

#include "shared/base/date.h"

#include <optional>

namespace care {

inline constexpr int kGrowthTableDays = 730;

// The z-score, rounded to two decimals, half away from zero. nullopt: sex unknown, age outside
// 0..730 days, weight not above zero. `sex` is 'L' or 'P'.
std::optional<double> weight_for_age_z(char sex, int age_days, double weight_kg);
bool is_plausible_weight_z(double z);  // -6 <= z <= 5
// A point of the curve of `z`, in kg: what weighs that much has that score. nullopt as above.
std::optional<double> weight_at_z(char sex, int age_days, double z);

// The least gain in a month of that age that counts as gaining, in grams (KBM, DOMAIN 7.4).
std::optional<int> minimum_gain_g(int age_months);

}  // namespace care
