#include "shared/care/growth.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace care {

namespace {

struct Lms {
    double l;
    double m;
    double s;
};
template <std::size_t kRows>
using Table = std::array<std::array<Lms, 2>, kRows>;  // boys, girls

constexpr Table<kGrowthTableDays + 1> kWeightForAge = {{
#include "weight_for_age_daily.inc"
}};
constexpr Table<kGrowthTableDays + 1> kLengthForAge = {{
#include "length_for_age_daily.inc"
}};
constexpr Table<kGrowthTableDays + 1> kHeadForAge = {{
#include "head_for_age_daily.inc"
}};
constexpr int kShortestTenths = 450, kLongestTenths = 1100;
constexpr Table<kLongestTenths - kShortestTenths + 1> kWeightForLength = {{
#include "weight_for_length.inc"
}};

// The weight at `sd` standard deviations. In these tables |L| is at least 0.0001, never zero.
double weight_at(const Lms& row, double sd) {
    return row.m * std::pow(1 + sd * row.l * row.s, 1 / row.l);
}

double rounded(double z) {
    return std::round(z * 100) / 100;
}

// Beyond three SD the distance between the second and the third goes on evenly (WHO): weights only.
double adjusted_z(const Lms& row, double weight_kg) {
    double z = (std::pow(weight_kg / row.m, row.l) - 1) / (row.l * row.s);
    if (z > 3) {
        const double third = weight_at(row, 3);
        z = 3 + (weight_kg - third) / (third - weight_at(row, 2));
    } else if (z < -3) {
        const double third = weight_at(row, -3);
        z = -3 + (weight_kg - third) / (weight_at(row, -2) - third);
    }
    return rounded(z);
}

std::size_t column(char sex) {
    return sex == 'L' ? 0 : 1;
}

bool is_readable(char sex, double measured) {
    return (sex == 'L' || sex == 'P') && measured > 0 && std::isfinite(measured);
}

const Lms* row_of_age(const Table<kGrowthTableDays + 1>& table, char sex, int age_days) {
    if (age_days < 0 || age_days > kGrowthTableDays) return nullptr;
    return &table[static_cast<std::size_t>(age_days)][column(sex)];
}

// The nearest tenths on both sides, mixed by how near they are. A length of whole tenths is itself,
// whatever its last bits are.
Lms row_of_length(char sex, double length_cm) {
    const double tenths = length_cm * 10 - kShortestTenths;
    const double nearest = std::round(tenths);
    const double lower = std::abs(tenths - nearest) < 1e-6 ? nearest : std::floor(tenths);
    const double share = std::max(0.0, tenths - lower);
    const auto at = static_cast<std::size_t>(lower);
    const Lms& low = kWeightForLength[at][column(sex)];
    if (share < 1e-6) return low;
    const Lms& high = kWeightForLength[at + 1][column(sex)];
    const auto mixed = [&](double a, double b) { return a + share * (b - a); };
    return {mixed(low.l, high.l), mixed(low.m, high.m), mixed(low.s, high.s)};
}

}  // namespace

std::optional<double> weight_for_age_z(char sex, int age_days, double weight_kg) {
    if (!is_readable(sex, weight_kg)) return std::nullopt;
    const Lms* row = row_of_age(kWeightForAge, sex, age_days);
    if (row == nullptr) return std::nullopt;
    return adjusted_z(*row, weight_kg);
}

std::optional<double> length_for_age_z(char sex, int age_days, double length_cm) {
    if (!is_readable(sex, length_cm)) return std::nullopt;
    const Lms* row = row_of_age(kLengthForAge, sex, age_days);
    if (row == nullptr) return std::nullopt;
    return rounded((length_cm / row->m - 1) / row->s);
}

std::optional<double> head_for_age_z(char sex, int age_days, double head_cm) {
    if (!is_readable(sex, head_cm)) return std::nullopt;
    const Lms* row = row_of_age(kHeadForAge, sex, age_days);
    if (row == nullptr) return std::nullopt;
    return rounded((head_cm / row->m - 1) / row->s);
}

std::optional<double> weight_for_length_z(char sex, double length_cm, double weight_kg) {
    if (!is_readable(sex, weight_kg) || !is_readable(sex, length_cm)) return std::nullopt;
    const double tenths = length_cm * 10;
    if (tenths < kShortestTenths - 1e-6 || tenths > kLongestTenths + 1e-6) return std::nullopt;
    return adjusted_z(row_of_length(sex, length_cm), weight_kg);
}

std::optional<double> weight_at_z(char sex, int age_days, double z) {
    if (sex != 'L' && sex != 'P') return std::nullopt;
    const Lms* row = row_of_age(kWeightForAge, sex, age_days);
    if (row == nullptr) return std::nullopt;
    if (z > 3) return weight_at(*row, 3) + (z - 3) * (weight_at(*row, 3) - weight_at(*row, 2));
    if (z < -3) return weight_at(*row, -3) + (z + 3) * (weight_at(*row, -2) - weight_at(*row, -3));
    return weight_at(*row, z);
}

bool is_plausible_weight_z(double z) {
    return z >= -6 && z <= 5;
}
bool is_plausible_length_z(double z) {
    return z >= -6 && z <= 6;
}
bool is_plausible_head_z(double z) {
    return z >= -5 && z <= 5;
}
bool is_plausible_weight_for_length_z(double z) {
    return z >= -5 && z <= 5;
}

WeightClass weight_class(double weight_for_age_z) {
    if (weight_for_age_z < -3) return WeightClass::VeryLow;
    if (weight_for_age_z < -2) return WeightClass::Low;
    return weight_for_age_z <= 1 ? WeightClass::Normal : WeightClass::RiskOfOverweight;
}

std::string_view name_id(WeightClass weight) {
    switch (weight) {
        case WeightClass::VeryLow:
            return "berat badan sangat kurang";
        case WeightClass::Low:
            return "berat badan kurang";
        case WeightClass::Normal:
            return "berat badan normal";
        case WeightClass::RiskOfOverweight:
            return "risiko berat badan lebih";
    }
    return "";
}

std::optional<int> minimum_gain_g(int age_months) {
    constexpr std::array<int, 7> kFirstMonths = {0, 800, 900, 800, 600, 500, 400};
    if (age_months < 1 || age_months > 24) return std::nullopt;
    if (age_months <= 6) return kFirstMonths[static_cast<std::size_t>(age_months)];
    return age_months <= 10 ? 300 : 200;
}

}  // namespace care
