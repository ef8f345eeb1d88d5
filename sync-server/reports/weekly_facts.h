// The weekly recap's figures opened: what it counts, each as a fact of the shape that tracing
// reads.
#pragma once

#include "shared/db/connection.h"
#include "shared/sheets/counts.h"
#include "sync-server/store/reports/facts.h"

namespace reports {

// Of these posyandu; `detail` is the column (sheets/weekly_sheet.h), the age the day of the month.
base::Result<std::vector<server_store::FactRow>> weekly_facts(db::Connection& connection,
                                                              base::Month month,
                                                              const sheets::Place& place);

}  // namespace reports
