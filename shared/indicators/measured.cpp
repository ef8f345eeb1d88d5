#include "shared/indicators/measured.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace indicators {

std::vector<double> numbers_of(std::span<const Fact> facts, Indicator indicator) {
    std::vector<double> numbers;
    for (const Fact& fact : facts) {
        if (fact.indicator != indicator || fact.part != Part::Numerator) continue;
        double number = 0;
        const char* end = fact.detail.data() + fact.detail.size();
        const auto read = std::from_chars(fact.detail.data(), end, number);
        if (read.ec == std::errc() && read.ptr == end) numbers.push_back(number);
    }
    return numbers;
}

std::optional<double> mean_of(std::vector<double> numbers) {
    if (numbers.empty()) return std::nullopt;
    std::sort(numbers.begin(), numbers.end());  // so that the order of arrival changes no digit
    return std::accumulate(numbers.begin(), numbers.end(), 0.0) /
           static_cast<double>(numbers.size());
}

std::optional<double> median_of(std::vector<double> numbers) {
    if (numbers.empty()) return std::nullopt;
    std::sort(numbers.begin(), numbers.end());
    const std::size_t middle = numbers.size() / 2;
    if (numbers.size() % 2 == 1) return numbers[middle];
    return (numbers[middle - 1] + numbers[middle]) / 2;
}

std::optional<double> measure_of(std::span<const Fact> facts, Indicator indicator) {
    const Kind how = kind(indicator);
    CHECK(how == Kind::Mean || how == Kind::Median);
    std::vector<double> numbers = numbers_of(facts, indicator);
    return how == Kind::Mean ? mean_of(std::move(numbers)) : median_of(std::move(numbers));
}

}  // namespace indicators
