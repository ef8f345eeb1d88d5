// What waits in quarantine because its family is gone, as lines of a further file (SYNC 16): of one
// laptop's words on one field the last, and each word with whether its author had seen what stands.
#pragma once

#include "shared/forms/form_set.h"
#include "sync-server/accept/crossing/family_file.h"
#include "sync-server/store/records/crossings.h"

#include <set>
#include <string>
#include <vector>

namespace crossing {

using base::Result;

struct WaitingWords {
    std::vector<Line> lines;                            // in the order in which their authors came
    std::vector<server_store::CrossingChange> changes;  // that are told by them
};
// `ids`: of the family that is gone; what names one of them belongs to it too.
Result<WaitingWords> waiting_words(db::Connection& connection, const forms::FormSet& forms,
                                   std::set<std::string> ids);

}  // namespace crossing
