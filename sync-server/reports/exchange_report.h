// A month for other systems: DHIS2, ADX, FHIR, and the month file that a district adds up.
#pragma once

#include "sync-server/reports/report_tables.h"

namespace reports {

struct ExchangeReport {
    std::string bytes;
    std::vector<std::string> missing;   // completeness
    std::vector<std::string> unmapped;  // what the mapping does not name
    bool holds_names = false;
};
// `format`: dhis2, adx, fhir, month. `mapping`: its text, of dhis2 and adx. Refused before the
// month's last day.
base::Result<ExchangeReport> make_exchange(db::Connection& connection, const Asked& asked,
                                           const std::string& format, std::string_view mapping);

// For people, beside a file that has no place for words.
std::string notes_of(const sheets::Book& book);

}  // namespace reports
