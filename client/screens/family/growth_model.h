// The weights of a family's living infants against the standard (DOMAIN 7).
#pragma once

#include "client/screens/family/family_context.h"
#include "shared/care/weighing.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

struct WeightRow {
    std::string record;  // of the check; empty: the weight at birth
    std::string day, age, weight;
    std::string change;  // "+900 g dalam 30 hari (paling sedikit 800 g)", "-5 % dari berat lahir"
    std::string letter;  // "Naik (N)"
    std::string score;   // "-0,4"
    bool is_doubtful = false;  // not plausible: shown here, not drawn as truth
    bool is_low_gain = false;
    double months = 0, kg = 0;
};

struct GrowthCurve {
    int z = 0;
    std::vector<double> kg;  // at each of InfantGrowth::curve_months
};

struct InfantGrowth {
    std::string id, name;
    std::string born;                   // "Lahir 12 Feb 2026 · 3,1 kg"
    std::vector<std::string> headline;  // the last weighing, its gain, what to do
    bool asks_midwife = false;
    std::string caveat;           // why no line can be drawn, or how far to trust it
    std::vector<WeightRow> rows;  // newest first
    std::vector<double> curve_months;
    std::vector<GrowthCurve> curves;  // empty: sex or birth date not known
    int months_shown = 6;
};
std::vector<InfantGrowth> growth_of(const FamilyContext& context);

// In words: "berat badan normal" (Permenkes 2/2020).
std::string weight_class(double z);
std::string letter_text(care::CardLetter letter);

}  // namespace screens
