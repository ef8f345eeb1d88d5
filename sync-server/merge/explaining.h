// From the steps of agreement that a comparison found to reasons and side-by-side fields.
#pragma once

#include "sync-server/merge/candidates.h"
#include "sync-server/merge/people.h"

#include <string>
#include <vector>

namespace merge {

// What speaks for it first, then what speaks against it. `evidence`: as candidates are kept.
std::vector<Reason> reasons_of(const Profile& a, const Profile& b, const std::string& evidence);
std::vector<FieldPair> fields_of(const Profile& a, const Profile& b, const std::string& evidence);

}  // namespace merge
