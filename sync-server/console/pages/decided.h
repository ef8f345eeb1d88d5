// What became of what waited: the latest decisions of one page, with who decided and why.
#pragma once

#include "sync-server/console/parts.h"

#include <string>
#include <vector>

namespace console {

// Of these kinds of the audit ("conflict_decided", ...); nothing where none was made yet.
Result<Html> decided_lately(const Visit& visit, const std::vector<std::string>& kinds);

}  // namespace console
