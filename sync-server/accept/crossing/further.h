// What was written here of a family since the other health centre knows it (SYNC 16): changes that
// came after the file, and what waits in quarantine because the family is gone.
#pragma once

#include "shared/forms/form_set.h"
#include "sync-server/accept/crossing/family_file.h"
#include "sync-server/accept/round/session.h"
#include "sync-server/store/records/crossings.h"
#include "sync-server/store/records/records.h"

#include <set>
#include <string>
#include <vector>

namespace crossing {

using base::Result;

struct Further {
    std::vector<Line> lines;
    std::vector<server_store::CrossingRecord> records;  // of those that stand here
    std::vector<server_store::CrossingChange> changes;  // of those that wait
    bool empty() const { return lines.empty(); }
};
// `family`: the id of a crossing that was closed.
Result<Further> further_of(db::Connection& connection, const forms::FormSet& forms,
                           const std::string& family);

// Everybody who ever went in it, and what belongs to them.
Result<std::vector<records::Record>> all_of(db::Connection& connection, const std::string& family);

}  // namespace crossing
