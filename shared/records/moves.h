// Where a record was before: from one posyandu to another (SYNC 15).
#pragma once

#include "shared/base/date.h"
#include "shared/records/record.h"

#include <string>
#include <vector>

namespace records {

struct Move {
    Revision revision;  // that the record got by it
    std::string from, to;
    std::string since;  // the day from which it is so: "2026-03-01"

    bool operator==(const Move&) const = default;
};
// Where it was on that day, by its moves in their order; `now`: where it is.
std::string unit_on(const std::vector<Move>& moves, base::Date day, const std::string& now);

}  // namespace records
