// Tables of what is decided, moved, reported and brought in at the health centre.
#include "sync-server/store/migrations/texts.h"

namespace server_store {

// Records that may be one (DOMAIN 8.7). `profile`: what is compared of a record, gathered once;
// `match_key`: under what it is found. A pair's score is in millionths, `print_a` and `print_b`
// what was compared when a person decided: a pair that she dismissed comes back when one of them
// changed.
const char* const kCandidates = R"sql(
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
const char* const kLatePushes = R"sql(
ALTER TABLE device ADD COLUMN late_pushes INTEGER NOT NULL DEFAULT 0;
)sql";

// Who signs in at the health centre's pages. Tokens are kept as hashes; `message`: what the next
// page says. A request's `answer` is where its page went on; '' while it is under way. Forms that
// the health centre published itself; the newest of a type is in force.
const char* const kConsole = R"sql(
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
const char* const kMoves = R"sql(
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
const char* const kClosedMonths = R"sql(
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

// Tables brought in from a spreadsheet; `epoch` and `counter`: the revision that a record got by
// it.
const char* const kImports = R"sql(
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
const char* const kFactsWithAges = R"sql(
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

// A table that is being looked at before it is brought in.
const char* const kImportDrafts = R"sql(
CREATE TABLE import_draft (
    user TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    choices TEXT NOT NULL
);
)sql";

// Tables break a closed month's figures down by age too.
const char* const kClosedAges = R"sql(
ALTER TABLE closed_fact ADD COLUMN age INTEGER;
)sql";

// What the pages show at once, counted beside them: `stamp` says of which state of the database.
// kept_figure: a month's figures; kept_arrival: what is due and what arrived, by posyandu and
// (visits) by who made them.
const char* const kKept = R"sql(
CREATE TABLE kept (
    name TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    note TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE kept_figure (
    month TEXT NOT NULL,
    unit TEXT NOT NULL,
    indicator TEXT NOT NULL,
    part TEXT NOT NULL,
    sex TEXT NOT NULL,
    age INTEGER,
    detail TEXT NOT NULL,
    count INTEGER NOT NULL
);
CREATE INDEX kept_figure_by_month ON kept_figure (month);
CREATE TABLE kept_arrival (
    unit TEXT NOT NULL,
    user TEXT NOT NULL,
    due INTEGER NOT NULL,
    arrived INTEGER NOT NULL,
    visits INTEGER NOT NULL,
    PRIMARY KEY (unit, user)
) WITHOUT ROWID;
)sql";

// A month's tables are added up from the index alone; who stands behind a posyandu's figure is
// found without reading everybody's.
const char* const kFactsByFigure = R"sql(
CREATE INDEX fact_by_figure ON fact (month, indicator, part, unit, sex, age);
CREATE INDEX fact_by_stay ON fact (month, indicator, listed_in) WHERE listed_in <> '';
)sql";

// What differs since a month was closed, kept as its figures are. Referrals without an answer and
// who stays somewhere for a while are few among all records: a list of them reads only those. A
// month's figures are read by figure; the audit by what was done and by whom.
const char* const kListsAtOnce = R"sql(
CREATE TABLE changed_figure (
    no INTEGER PRIMARY KEY,
    month TEXT NOT NULL,
    indicator TEXT NOT NULL,
    unit TEXT NOT NULL,
    numerator_then INTEGER NOT NULL,
    numerator_now INTEGER NOT NULL,
    denominator_then INTEGER NOT NULL,
    denominator_now INTEGER NOT NULL
);
CREATE INDEX changed_figure_by_month ON changed_figure (month, indicator);
CREATE TABLE changed_person (
    no INTEGER PRIMARY KEY,
    month TEXT NOT NULL,
    person TEXT NOT NULL,
    indicator TEXT NOT NULL,
    unit_then TEXT NOT NULL,
    unit_now TEXT NOT NULL,
    part_then TEXT NOT NULL,
    part_now TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX changed_person_by_month ON changed_person (month);
CREATE INDEX changed_person_by_person ON changed_person (person);
CREATE INDEX record_open_referral ON record (unit) WHERE type = 'referral'
    AND coalesce(json_extract(fields, '$.outcome'), '') = ''
    AND coalesce(json_extract(fields, '$.retracted'), '') <> '1';
CREATE INDEX record_guest ON record (unit) WHERE type = 'person'
    AND json_extract(fields, '$.residence') = 'TEMPORARY';
DROP INDEX kept_figure_by_month;
CREATE INDEX kept_figure_by_month ON kept_figure (month, indicator);
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_kind ON audit (what, at);
CREATE INDEX audit_by_actor ON audit (actor, at);
-- What was kept says nothing of differences yet: it is counted anew.
DELETE FROM kept WHERE name <> 'arrivals';
)sql";

// How many are compared with each other is asked whenever a laptop has brought somebody: known
// without counting them.
const char* const kProfileCounts = R"sql(
CREATE TABLE profile_count (
    kind TEXT PRIMARY KEY,
    count INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO profile_count (kind, count) SELECT kind, count(*) FROM profile GROUP BY kind;
CREATE TRIGGER profile_comes AFTER INSERT ON profile BEGIN
    INSERT INTO profile_count (kind, count) VALUES (new.kind, 1)
        ON CONFLICT (kind) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER profile_goes AFTER DELETE ON profile BEGIN
    UPDATE profile_count SET count = count - 1 WHERE kind = old.kind;
END;
CREATE TRIGGER profile_turns AFTER UPDATE OF kind ON profile WHEN old.kind <> new.kind BEGIN
    UPDATE profile_count SET count = count - 1 WHERE kind = old.kind;
    INSERT INTO profile_count (kind, count) VALUES (new.kind, 1)
        ON CONFLICT (kind) DO UPDATE SET count = count + 1;
END;
)sql";

// A large table is written in parts, so that laptops can send in between: one that was broken off
// is taken back.
const char* const kImportsInParts = R"sql(
ALTER TABLE import ADD COLUMN worked_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN is_being_written INTEGER NOT NULL DEFAULT 0;
CREATE INDEX import_being_written ON import (id) WHERE is_being_written = 1;
)sql";

// Joinings that were taken back, and how far a laptop must have read to know of it; what was
// recorded by one that did not, and names who was kept: whose it is waits for a person (SYNC 17).
const char* const kPartings = R"sql(
CREATE TABLE parting (
    merge TEXT PRIMARY KEY,
    winner TEXT NOT NULL,
    unit TEXT NOT NULL,
    seq INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE late_word (
    merge TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (merge, record)
) WITHOUT ROWID;
CREATE INDEX late_word_by_record ON late_word (record);
)sql";

}  // namespace server_store
