// Which records of a table are probably one: pairs worth comparing, compared, weighed by weights
// that the table itself teaches.
#pragma once

#include "sync-server/merge/linking/going.h"
#include "sync-server/merge/linking/keys.h"
#include "sync-server/merge/linking/weights.h"

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

namespace linking {

struct Link {
    std::uint32_t a = 0, b = 0;  // rows, a < b
    double probability = 0;
    std::array<std::uint8_t, kColumnsMost> levels{};
};

// Equal ones in the order of their rows.
void sort_best_first(std::vector<Link>& links);

// May unsay what was compared of two rows, or say (false) that they are two whatever they share.
using Adjust = std::function<bool(std::uint32_t a, std::uint32_t b, Compared& compared)>;

struct Linked {
    std::vector<Link> links;  // best first; equal ones in the order of their rows
    Weights weights;
};
// Every pair of at least that probability. The same table gives the same answer. Of one that was
// left (`going`) nothing is to be kept.
Linked link(Table& table, double at_least, const Reach& reach, const Adjust& adjust, Going& going);
Linked link(Table& table, double at_least, const Reach& reach = {}, const Adjust& adjust = {});
// The first row with each of the others, by weights that were learned before.
std::vector<Link> link_first(Table& table, const Weights& weights, double at_least,
                             const Adjust& adjust);

}  // namespace linking
