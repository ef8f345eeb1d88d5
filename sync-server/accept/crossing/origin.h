// Where a record or a late word comes from: what goes along in a family's file for whoever asks at
// the other health centre (SYNC 16). JSON: the posyandu, who wrote, when.
#pragma once

#include "shared/base/result.h"
#include "shared/db/connection.h"
#include "shared/records/change.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/records.h"

#include <string>

namespace crossing {

using base::Result;

// Of a record as it stands: also its revision here and its moves.
Result<std::string> origin_of(db::Connection& connection, const server_store::StoredRecord& stored);
// Of a change that waits in quarantine.
Result<std::string> origin_of_change(db::Connection& connection,
                                     const server_store::Quarantined& item,
                                     const records::Change& change);

}  // namespace crossing
