// The massage programme's month: its figures, and the families who practise or need a second visit.
#pragma once

#include "shared/indicators/practice.h"
#include "shared/sheets/centre.h"
#include "sync-server/reports/month_report.h"

namespace reports {

// The settled facts of the programme, of a closed month as they were reported. `unit` restricts to
// one posyandu; empty: all.
Result<std::vector<indicators::Fact>> programme_facts(db::Connection& connection, Month month,
                                                      const std::string& unit);
// Every figure with its definition, source and caveat, per village, and the ids that `trace` opens.
Result<std::string> programme_csv(db::Connection& connection, Month month, const std::string& unit);
// The same without the ids' columns, for a sheet whose cells carry them.
Result<std::string> programme_table_csv(db::Connection& connection, Month month,
                                        const std::string& unit);

// The ids of the figures in the sheet made of that table. A rate's whole is its mothers, of each of
// whom two weeks are counted.
void add_figure_ids(const sheets::Centre& centre, const sheets::Period& period,
                    sheets::Sheet& into);

struct PractisingFamily {
    std::string household, unit, head, rt, rw;
    indicators::MotherPractice practice;
};
// As they stood on that day: who needs a second visit first, then by posyandu, RW, RT and name.
Result<std::vector<PractisingFamily>> practising_families(db::Connection& connection, base::Date on,
                                                          const std::string& unit);
// As on the last day of the month, or today while it runs. With names: it never leaves the health
// centre.
Result<std::string> families_csv(db::Connection& connection, Month month, const std::string& unit,
                                 base::Date today);

}  // namespace reports
