// Of two lists, neither of which has anything twice, a record has one partner in the other: the
// likest. Others that are like it too are its likes by chance: wares of one make.
#pragma once

#include "sync-server/merge/linking/linking.h"

#include <vector>

namespace linking {

// Each as probable as it is beside those that are likelier for one of its two records.
std::vector<Link> beside_rivals(std::vector<Link> links);

}  // namespace linking
