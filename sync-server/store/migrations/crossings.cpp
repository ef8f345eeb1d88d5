// Tables of what goes from one health centre to another.
#include "sync-server/store/migrations/texts.h"

namespace server_store {

// Families that go to another health centre and come from one (SYNC 16). `file`: the sealed file,
// until it is not needed any more; `receipt`: of one that goes, the hash of it. For each record the
// revision here that both centres know, and where a record that came was before, as JSON;
// crossing_change: changes in quarantine that a further file took along.
const char* const kCrossings = R"sql(
CREATE TABLE crossing (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    direction TEXT NOT NULL,
    family TEXT NOT NULL,
    record TEXT NOT NULL,
    centre TEXT NOT NULL,
    unit TEXT NOT NULL,
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    receipt TEXT NOT NULL,
    file BLOB,
    began_at INTEGER NOT NULL,
    began_by TEXT NOT NULL,
    ended_at INTEGER,
    reason TEXT NOT NULL
);
CREATE INDEX crossing_by_receipt ON crossing (receipt);
CREATE TABLE crossing_record (
    crossing TEXT NOT NULL,
    record TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (record, crossing)
) WITHOUT ROWID;
CREATE INDEX crossing_record_by_crossing ON crossing_record (crossing);
CREATE TABLE crossing_change (
    crossing TEXT NOT NULL,
    device INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (crossing, device, n)
) WITHOUT ROWID;
)sql";

}  // namespace server_store
