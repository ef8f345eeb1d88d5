// Which records of a table are probably one: pairs worth comparing, compared, weighed by weights
// that the table itself teaches.
#pragma once

#include "sync-server/merge/linking/keys.h"
#include "sync-server/merge/linking/weights.h"

#include <cstdint>
#include <vector>

namespace linking {

struct Link {
    std::uint32_t a = 0, b = 0;  // rows, a < b
    double probability = 0;
};

struct Linked {
    std::vector<Link> links;  // best first; equal ones in the order of their rows
    Weights weights;
};
// Every pair of at least that probability. The same table gives the same answer.
Linked link(Table& table, double at_least, const Reach& reach = {});

}  // namespace linking
