// Values that two sides wrote apart: seen side by side, decided by a person (SYNC 8-11).
#pragma once

#include "sync-server/console/pages/work_list.h"
#include "sync-server/console/routes.h"
#include "sync-server/store/changes/waiting_lists.h"

namespace console {

Routes conflict_routes();
// Identities are a coordinator's to decide, what was done and found a midwife's too.
bool may_decide(const Visit& visit, const records::Record& record);
// Those that she may decide: a midwife the clinical ones of her posyandu, a coordinator all.
Result<server_store::WaitingFilter> conflicts_of_hers(const Visit& visit);
Result<WorkList> conflicts_to_decide(const Visit& visit);

}  // namespace console
