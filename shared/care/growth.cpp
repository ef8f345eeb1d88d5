#include "shared/care/growth.h"

#include <array>
#include <cmath>

namespace care {

namespace {

struct Lms {
    double l;
    double m;
    double s;
};

constexpr std::array<std::array<Lms, 2>, kGrowthTableDays + 1> kWeightForAge = {{
#include "weight_for_age_daily.inc"
}};

// The weight at `sd` standard deviations. In this table |L| is at least 0.0001, never zero.
double weight_at(const Lms& row, double sd) {
    return row.m * std::pow(1 + sd * row.l * row.s, 1 / row.l);
}

}  // namespace

std::optional<double> weight_for_age_z(char sex, int age_days, double weight_kg) {
    if ((sex != 'L' && sex != 'P') || age_days < 0 || age_days > kGrowthTableDays) {
        return std::nullopt;
    }
    if (!(weight_kg > 0)) return std::nullopt;
    const Lms& row = kWeightForAge[static_cast<std::size_t>(age_days)][sex == 'L' ? 0 : 1];
    double z = (std::pow(weight_kg / row.m, row.l) - 1) / (row.l * row.s);
    // Beyond three SD the distance between the second and the third goes on evenly (WHO).
    if (z > 3) {
        const double third = weight_at(row, 3);
        z = 3 + (weight_kg - third) / (third - weight_at(row, 2));
    } else if (z < -3) {
        const double third = weight_at(row, -3);
        z = -3 + (weight_kg - third) / (weight_at(row, -2) - third);
    }
    return std::round(z * 100) / 100;
}

std::optional<double> weight_at_z(char sex, int age_days, double z) {
    if ((sex != 'L' && sex != 'P') || age_days < 0 || age_days > kGrowthTableDays) {
        return std::nullopt;
    }
    const Lms& row = kWeightForAge[static_cast<std::size_t>(age_days)][sex == 'L' ? 0 : 1];
    if (z > 3) return weight_at(row, 3) + (z - 3) * (weight_at(row, 3) - weight_at(row, 2));
    if (z < -3) return weight_at(row, -3) + (z + 3) * (weight_at(row, -2) - weight_at(row, -3));
    return weight_at(row, z);
}

bool is_plausible_weight_z(double z) {
    return z >= -6 && z <= 5;
}

std::optional<int> minimum_gain_g(int age_months) {
    constexpr std::array<int, 7> kFirstMonths = {0, 800, 900, 800, 600, 500, 400};
    if (age_months < 1 || age_months > 24) return std::nullopt;
    if (age_months <= 6) return kFirstMonths[static_cast<std::size_t>(age_months)];
    return age_months <= 10 ? 300 : 200;
}

}  // namespace care
