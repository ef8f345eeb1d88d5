// Behind a figure: the infants counted in it, and those who were not, with why.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

#include <string>
#include <vector>

namespace reports {

struct TraceRow {
    std::string person;
    std::string name;
    std::string unit;
    std::string part;      // NUMERATOR, DENOMINATOR, EXCLUDED
    std::string reason;    // in Indonesian; empty for the numerator
    std::string evidence;  // the record that decided
};
// Settles the month first. NotFound for an indicator that does not exist.
base::Result<std::vector<TraceRow>> trace(db::Connection& connection, base::Month month,
                                          const std::string& indicator, const std::string& unit);

}  // namespace reports
