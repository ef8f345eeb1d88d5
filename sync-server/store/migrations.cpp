#include "sync-server/store/migrations.h"

#include <array>

namespace server_store {

namespace {

constexpr const char* kFirst = R"sql(
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
constexpr const char* kContestsAndCounting = R"sql(
CREATE INDEX contender_by_change ON contender (device, n);
ALTER TABLE settled ADD COLUMN state TEXT NOT NULL DEFAULT 'settled';
)sql";

// What people with power over persons' data did, by id only; append-only.
constexpr const char* kAudit = R"sql(
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
constexpr const char* kFactsOfEvents = R"sql(
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
constexpr const char* kWitnesses = R"sql(
CREATE TABLE witness (
    record TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    is_taken INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

// When a revoked laptop was told to erase itself (SYNC 24).
constexpr const char* kErasing = R"sql(
ALTER TABLE device ADD COLUMN told_to_erase_at INTEGER;
)sql";

constexpr const char* kReasons = R"sql(
ALTER TABLE audit ADD COLUMN reason TEXT NOT NULL DEFAULT '';
)sql";

// The backups that were made of this database and what each holds of every device (SYNC 21).
// `removed_at`: nobody can restore it any more.
constexpr const char* kBackups = R"sql(
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
constexpr const char* kErased = R"sql(
CREATE TABLE erased (
    id TEXT NOT NULL,
    unit TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (id, unit)
) WITHOUT ROWID;
CREATE INDEX erased_by_seq ON erased (unit, seq);
)sql";

// Records that may be one (DOMAIN 8.7). `profile`: what is compared of a record, gathered once;
// `match_key`: under what it is found. A pair's score is in millionths, `print_a` and `print_b`
// what was compared when a person decided: a pair that she dismissed comes back when one of them
// changed.
constexpr const char* kCandidates = R"sql(
CREATE TABLE candidate (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    kind TEXT NOT NULL,
    unit_a TEXT NOT NULL,
    unit_b TEXT NOT NULL,
    score INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    decided_at INTEGER,
    decided_by TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    print_a INTEGER NOT NULL,
    print_b INTEGER NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX candidate_by_b ON candidate (b);
CREATE INDEX candidate_by_score ON candidate (state, score DESC, a, b);
CREATE TABLE profile (
    no INTEGER PRIMARY KEY,
    record TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    unit TEXT NOT NULL,
    home TEXT NOT NULL,
    print INTEGER NOT NULL,
    fields TEXT NOT NULL
);
CREATE INDEX profile_by_home ON profile (home);
CREATE TABLE match_key (
    key INTEGER NOT NULL,
    profile INTEGER NOT NULL,
    PRIMARY KEY (key, profile)
) WITHOUT ROWID;
CREATE INDEX match_key_by_profile ON match_key (profile);
CREATE TABLE match_queue (
    record TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE match_weights (
    kind TEXT PRIMARY KEY,
    weights TEXT NOT NULL,
    made_at INTEGER NOT NULL
) WITHOUT ROWID;
-- The scan of the whole centre that was asked for last.
CREATE TABLE match_scan (
    no INTEGER PRIMARY KEY,
    asked_by TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    found INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
);
-- All that stands is compared once, when the program first looks.
INSERT INTO match_queue (record)
    SELECT id FROM record WHERE type IN ('person', 'household');
)sql";

// In how many goes a laptop brought more after it was told to erase itself (SYNC 24).
constexpr const char* kLatePushes = R"sql(
ALTER TABLE device ADD COLUMN late_pushes INTEGER NOT NULL DEFAULT 0;
)sql";

