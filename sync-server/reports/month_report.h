// The month's tables, ready to be written to a file.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"
#include "shared/indicators/sigizi.h"

#include <string>
#include <vector>

namespace reports {

using base::Month;
using base::Result;

// Adds up the settled facts of the month. `unit` restricts to one posyandu; empty: all.
Result<indicators::Tally> tally_of(db::Connection& connection, Month month,
                                   const std::string& unit);
// The villages of the health centre with their posyandu, by name.
Result<std::vector<indicators::Village>> villages(db::Connection& connection,
                                                  const std::string& unit);

// What does not add up in SIGIZI's table (V051, V052): said beside the file, never a reason to hold
// it back.
Result<std::vector<indicators::ReportFinding>> sigizi_findings(db::Connection& connection,
                                                               Month month,
                                                               const std::string& unit);
// The √/X/A register of one posyandu. With names: it never leaves the health centre.
Result<std::string> register_csv(db::Connection& connection, Month month, const std::string& unit,
                                 base::Date today);

}  // namespace reports
