// The posyandu's √/X/A register as a page, and its half-year recap of February and August. With
// names: it never leaves the health centre. The recap has none.
#pragma once

#include "shared/indicators/register.h"
#include "shared/sheets/centre.h"

#include <span>

namespace sheets {

Sheet register_sheet(const Place& posyandu, std::span<const indicators::RegisterRow> rows);
// How many √, X and A by month of age, and who passed the half-year (clock B).
bool has_recap(Month month);  // February and August (AMENDMENTS Definitions)
Sheet recap_sheet(const Place& posyandu, std::span<const indicators::RegisterRow> rows);

}  // namespace sheets
