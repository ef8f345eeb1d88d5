// What was counted in a period: of a closed month the figures as they were reported, of an open one
// as they stand now (SYNC 26).
#pragma once

#include "shared/db/connection.h"
#include "shared/sheets/counts.h"
#include "sync-server/store/reports/facts.h"

namespace reports {

// AsReported: a closed month's frozen figures. AsNow: whatever was reported, what is true now.
enum class Reading { AsReported, AsNow };
base::Result<sheets::Counts> counts_of(db::Connection& connection, const sheets::Period& period,
                                       Reading reading = Reading::AsReported);
// Of one indicator, as it stands now. Settles the month first.
base::Result<sheets::Counts> counts_now(db::Connection& connection, base::Month month,
                                        const std::string& indicator);

// Who stands behind an indicator in a month. Settles the month first.
base::Result<std::vector<server_store::FactRow>> facts_behind(db::Connection& connection,
                                                              base::Month month,
                                                              const std::string& indicator,
                                                              Reading reading);
// The same of those who count or stay in these posyandu: without reading all others.
base::Result<std::vector<server_store::FactRow>> facts_behind_in(
    db::Connection& connection, base::Month month, const std::string& indicator,
    const std::vector<std::string>& units, Reading reading);

// The infants of a tally without names as one row, with how many they are.
std::vector<server_store::FactRow> with_tallies_as_one(std::vector<server_store::FactRow> facts);

}  // namespace reports
