// Figures that are a mean or a median of numbers: each Numerator fact carries its number as detail.
#pragma once

#include "shared/indicators/facts.h"

namespace indicators {

std::vector<double> numbers_of(std::span<const Fact> facts, Indicator indicator);
// nullopt: of nobody. The median of an even number is the mean of the two in the middle.
std::optional<double> mean_of(std::vector<double> numbers);
std::optional<double> median_of(std::vector<double> numbers);
// By the indicator's kind; CHECKs that it is a Mean or Median.
std::optional<double> measure_of(std::span<const Fact> facts, Indicator indicator);

}  // namespace indicators
