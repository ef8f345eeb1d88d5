// Field by field: in what two records differ, and what the kept one gets (SYNC 10, 17).
#pragma once

#include "shared/forms/form.h"
#include "sync-server/accept/joining/joining.h"

#include <string>
#include <vector>

namespace joining {

std::vector<FieldPair> pairs_of(const forms::Form& form, const base::Fields& winner,
                                const base::Fields& loser);

struct Chosen {
    base::Fields set;          // on the winner
    std::string choices_json;  // field -> survivor, duplicate or manual: for the merge's record
};
// Usage: it names a field in which they do not differ.
Result<Chosen> choose(const std::vector<FieldPair>& pairs, const Request& request);

}  // namespace joining
