// A child's age out of a table: from birth and visit, or as it was written down.
#pragma once

#include "sync-server/evaluate/record_map.h"

namespace evaluate {

// What counts as a completed month: the calendar's, or 30.4375 days.
enum class AgeRule { Months, Days };

struct Age {
    std::optional<int> days;           // rounded half up; nullopt: not known
    std::optional<int> months;         // completed; nullopt: not known
    std::string note;                  // why there is none: a sentence's part
    std::optional<double> exact_days;  // before rounding
    bool is_missing = false;           // nothing was written down, not: it cannot be
};

// The map must name birth_date and visit_date, or age_days, or age_months, and only one of them.
Status check_ages(const RecordMap& map);
// A visit before the birth is noted, not refused.
Result<Age> age_of(const base::csv::Row& row, const RecordMap& map, AgeRule rule);

}  // namespace evaluate
