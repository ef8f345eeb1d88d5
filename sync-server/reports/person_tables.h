// Tables that hold names, one sheet per posyandu: register, cohort, measurements, a family's
// sheets.
#pragma once

#include "shared/db/connection.h"
#include "sync-server/reports/sheets/centre.h"

namespace reports {

base::Status add_registers(db::Connection& connection, const sheets::Centre& centre,
                           base::Month month, base::Date today, sheets::Book& book);

// What another room wrote as CSV, as a sheet: whole numbers become numbers.
base::Result<sheets::Sheet> sheet_of_csv(const std::string& csv);

}  // namespace reports
