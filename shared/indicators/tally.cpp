#include "shared/indicators/tally.h"

#include "shared/base/json.h"

#include <cmath>

namespace indicators {

void Tally::add(std::span<const Fact> facts) {
    for (const Fact& fact : facts) {
        if (fact.part == Part::Excluded) continue;
        const RecordId event = counts_events(fact.indicator) ? fact.evidence : RecordId();
        const bool is_new = seen_.try_emplace({fact.person, fact.indicator, event}, true).second;
        if (is_new) add(fact.unit, fact.indicator, fact.part, fact.sex, 1);
    }
}

void Tally::add(const std::string& unit, Indicator indicator, Part part, char sex, int count) {
    if (part == Part::Excluded) return;
    Count& here = counts_[{unit, indicator, sex}];
    here.denominator += count;
    if (part == Part::Numerator) here.numerator += count;
}

Count Tally::of(const std::string& unit, Indicator indicator, char sex) const {
    const auto found = counts_.find({unit, indicator, sex});
    return found == counts_.end() ? Count{} : found->second;
}

Count Tally::of(const std::string& unit, Indicator indicator) const {
    Count sum;
    for (const char sex : {'\0', 'L', 'P'}) {
        const Count part = of(unit, indicator, sex);
        sum.numerator += part.numerator;
        sum.denominator += part.denominator;
    }
    return sum;
}

Count Tally::everywhere(Indicator indicator) const {
    Count sum;
    for (const std::string& unit : units()) {
        const Count part = of(unit, indicator);
        sum.numerator += part.numerator;
        sum.denominator += part.denominator;
    }
    return sum;
}

std::vector<std::string> Tally::units() const {
    std::vector<std::string> units;
    for (const auto& [key, count] : counts_) {
        const std::string& unit = std::get<0>(key);
        if (units.empty() || units.back() != unit) units.push_back(unit);
    }
    return units;
}

std::optional<double> percent(const Count& count) {
    if (count.denominator == 0) return std::nullopt;
    return std::floor(1000.0 * count.numerator / count.denominator + 0.5) / 10;
}

std::string percent_text(const Count& count) {
    const auto share = percent(count);
    if (!share) return "–";
    const std::string text = base::json::decimal(*share);
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

}  // namespace indicators
