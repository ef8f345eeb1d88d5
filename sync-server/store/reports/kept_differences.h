// What differs since a month was closed, kept ready for its page: figure by figure, person by
// person. Whoever is erased lawfully goes from here too (erasing.cpp).
#pragma once

#include "shared/db/connection.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Result;
using base::Status;

struct KeptFigureDifference {
    std::string indicator, unit;
    std::int64_t numerator_then = 0, numerator_now = 0;
    std::int64_t denominator_then = 0, denominator_now = 0;
};
struct KeptPersonDifference {
    std::string person, indicator;
    std::string unit_then, unit_now;
    std::string part_then, part_now;
    std::string reason, detail;  // codes: why she is not counted now
};
struct KeptDifferences {
    std::vector<KeptFigureDifference> figures;
    std::vector<KeptPersonDifference> persons;
};
// In the place of what stood there of the month. The caller's transaction.
Status put_differences(db::Connection& connection, std::string_view month,
                       const KeptDifferences& differences);
// In the order in which they were put; at most `count` of them from `first` on.
Result<std::vector<KeptFigureDifference>> figure_differences(db::Connection& connection,
                                                             std::string_view month,
                                                             std::int64_t first,
                                                             std::int64_t count);
Result<std::vector<KeptPersonDifference>> person_differences(db::Connection& connection,
                                                             std::string_view month,
                                                             std::int64_t first,
                                                             std::int64_t count);
// Of one figure, in every posyandu.
Result<std::vector<KeptFigureDifference>> differences_of_figure(db::Connection& connection,
                                                                std::string_view month,
                                                                std::string_view indicator);

}  // namespace server_store
