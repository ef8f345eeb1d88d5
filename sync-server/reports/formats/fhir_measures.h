// FHIR R4 MeasureReports (type summary) of a month or period: one per indicator and place, in a
// Bundle (collection). Counts only, nobody's record (DOMAIN 6.10).
#pragma once

#include "shared/sheets/centre.h"

namespace formats {

struct Measures {
    const sheets::Centre& centre;
    const sheets::Counts& counts;
    std::vector<std::string> codes;    // indicators
    std::vector<std::string> missing;  // completeness: said in each report's text
    std::string made_at;               // with its offset
};
std::string fhir_measures(const Measures& measures);

}  // namespace formats
