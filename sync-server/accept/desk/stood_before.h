// What an open conflict was about, as it read before either side wrote.
#pragma once

#include "sync-server/store/changes/changes.h"

namespace accept {

// Of each of its questions what was there when whoever wrote later looked; null where there was
// nothing. Left out is what the log does not tell: a value that was displaced has no author of its
// own, what was erased is gone.
base::Result<base::Fields> stood_before(db::Connection& connection,
                                        const server_store::Contender& contender);

}  // namespace accept
