// Facts added up by unit, indicator, sex and age (DOMAIN 6.7). Months are added up by adding every
// month's facts to one tally: a quarter is cumulative from January (period.h).
#pragma once

#include "shared/indicators/facts.h"

#include <array>
#include <map>
#include <tuple>

namespace indicators {

struct Count {
    int numerator = 0;
    int denominator = 0;  // whoever is in the numerator is in here too
};

// Completed months, `from` to `to`. The bands of form F1 and those of the area graph.
struct AgeBand {
    int from = 0, to = 0;
};
inline constexpr std::array<AgeBand, 3> kCardBands = {{{0, 5}, {6, 11}, {12, 23}}};
inline constexpr std::array<AgeBand, 3> kGraphBands = {{{0, 1}, {2, 3}, {4, 5}}};

class Tally {
public:
    // A second fact of one person and indicator is not counted again; of one massage or learner,
    // where these are counted.
    void add(std::span<const Fact> facts);
    // What a GROUP BY already counted; `part` Excluded adds nothing.
    void add(const std::string& unit, Indicator indicator, Part part, char sex, int count,
             std::optional<int> age_months = std::nullopt);

    Count of(const std::string& unit, Indicator indicator) const;
    Count of(const std::string& unit, Indicator indicator, char sex) const;
    // From that to that month of age, both of them in.
    Count of(const std::string& unit, Indicator indicator, char sex, AgeBand band) const;
    Count everywhere(Indicator indicator) const;
    std::vector<std::string> units() const;

private:
    static constexpr int kNoAge = -1;
    std::map<std::tuple<std::string, Indicator, char, int>, Count> counts_;
    std::map<std::tuple<RecordId, Indicator, RecordId>, bool> seen_;
};

// One decimal, half up; nullopt when there is nobody to divide by.
std::optional<double> percent(const Count& count);
std::string percent_text(const Count& count);  // "67.7", or "–" without a denominator

}  // namespace indicators
