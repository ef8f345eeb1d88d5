// What DHIS2 and ADX have in common: a month's values for mapped places and figures, and the note
// that travels with them.
#pragma once

#include "sync-server/reports/formats/mapping.h"

namespace formats {

struct Exchange {
    const Mapping& mapping;
    const sheets::Counts& counts;
    std::vector<std::string> missing;  // completeness, one sentence each
    std::vector<std::string> unmapped;
    base::Date made_on;
    std::string made_at;  // "2026-10-05T03:00:00Z"
};

// `POST /api/dataValueSets` (DOMAIN 6.8). Each value's comment is its id; what is missing stands in
// the first value's comment, and `completeDate` only where nothing is missing and everything is
// mapped: it tells DHIS2 that the data set is complete.
base::Result<std::string> dhis2_file(const Exchange& exchange);
// ADX (DOMAIN 6.9): one group for each org unit.
base::Result<std::string> adx_file(const Exchange& exchange);

}  // namespace formats
