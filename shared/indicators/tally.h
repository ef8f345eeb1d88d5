// Facts added up by unit, indicator and sex.
#pragma once

#include "shared/indicators/facts.h"

#include <map>
#include <tuple>

namespace indicators {

struct Count {
    int numerator = 0;
    int denominator = 0;  // whoever is in the numerator is in here too
};

class Tally {
public:
    // A second fact of one person and indicator is not counted again; of one massage or learner,
    // where these are counted.
    void add(std::span<const Fact> facts);
    // What a GROUP BY already counted; `part` Excluded adds nothing.
    void add(const std::string& unit, Indicator indicator, Part part, char sex, int count);

    Count of(const std::string& unit, Indicator indicator) const;
    Count of(const std::string& unit, Indicator indicator, char sex) const;
    Count everywhere(Indicator indicator) const;
    std::vector<std::string> units() const;

private:
    std::map<std::tuple<std::string, Indicator, char>, Count> counts_;
    std::map<std::tuple<RecordId, Indicator, RecordId>, bool> seen_;
};

// One decimal, half up; nullopt when there is nobody to divide by.
std::optional<double> percent(const Count& count);
std::string percent_text(const Count& count);  // "67.7", or "–" without a denominator

}  // namespace indicators
