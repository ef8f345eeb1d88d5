// If A is B and B is C, then A is C: pairs are judged with what else their records are linked to.
#pragma once

#include "sync-server/merge/linking/linking.h"

namespace linking {

std::vector<Link> consistent(const Pairs& pairs, const Weights& weights, std::size_t rows,
                             double at_least);

}  // namespace linking
