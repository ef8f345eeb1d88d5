// Within the store: rows of the two tables of what waits, as every query reads them.
#pragma once

#include "sync-server/store/changes/changes.h"

#define CONTENDER_COLUMNS \
    "contender.id, record, merge_group, device, n, mine, opened_at, closed_at, decision"
#define QUARANTINE_COLUMNS \
    "device, n, record, line, code, field, reason, opened_at, closed_at, decision"

namespace server_store {

Contender read_contender(const db::Statement& row);
Result<std::vector<Contender>> read_contenders(db::Statement& statement);

Quarantined read_quarantined(const db::Statement& row);
Result<std::vector<Quarantined>> read_quarantine(db::Statement& statement);

}  // namespace server_store
