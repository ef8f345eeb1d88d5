// The ILP recap of mothers and of infants: a row per posyandu, headers and order as on the form.
#pragma once

#include "shared/sheets/centre.h"

namespace sheets {

Sheet ilp_mothers_sheet(const Centre& centre, const Counts& counts);
Sheet ilp_infants_sheet(const Centre& centre, const Counts& counts);

}  // namespace sheets
