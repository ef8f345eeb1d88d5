// The WHO Child Growth Standards (2006) from birth to two years: weight, length and head for age by
// the daily tables, weight for length by the table of tenths of a centimetre (DOMAIN 7).
//
// Every z-score is rounded to two decimals, half away from zero; nullopt where the sex is not 'L'
// or 'P', the age not 0 to 730 days, or the measurement not above zero. Pure and without memory.
#pragma once

#include "shared/base/date.h"

#include <optional>
#include <string_view>

namespace care {

inline constexpr int kGrowthTableDays = 730;
inline constexpr double kDaysOfMonth = 30.4375;  // between an age in days and one in months

std::optional<double> weight_for_age_z(char sex, int age_days, double weight_kg);
std::optional<double> length_for_age_z(char sex, int age_days, double length_cm);
std::optional<double> head_for_age_z(char sex, int age_days, double head_cm);
// nullopt also outside 45 to 110 cm of lying length. Between two tenths the table is interpolated.
std::optional<double> weight_for_length_z(char sex, double length_cm, double weight_kg);

// Under two years a child lies; who was measured standing is 0.7 cm longer lying (WHO).
inline constexpr double kStandingShorterCm = 0.7;
// Standing under nine months is a mistake of whoever wrote it down (V057).
inline constexpr int kStandsFromMonths = 9;

// Outside these WHO calls a score a mistake: kept, flagged, left out of averages (DOMAIN 7.2).
bool is_plausible_weight_z(double z);             // -6 <= z <= 5
bool is_plausible_length_z(double z);             // -6 <= z <= 6
bool is_plausible_head_z(double z);               // -5 <= z <= 5
bool is_plausible_weight_for_length_z(double z);  // -5 <= z <= 5

// A point of the curve of `z`, in kg: what weighs that much has that score. nullopt as above.
std::optional<double> weight_at_z(char sex, int age_days, double z);

// Weight for age as the ministry names it (Permenkes 2/2020; DOMAIN 7.5).
enum class WeightClass { VeryLow, Low, Normal, RiskOfOverweight };
WeightClass weight_class(double weight_for_age_z);
std::string_view name_id(WeightClass weight);

// The least gain in a month of that age that counts as gaining, in grams (KBM, DOMAIN 7.4).
std::optional<int> minimum_gain_g(int age_months);

}  // namespace care
