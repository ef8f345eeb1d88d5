// A demo health centre's records, ready to be saved: families with everything that hangs on them.
#pragma once

#include "shared/records/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace figures {

struct District {
    std::vector<std::string> units;
    // New records and edits in the order in which they were typed; an edit holds what changed.
    std::vector<records::Record> writes;
};
// About 43 records for each mother. Equal numbers give equal districts.
District make_district(std::int64_t mothers);

}  // namespace figures
