// Tables of records, laptops and their agreement: the first nine versions.
#include "sync-server/store/migrations/texts.h"

namespace server_store {

const char* const kFirst = R"sql(
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE unit (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    village TEXT NOT NULL,
    village_code TEXT NOT NULL
);
-- seq: the last drawn for the feed; count and hash: the agreement of SYNC 18.
CREATE TABLE unit_state (
    unit TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    count INTEGER NOT NULL,
    hash INTEGER NOT NULL
);
CREATE TABLE user (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER
);
CREATE TABLE user_unit (
    user TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (user, unit)
);
CREATE TABLE enrolment_code (
    secret_hash TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by_key TEXT,
    device TEXT
);
CREATE TABLE device (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    user TEXT NOT NULL,
    key TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL,
    head TEXT NOT NULL,
    outcome_seq INTEGER NOT NULL,
    enrolled_at INTEGER NOT NULL,
    last_seen_at INTEGER,
    clock_offset_ms INTEGER,
    agreed INTEGER NOT NULL DEFAULT 1,
    app TEXT NOT NULL DEFAULT '',
    revoked_at INTEGER
);
-- A rowid beside the UNIQUE id: six times faster than a table clustered by UUID.
CREATE TABLE record (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    unit TEXT NOT NULL,
    seq INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    fields TEXT NOT NULL,
    writers TEXT NOT NULL,
    UNIQUE (unit, seq)
);
CREATE INDEX record_by_type ON record (type);
-- Which record names which: read backwards to find what belongs to a person.
CREATE TABLE link (
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (target, source)
) WITHOUT ROWID;
CREATE INDEX link_by_source ON link (source);
-- Append-only: the audit trail, and a record's history.
CREATE TABLE change (
    no INTEGER PRIMARY KEY,
    device INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    n INTEGER NOT NULL,
    record TEXT,
    line TEXT NOT NULL,
    hash TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    clock_offset_ms INTEGER NOT NULL,
    before TEXT NOT NULL,
    outcome TEXT NOT NULL,
    outcome_seq INTEGER NOT NULL,
    UNIQUE (device, n)
);
CREATE INDEX change_by_outcome ON change (device, outcome_seq);
CREATE INDEX change_by_record ON change (record);
CREATE TABLE contender (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    record TEXT NOT NULL,
    merge_group TEXT NOT NULL,
    device INTEGER NOT NULL,
    n INTEGER NOT NULL,
    mine TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    decision TEXT
);
CREATE INDEX contender_by_record ON contender (record, merge_group);
CREATE TABLE quarantine (
    device INTEGER NOT NULL,
    n INTEGER NOT NULL,
    record TEXT NOT NULL,
    line TEXT NOT NULL,
    code TEXT NOT NULL,
    field TEXT NOT NULL,
    reason TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    decision TEXT,
    PRIMARY KEY (device, n)
);
CREATE INDEX quarantine_by_record ON quarantine (record, device);
-- Persons whose facts must be counted anew before a report reads them (SYNC 26).
CREATE TABLE dirty (
    person TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE fact (
    person TEXT NOT NULL,
    month TEXT NOT NULL,
    rules TEXT NOT NULL,
    unit TEXT NOT NULL,
    listed_in TEXT NOT NULL,
    indicator TEXT NOT NULL,
    part TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    evidence TEXT NOT NULL,
    sex TEXT NOT NULL,
    PRIMARY KEY (month, indicator, part, person)
) WITHOUT ROWID;
CREATE INDEX fact_by_person ON fact (person, month);
CREATE TABLE settled (
    month TEXT NOT NULL,
    rules TEXT NOT NULL,
    PRIMARY KEY (month)
) WITHOUT ROWID;
)sql";

// A change's outcome is worked out from all that it contends for. A month being counted is in
// `settled` from its first transaction on, so that whoever counts the dirty counts them for it too.
const char* const kContestsAndCounting = R"sql(
CREATE INDEX contender_by_change ON contender (device, n);
ALTER TABLE settled ADD COLUMN state TEXT NOT NULL DEFAULT 'settled';
)sql";

// What people with power over persons' data did, by id only; append-only.
const char* const kAudit = R"sql(
CREATE TABLE audit (
    no INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL
);
)sql";

// A mother has a fact for each massage, told apart by the record behind it. Facts are worked out
// anew by the next report.
const char* const kFactsOfEvents = R"sql(
DROP TABLE fact;
CREATE TABLE fact (
    person TEXT NOT NULL,
    month TEXT NOT NULL,
    rules TEXT NOT NULL,
    unit TEXT NOT NULL,
    listed_in TEXT NOT NULL,
    indicator TEXT NOT NULL,
    part TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    evidence TEXT NOT NULL,
    sex TEXT NOT NULL,
    PRIMARY KEY (month, indicator, part, person, evidence)
) WITHOUT ROWID;
CREATE INDEX fact_by_person ON fact (person, month);
DELETE FROM settled;
)sql";

// After a restore: up to which revision of the time before it a record is here again (SYNC 22).
const char* const kWitnesses = R"sql(
CREATE TABLE witness (
    record TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    is_taken INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

// When a revoked laptop was told to erase itself (SYNC 24).
const char* const kErasing = R"sql(
ALTER TABLE device ADD COLUMN told_to_erase_at INTEGER;
)sql";

const char* const kReasons = R"sql(
ALTER TABLE audit ADD COLUMN reason TEXT NOT NULL DEFAULT '';
)sql";

// The backups that were made of this database and what each holds of every device (SYNC 21).
// `removed_at`: nobody can restore it any more.
const char* const kBackups = R"sql(
CREATE TABLE backup (
    no INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    verified_at INTEGER,
    result TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    changes INTEGER NOT NULL,
    removed_at INTEGER
);
CREATE TABLE backup_device (
    backup INTEGER NOT NULL,
    device TEXT NOT NULL,
    n INTEGER NOT NULL,
    head TEXT NOT NULL,
    PRIMARY KEY (backup, device)
) WITHOUT ROWID;
)sql";

// Records that were lawfully erased (SYNC 23). `seq`: in the feed of a unit whose laptops may hold
// it; no unit: nobody but its author ever had it.
const char* const kErased = R"sql(
CREATE TABLE erased (
    id TEXT NOT NULL,
    unit TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (id, unit)
) WITHOUT ROWID;
CREATE INDEX erased_by_seq ON erased (unit, seq);
)sql";

const char* const kPauses = R"sql(
CREATE TABLE pause (
    whom TEXT NOT NULL,
    target TEXT NOT NULL,
    since INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (whom, target)
) WITHOUT ROWID;
)sql";

// What a laptop said last of the disk that its store lies on, in MB; NULL: it did not say.
const char* const kFreeDisk = R"sql(
ALTER TABLE device ADD COLUMN free_mb INTEGER;
)sql";

// Laptops that know more than this database holds, and proved nothing (SYNC 22).
const char* const kAhead = R"sql(
CREATE TABLE ahead (
    device INTEGER PRIMARY KEY,
    since INTEGER NOT NULL,
    last_at INTEGER NOT NULL
);
)sql";

}  // namespace server_store
