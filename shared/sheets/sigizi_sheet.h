// The ministry's table "Balita Gizi" (SIGIZI KESGA): a row per village, 30 columns with the headers
// that the receiving system matches on. Ours are 1-4, 14 and 20-25, and 5 where a target was
// entered; all others stay empty and the sheet says so (AMENDMENTS Definitions).
#pragma once

#include "shared/sheets/centre.h"

namespace sheets {

Sheet sigizi_sheet(const Centre& centre, const Counts& counts);
// The percentages behind it, as the district computes them: numerator, denominator and percent.
Sheet indicators_sheet(const Centre& centre, const Counts& counts);

}  // namespace sheets
