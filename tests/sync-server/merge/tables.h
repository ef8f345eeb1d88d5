// Tables of invented people with planted duplicates, in the manner of the public generators: names
// drawn by how common they are, an original and copies of it with slips of the pen.
#pragma once

#include "sync-server/merge/linking/evaluate.h"

#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace tables {

struct Made {
    std::string csv, map;
    std::set<std::pair<std::string, std::string>> truth;
};

struct Wish {
    std::uint64_t seed = 1;
    int originals = 400;
    int copies = 200;  // spread over the originals, up to `copies_most` of one
    int copies_most = 1;
    int errors = 3;          // at most, of one copy
    int household = 1;       // people of one address and surname, at most
    bool has_number = true;  // a number like that of social security
    bool has_birth = true;
    double moved = 0;  // of the copies, how many live elsewhere
};
Made people(const Wish& wish);

struct Score {
    double precision = 0, recall = 0, f1 = 0;
};
Score score_of(const Made& made, double threshold = linking::kWorkList);

}  // namespace tables
