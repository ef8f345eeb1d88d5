// Form F1 of a posyandu: sections A to O in the order and words of the form, by age and sex. What
// other programs fill stays empty and the sheet says so.
#pragma once

#include "shared/sheets/centre.h"

namespace sheets {

Sheet f1_sheet(const Centre& centre, const Counts& counts, const Place& posyandu);

}  // namespace sheets
