// If a is b and b is c, then a is c, however much errors have made a and c unlike.
#pragma once

#include "sync-server/merge/linking/linking.h"

#include <vector>

namespace linking {

// `links`: as `link` gave them, by `weights`, down to what is hardly probable. Adds the pairs that
// follow from two others. What follows and what the two say themselves weigh alike, unless the two
// contradict each other. Best first.
std::vector<Link> held_together(Table& table, const Weights& weights, std::vector<Link> links);

}  // namespace linking
