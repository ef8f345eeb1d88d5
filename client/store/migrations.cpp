#include "client/store/migrations.h"

#include <array>

namespace store {

namespace {

constexpr const char* kFirst = R"sql(
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
-- One row. How far the device is; its chain; what it last knew of the server.
CREATE TABLE progress (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    incarnation INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    last_n INTEGER NOT NULL,
    head TEXT NOT NULL,
    acknowledged INTEGER NOT NULL,
    safe INTEGER NOT NULL,
    outcomes INTEGER NOT NULL,
    agreed INTEGER NOT NULL,
    compared INTEGER NOT NULL,
    last_sync_at INTEGER,
    clock_offset_ms INTEGER
);
INSERT INTO progress VALUES (1, 1, 0, 0, '', 0, 0, 0, 1, 0, NULL, NULL);
-- confirmed: the server's text, byte by byte; NULL until it has the record. shown: confirmed and
-- this device's own unresolved changes on top (SYNC 1).
CREATE TABLE record (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    unit TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    confirmed TEXT,
    shown TEXT NOT NULL
);
CREATE INDEX record_by_type ON record (type);
CREATE TABLE link (
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (target, source)
) WITHOUT ROWID;
CREATE INDEX link_by_source ON link (source);
-- Every change of this device, in its chain. state: see outbox.h.
CREATE TABLE outbox (
    n INTEGER PRIMARY KEY,
    record TEXT NOT NULL,
    line TEXT NOT NULL,
    hash TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    outcome TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    in_overlay INTEGER NOT NULL
);
CREATE INDEX outbox_by_record ON outbox (record) WHERE in_overlay = 1;
CREATE INDEX outbox_by_state ON outbox (state) WHERE state <> 'done';
CREATE TABLE unit_state (
    unit TEXT PRIMARY KEY,
    cursor INTEGER NOT NULL,
    count INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    differs INTEGER NOT NULL
);
CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    record TEXT NOT NULL,
    form_version TEXT NOT NULL,
    answers TEXT NOT NULL,
    saved_at INTEGER NOT NULL
);
CREATE TABLE receipt (
    no INTEGER PRIMARY KEY,
    first_n INTEGER NOT NULL,
    last_n INTEGER NOT NULL,
    at INTEGER NOT NULL,
    receipt TEXT NOT NULL
);
)sql";

// Who wrote what, as it came with the records; what a change of one's own replaced (NULL: saved by
// a program that did not keep it). A record that goes takes its history along.
constexpr const char* kHistory = R"sql(
CREATE TABLE author (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);
CREATE TABLE history (
    record INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    from_epoch INTEGER NOT NULL,
    from_counter INTEGER NOT NULL,
    author INTEGER NOT NULL,
    at INTEGER NOT NULL,
    ours INTEGER NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (record, epoch, counter)
) WITHOUT ROWID;
CREATE TRIGGER record_takes_history AFTER DELETE ON record BEGIN
    DELETE FROM history WHERE record = OLD.no;
END;
ALTER TABLE outbox ADD COLUMN before TEXT;
)sql";

// What became of a record is asked for on every page of its family, resolved or not.
constexpr const char* kOutboxByRecord = R"sql(
DROP INDEX outbox_by_record;
CREATE INDEX outbox_by_record ON outbox (record);
)sql";

// Records that were lawfully erased: a late answer that still has one does not bring it back.
constexpr const char* kErased = R"sql(
CREATE TABLE erased (
    id TEXT PRIMARY KEY
) WITHOUT ROWID;
)sql";

// Records that went to another posyandu: what a late answer says of them of before is not believed.
// Rows are looked for by unit when one leaves this laptop.
constexpr const char* kMoved = R"sql(
CREATE TABLE moved (
    id TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX record_by_unit ON record (unit);
)sql";

// What the author of an edit saw when she began it. NULL: begun with a program that did not say.
constexpr const char* kDraftBase = R"sql(
ALTER TABLE draft ADD COLUMN base TEXT;
)sql";

// A draft of an edit that was begun with a program that did not say what its author saw: only the
// record's beginning is certain. What others wrote since contends with it and is not overwritten.
constexpr const char* kOldDrafts = R"sql(
UPDATE draft SET base = CASE WHEN record IN (SELECT id FROM record) THEN '1.1' ELSE '0.0' END
    WHERE base IS NULL AND record <> '';
)sql";

// A text that is as confirmed is not kept twice: an empty `shown` says so. Rows become so when they
// are touched: all of them at once would not fit a full disk. An older program must not read them.
constexpr const char* kShownOnce = "SELECT 1;";

// Where households and persons were before, as the line that told it.
constexpr const char* kWas = R"sql(
CREATE TABLE was (
    id TEXT PRIMARY KEY,
    line TEXT NOT NULL
) WITHOUT ROWID;
)sql";

constexpr std::array<db::Migration, 9> kMigrations = {{
    {1, "records, outbox, drafts, receipts", kFirst},
    {2, "history", kHistory},
    {3, "the outbox by record", kOutboxByRecord},
    {4, "erased records", kErased},
    {5, "moved records", kMoved},
    {6, "what a draft was begun on", kDraftBase},
    {7, "drafts of before", kOldDrafts},
    {8, "texts as confirmed are kept once", kShownOnce},
    {9, "where records were before", kWas},
}};

}  // namespace

std::span<const db::Migration> migrations() {
    return kMigrations;
}

}  // namespace store
