// Any table of records, compared with itself: what `kawan-server duplicates evaluate` does.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace linking {

// From here on a pair is worth a person's look (decision record 008).
inline constexpr double kWorkList = 0.5;

struct ScoredPair {
    std::string id_a, id_b;  // as in the file; id_a's row stands before id_b's
    double score = 0;        // probability
};
struct Evaluated {
    std::size_t records = 0;
    std::vector<ScoredPair> pairs;  // best first
};

// Refuses ids that are empty or stand twice, with their line.
base::Result<Evaluated> evaluate(std::string_view records_csv, std::string_view map_json,
                                 double threshold);
// id_a,id_b,score
std::string to_csv(const std::vector<ScoredPair>& pairs);

}  // namespace linking
