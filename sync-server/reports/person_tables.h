// Tables out of the families' records, one sheet per posyandu, nearly all with names: register,
// cohort, measurements, a family's sheets.
#pragma once

#include "shared/db/connection.h"
#include "shared/sheets/centre.h"

namespace reports {

base::Status add_registers(db::Connection& connection, const sheets::Centre& centre,
                           base::Month month, base::Date today, sheets::Book& book);

base::Status add_cohorts(db::Connection& connection, const sheets::Centre& centre,
                         base::Month month, sheets::Book& book);
base::Status add_measurements(db::Connection& connection, const sheets::Centre& centre,
                              base::Month month, sheets::Book& book);  // e-PPGBM, one sheet
base::Status add_weeks(db::Connection& connection, const sheets::Centre& centre, base::Month month,
                       sheets::Book& book);
// NotFound for a household that is not here.
base::Status add_family(db::Connection& connection, const sheets::Centre& centre,
                        const std::string& household, sheets::Book& book);

// What another room wrote as CSV, as a sheet: whole numbers become numbers.
base::Result<sheets::Sheet> sheet_of_csv(const std::string& csv);

}  // namespace reports
