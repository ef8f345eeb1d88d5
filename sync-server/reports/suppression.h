// For published and research tables only, never for official forms (AMENDMENTS Definitions): counts
// of 1 to 4 are hidden, and as many more as it takes that nobody can compute a hidden one from the
// totals; percentages of fewer than 25 are hidden, of 25 to 49 bracketed (DOMAIN 6.1, 10.4).
#pragma once

#include <optional>
#include <vector>

namespace reports {

inline constexpr int kHiddenBelow = 5;
inline constexpr int kPercentHiddenBelow = 25, kPercentBracketedBelow = 50;

using CountTable = std::vector<std::vector<int>>;                 // rows of equal length
using ShownTable = std::vector<std::vector<std::optional<int>>>;  // nullopt: hidden

// The table with its row of column totals and its column of row totals, what is hidden left out.
// Promise: every hidden cell could have at least two values, given all that is shown.
// Zero is shown: that nobody is in a cell names nobody.
ShownTable suppressed(const CountTable& counts);

enum class PercentShown { Plain, Bracketed, Hidden };
// Hidden too where it would give away a hidden count: of 1 to 4 in it, or not in it.
PercentShown percent_shown(int numerator, int denominator);

}  // namespace reports
