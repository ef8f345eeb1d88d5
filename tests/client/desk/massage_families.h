// Families of the massage, of every group, on the work list.
#pragma once

#include "tests/client/desk/desk.h"

namespace desk {

// Two need a second visit, two practise, one is taught, two are not, one does not want it. The
// first is `village`'s family.
void fill_massages(Desk& desk, const Village& village);

}  // namespace desk
