// What the health centre reports of births, contacts and breastfeeding, a row per village: LB3, KN,
// the yearly profile and the East Java table of the weeks after birth.
#pragma once

#include "shared/sheets/centre.h"

namespace sheets {

Sheet lb3_sheet(const Centre& centre, const Counts& counts);
Sheet lb3_breastfeeding_sheet(const Centre& centre, const Counts& counts);
Sheet newborn_contacts_sheet(const Centre& centre, const Counts& counts);  // KN1, KN lengkap
Sheet profile_sheet(const Centre& centre, const Counts& counts);
Sheet jatim_sheet(const Centre& centre, const Counts& counts);

}  // namespace sheets
