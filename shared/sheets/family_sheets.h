// ILP sheets 3 (mother) and 4 (infant 0-6 months) of one family: a column for each visit, rows in
// the order of the paper form. What this app does not ask stays empty.
#pragma once

#include "shared/care/family.h"
#include "shared/sheets/centre.h"

namespace sheets {

std::vector<Sheet> family_sheets(const care::Family& family, const records::Record& household,
                                 const Place& posyandu);

}  // namespace sheets
