#include "sync-server/store/records/residents.h"

namespace server_store {

namespace {

#define STANDS                                                      \
    " AND coalesce(json_extract(fields, '$.retracted'), '') <> '1'" \
    " AND json_extract(fields, '$.merged_into') IS NULL"

Result<std::vector<std::string>> ids_of(db::Statement& rows) {
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found.push_back(rows.text(0));
    }
}

}  // namespace

Result<std::vector<std::string>> guests(db::Connection& connection,
                                        const std::optional<std::vector<std::string>>& units,
                                        std::int64_t first, std::int64_t count) {
    // The first two conditions in the words of the index: it holds just these. Left to itself,
    // SQLite reads every person.
    TRY_LET(rows, connection.prepare(
                      "SELECT id FROM record INDEXED BY record_guest WHERE type = 'person' AND "
                      "json_extract(fields, "
                      "'$.residence') = 'TEMPORARY'" STANDS
                      " AND ($1 = '' OR instr($1, ' ' || unit || ' ') > 0 OR instr($1, ' ' || "
                      "coalesce(json_extract(fields, '$.residence_from_unit'), '') || ' ') > 0) "
                      "ORDER BY unit, no LIMIT $2 OFFSET $3"));
    std::string list;
    if (units) {
        list = " ";
        for (const std::string& unit : *units) list += unit + " ";
    }
    rows.bind(1, list).bind(2, count).bind(3, first);
    return ids_of(rows);
}

Result<std::vector<std::string>> families_people(db::Connection& connection, std::string_view unit,
                                                 std::int64_t first, std::int64_t count) {
    // The plus keeps SQLite with the unit's own records, a small part of all persons.
    TRY_LET(
        rows,
        connection.prepare(
            "SELECT id FROM record WHERE unit = $1 AND +type = 'person' AND "
            "(json_extract(fields, '$.is_mother') = '1' OR json_extract(fields, "
            "'$.is_infant') = '1') AND coalesce(json_extract(fields, '$.vital_status'), '') "
            "<> 'DEAD'" STANDS " ORDER BY json_extract(fields, '$.full_name') COLLATE NOCASE, no "
            "LIMIT $2 OFFSET $3"));
    rows.bind(1, unit).bind(2, count).bind(3, first);
    return ids_of(rows);
}

}  // namespace server_store
