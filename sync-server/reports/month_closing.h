// Closing a month: its figures stay as they were reported. Opened again only with a reason; what
// differs since is said per figure and per person.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"
#include "sync-server/store/reports/closings.h"

#include <string>
#include <vector>

namespace reports {

// Refused for a month that is closed already or has not come to its last day.
base::Status close_month(db::Connection& connection, base::Month month, base::Instant now,
                         const base::Zone& zone, std::string_view actor);
// Refused without a reason, or if it is not closed.
base::Status reopen_month(db::Connection& connection, base::Month month, base::Instant now,
                          std::string_view actor, std::string_view reason);

// One person (or massage) in one figure: as she was counted then, and as she would be now. "" not
// spoken of.
struct PersonDifference {
    std::string person, indicator;
    std::string unit_then, unit_now;
    std::string part_then, part_now;  // NUMERATOR, DENOMINATOR, EXCLUDED
    std::string reason, detail;       // why she is not counted now; a code and what it is about
    std::string reason_now;           // the same in Indonesian
};
struct FigureDifference {
    std::string indicator, unit;
    int numerator_then = 0, numerator_now = 0;
    int denominator_then = 0, denominator_now = 0;
};
struct Differences {
    std::vector<FigureDifference> figures;  // by indicator, then posyandu
    std::vector<PersonDifference> persons;
    int erased = 0;  // counted then and erased since: nobody can say who
};
// Nothing for a month that is not closed.
base::Result<Differences> differences_since(db::Connection& connection, base::Month month);

// For the page and the file, in Indonesian; empty for a month that is open. No names. `unit`: of
// one posyandu only, as the file itself is; empty: of all.
base::Result<std::vector<std::string>> closing_words(db::Connection& connection, base::Month month,
                                                     const base::Zone& zone,
                                                     std::string_view unit = {});

}  // namespace reports
