// What differs since a month was closed, figure by figure and person by person.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

#include <string>
#include <string_view>
#include <vector>

namespace reports {

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
// Of one posyandu, of one indicator; empty: of all.
struct Scope {
    std::string_view unit = {};
    std::string_view indicator = {};
};
// Nothing for a month that is not closed.
base::Result<Differences> differences_since(db::Connection& connection, base::Month month,
                                            const Scope& scope = {});

// For the page and the file, in Indonesian; empty for a month that is open. No names.
base::Result<std::vector<std::string>> closing_words(db::Connection& connection, base::Month month,
                                                     const base::Zone& zone,
                                                     const Scope& scope = {});

}  // namespace reports
