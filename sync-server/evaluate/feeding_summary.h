// The figures of a table of feeding answers: for everybody and by group, numerator, denominator and
// value, weighted where the map names a weight; the area graph by age; the median duration of
// exclusive breastfeeding.
#pragma once

#include "sync-server/evaluate/feeding_table.h"

namespace evaluate {

// Columns: by, group, indicator, age, numerator, denominator, percent, n_numerator, n_denominator.
// The two with n_ are children, without weights.
std::string summary_csv(const Feeding& feeding, const FeedingOptions& options);

}  // namespace evaluate
