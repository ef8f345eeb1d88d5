// Months that were closed: the figures as they were reported, person by person, and for how long.
// Who is erased lawfully stays counted, and nobody can be found behind it any more (erasing.cpp).
#pragma once

#include "sync-server/store/reports/facts.h"

#include "shared/base/date.h"

#include <optional>
#include <set>

namespace server_store {

using base::Instant;

struct Closing {
    std::int64_t no = 0;
    std::string month;
    Instant closed_at;
    std::string closed_by;             // a user's id, or kCommandLine
    std::vector<std::string> missing;  // what was known to be missing, sentences
    std::optional<Instant> reopened_at;
    std::string reopened_by, reason;
};

// Keeps a copy of the month's facts as they stand.
Status close_month(db::Connection& connection, const Closing& closing);
Status reopen_month(db::Connection& connection, std::int64_t no, Instant now,
                    std::string_view actor, std::string_view reason);
// The one that is in force; nullopt: the month is open.
Result<std::optional<Closing>> closing_of(db::Connection& connection, std::string_view month);
// From that month on, those that are closed now: what laptops are told.
Result<std::set<base::Month>> closed_months(db::Connection& connection, base::Month since);
// All that there ever were of the month, oldest first.
Result<std::vector<Closing>> closings_of(db::Connection& connection, std::string_view month);

Result<std::vector<FactRow>> closed_facts(db::Connection& connection, const Closing& closing);
// Codes of which facts stand in the closing or among the month's facts of today, in order.
Result<std::vector<std::string>> indicators_then_and_now(db::Connection& connection,
                                                         const Closing& closing);
Result<std::vector<FactRow>> closed_facts_of_cell(db::Connection& connection,
                                                  const Closing& closing,
                                                  std::string_view indicator);
Status each_closed_fact_of_cell(db::Connection& connection, const Closing& closing,
                                std::string_view indicator, const EachFact& each);
// Figures without persons: how many facts of the month are alike.
Result<std::vector<FigureRow>> closed_figures(db::Connection& connection, const Closing& closing);

}  // namespace server_store
