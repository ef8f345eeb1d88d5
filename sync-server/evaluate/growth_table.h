// A researcher's weights and lengths through our WHO scores (shared/care/growth).
#pragma once

#include "sync-server/evaluate/record_map.h"

namespace evaluate {

struct Evaluated {
    std::string csv;                    // a row for every row of the table, in its order
    std::vector<std::string> messages;  // what a person should know beside it
};

// What cannot be read is refused with its line; what can be read and has no score (no sex, an age
// outside 0 to 730 days, a weight not above zero) keeps its row, with the reason in "note".
// `is_lenient`: what cannot be read is noted in its row instead.
Result<Evaluated> evaluate_growth(const Records& records, std::string_view map_json,
                                  bool is_lenient);

}  // namespace evaluate
