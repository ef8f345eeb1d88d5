#include "sync-server/store/reports/activity.h"

namespace server_store {

namespace {

// Looked for in the canonical text, newest first: of most units the first visit that is looked at
// is the answer, and nobody's record is read in full.
Result<bool> has_work(db::Connection& connection, std::string_view unit, std::string_view month) {
    TRY_LET(statement,
            connection.prepare(
                "SELECT 1 FROM record WHERE unit = $1 AND +type IN ('visit', 'outreach') AND "
                "(instr(fields, '\"started_at\":\"' || $2) > 0 OR "
                "instr(fields, '\"date\":\"' || $2) > 0) AND "
                "instr(fields, '\"retracted\":\"1\"') = 0 ORDER BY seq DESC LIMIT 1"));
    return statement.bind(1, unit).bind(2, month).step();
}

}  // namespace

Result<std::set<std::string>> units_with_work(db::Connection& connection, std::string_view month) {
    std::vector<std::string> units;
    TRY_LET(statement, connection.prepare("SELECT unit FROM unit_state"));
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) break;
        units.push_back(statement.text(0));
    }
    std::set<std::string> found;
    for (const std::string& unit : units) {
        TRY_LET(is_there, has_work(connection, unit, month));
        if (is_there) found.insert(unit);
    }
    return found;
}

Result<std::map<std::string, std::set<std::string>>> providers_by_unit(db::Connection& connection,
                                                                       std::string_view from_month,
                                                                       std::string_view to_month) {
    TRY_LET(statement,
            connection.prepare(
                "SELECT DISTINCT unit, coalesce(json_extract(fields, '$.provider_id'), '') FROM "
                "record WHERE type = 'visit' AND "
                "substr(coalesce(json_extract(fields, '$.started_at'), ''), 1, 7) BETWEEN $1 AND "
                "$2 AND coalesce(json_extract(fields, '$.retracted'), '') <> '1'"));
    statement.bind(1, from_month).bind(2, to_month);
    std::map<std::string, std::set<std::string>> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        if (!statement.text(1).empty()) found[statement.text(0)].insert(statement.text(1));
    }
}

Result<std::map<std::string, int>> orphans_by_unit(db::Connection& connection) {
    TRY_LET(statement,
            connection.prepare(
                // Each named id is looked up once, however many name it.
                "SELECT unit, count(*) FROM record WHERE id IN (SELECT source FROM link WHERE "
                "target IN (SELECT target FROM (SELECT DISTINCT target FROM link) AS each WHERE "
                "NOT EXISTS (SELECT 1 FROM record AS named WHERE named.id = each.target) AND NOT "
                "EXISTS (SELECT 1 FROM erased WHERE erased.id = each.target))) GROUP BY unit"));
    std::map<std::string, int> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found[statement.text(0)] = static_cast<int>(statement.number(1));
    }
}

}  // namespace server_store