// Who signs in at the health centre's pages. Tokens are kept as hashes; `message`: what the next
// page says. A request's `answer` is where its page went on; '' while it is under way. Forms that
// the health centre published itself; the newest of a type is in force.
constexpr const char* kConsole = R"sql(
CREATE TABLE console_account (
    user TEXT PRIMARY KEY,
    password TEXT NOT NULL,
    set_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE console_session (
    token_hash TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    csrf TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    message TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE console_request (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    at INTEGER NOT NULL,
    answer TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX console_request_by_time ON console_request (at);
CREATE TABLE form_version (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    json TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    published_by TEXT NOT NULL,
    UNIQUE (id, version)
);
CREATE INDEX audit_by_subject ON audit (subject);
)sql";

// Records that went to another posyandu (SYNC 15). `moved`: in the feed of the unit that it left,
// until it comes back; `move`: all its moves, with the revision that it got by each and the day
// since when it is so; units that a user had, and up to which n her laptop may not have known.
constexpr const char* kMoves = R"sql(
CREATE TABLE moved (
    id TEXT NOT NULL,
    unit TEXT NOT NULL,
    seq INTEGER NOT NULL,
    to_unit TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    PRIMARY KEY (id, unit)
) WITHOUT ROWID;
CREATE INDEX moved_by_seq ON moved (unit, seq);
CREATE TABLE move (
    record TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    from_unit TEXT NOT NULL,
    to_unit TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (record, epoch, counter)
) WITHOUT ROWID;
CREATE TABLE former_unit (
    user TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (user, unit)
) WITHOUT ROWID;
CREATE TABLE former_unit_of_device (
    device INTEGER NOT NULL,
    unit TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    last_n INTEGER NOT NULL,
    PRIMARY KEY (device, unit, incarnation)
) WITHOUT ROWID;
)sql";

// A month's figures as they were reported, person by person; the newest closing of a month counts,
// unless it was opened again. Who was erased since stays counted, without her id.
constexpr const char* kClosedMonths = R"sql(
CREATE TABLE closing (
    no INTEGER PRIMARY KEY,
    month TEXT NOT NULL,
    closed_at INTEGER NOT NULL,
    closed_by TEXT NOT NULL,
    missing TEXT NOT NULL,
    reopened_at INTEGER,
    reopened_by TEXT,
    reason TEXT
);
CREATE INDEX closing_by_month ON closing (month);
CREATE TABLE closed_fact (
    no INTEGER PRIMARY KEY,
    closing INTEGER NOT NULL,
    person TEXT NOT NULL,
    unit TEXT NOT NULL,
    listed_in TEXT NOT NULL,
    indicator TEXT NOT NULL,
    part TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    evidence TEXT NOT NULL,
    sex TEXT NOT NULL
);
CREATE INDEX closed_fact_by_closing ON closed_fact (closing, indicator);
CREATE INDEX closed_fact_by_person ON closed_fact (person);
)sql";

// Tables brought in from a spreadsheet; `epoch` and `counter`: the revision that a record got by it.
constexpr const char* kImports = R"sql(
CREATE TABLE import (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    infants INTEGER NOT NULL,
    undone_at INTEGER
) WITHOUT ROWID;
CREATE TABLE imported_record (
    import TEXT NOT NULL,
    record TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL
);
CREATE INDEX imported_record_by_import ON imported_record (import);
)sql";

// An infant's age goes with what she is counted as: area graphs and age groups are made of it.
constexpr const char* kFactsWithAges = R"sql(
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
    age INTEGER,
    PRIMARY KEY (month, indicator, part, person, evidence)
) WITHOUT ROWID;
CREATE INDEX fact_by_person ON fact (person, month);
DELETE FROM settled;
)sql";

constexpr std::array<db::Migration, 16> kMigrations = {{
    {1, "records, changes, devices, people, facts", kFirst},
    {2, "contests of a change; months being counted", kContestsAndCounting},
    {3, "audit", kAudit},
    {4, "facts of each massage", kFactsOfEvents},
    {5, "witnesses", kWitnesses},
    {6, "laptops told to erase themselves", kErasing},
    {7, "reasons in the audit", kReasons},
    {8, "backups", kBackups},
    {9, "erased records", kErased},
    {10, "candidates for merging", kCandidates},
    {11, "what came after a laptop was told to erase itself", kLatePushes},
    {12, "the pages of the health centre; forms it published", kConsole},
    {13, "moves between units", kMoves},
    {14, "closed months", kClosedMonths},
    {15, "tables brought in", kImports},
    {16, "ages of facts", kFactsWithAges},
}};

}  // namespace

std::span<const db::Migration> migrations() {
    return kMigrations;
}

}  // namespace server_store
