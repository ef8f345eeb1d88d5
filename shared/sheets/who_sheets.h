// The WHO/UNICEF 2021 indicators, the routine WHO versions on a page of their own (different
// denominators: never on one line), and the area graph of feeding by month of age.
#pragma once

#include "shared/sheets/centre.h"

namespace sheets {

Sheet who_sheet(const Centre& centre, const Counts& counts);
Sheet postnatal_sheet(const Centre& centre, const Counts& counts);
Sheet area_graph_sheet(const Centre& centre, const Counts& counts);

}  // namespace sheets
