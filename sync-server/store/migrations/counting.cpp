// Tables of facts and what is counted with them, from version 26 on.
#include "sync-server/store/migrations/texts.h"

namespace server_store {

// One person's facts stand side by side, so that a recount touches one page and not one for each
// fact; whoever opens a figure reads all of it from the index. Facts are worked out anew by the
// next report.
const char* const kFactsByPerson = R"sql(
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
    PRIMARY KEY (person, month, indicator, part, evidence)
) WITHOUT ROWID;
CREATE INDEX fact_by_figure ON fact
    (month, indicator, part, unit, sex, age, listed_in, reason, detail);
CREATE INDEX fact_by_stay ON fact (month, indicator, listed_in) WHERE listed_in <> '';
DELETE FROM settled;
)sql";

// Who visits where is asked for with every report, of a month or a few: reading all visits for it
// took a third of the time.
const char* const kVisitsByMonth = R"sql(
CREATE INDEX record_visit ON record (
    substr(coalesce(json_extract(fields, '$.started_at'), ''), 1, 7), unit,
    coalesce(json_extract(fields, '$.provider_id'), ''))
    WHERE type = 'visit' AND coalesce(json_extract(fields, '$.retracted'), '') <> '1';
)sql";

}  // namespace server_store
