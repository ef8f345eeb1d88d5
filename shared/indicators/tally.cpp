#include "shared/indicators/tally.h"

#include "shared/base/json.h"

#include <cmath>
#include <limits>

namespace indicators {

void Tally::add(std::span<const Fact> facts) {
    for (const Fact& fact : facts) {
        if (fact.part == Part::Excluded) continue;
        const bool is_told_apart = counts_events(fact.indicator) || fact.sex == kUnnamed;
        const RecordId event = is_told_apart ? fact.evidence : RecordId();
        const bool is_new = seen_.try_emplace({fact.person, fact.indicator, event}, true).second;
        if (is_new) add(fact.unit, fact.indicator, fact.part, fact.sex, 1, fact.age_months);
    }
}

void Tally::add(const std::string& unit, Indicator indicator, Part part, char sex, int count,
                std::optional<int> age_months) {
    if (part == Part::Excluded) return;
    Count& here = counts_[{unit, indicator, sex, age_months.value_or(kNoAge)}];
    here.denominator += count;
    if (part == Part::Numerator) here.numerator += count;
}

Count Tally::of(const std::string& unit, Indicator indicator, char sex, AgeBand band) const {
    Count sum;
    auto at = counts_.lower_bound({unit, indicator, sex, band.from});
    const auto end = counts_.upper_bound({unit, indicator, sex, band.to});
    for (; at != end; ++at) {
        sum.numerator += at->second.numerator;
        sum.denominator += at->second.denominator;
    }
    return sum;
}

Count Tally::of(const std::string& unit, Indicator indicator, char sex) const {
    return of(unit, indicator, sex, {kNoAge, std::numeric_limits<int>::max()});
}

Count Tally::of(const std::string& unit, Indicator indicator) const {
    Count sum;
    for (const char sex : {'\0', 'L', 'P', kUnnamed}) {
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
