// Why two records are not one, or perhaps not (DOMAIN 8.7): twins, a mother and her daughter.
#pragma once

#include "sync-server/accept/joining/joining.h"

#include <vector>

namespace joining {

// Both are of one type that can be joined.
Result<std::vector<Objection>> objections_to(db::Connection& connection,
                                             const records::Record& winner,
                                             const records::Record& loser);

}  // namespace joining
