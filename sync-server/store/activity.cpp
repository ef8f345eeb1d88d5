#include "sync-server/store/activity.h"

namespace server_store {

Result<std::set<std::string>> units_with_work(db::Connection& connection, std::string_view month) {
    TRY_LET(statement,
            connection.prepare(
                "SELECT DISTINCT unit FROM record WHERE type IN ('visit', 'outreach') AND "
                "substr(coalesce(json_extract(fields, '$.started_at'), "
                "json_extract(fields, '$.date'), ''), 1, 7) = $1 AND "
                "coalesce(json_extract(fields, '$.retracted'), '') <> '1'"));
    statement.bind(1, month);
    std::set<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.insert(statement.text(0));
    }
}

Result<std::map<std::string, std::set<std::string>>> providers_by_unit(db::Connection& connection,
                                                                       std::string_view from_month,
                                                                       std::string_view to_month) {
    TRY_LET(statement,
            connection.prepare(
                "SELECT DISTINCT unit, coalesce(json_extract(fields, '$.provider_id'), '') FROM "
                "record WHERE type = 'visit' AND substr(coalesce(json_extract(fields, "
                "'$.started_at'), ''), 1, 7) BETWEEN $1 AND $2 AND "
                "coalesce(json_extract(fields, '$.retracted'), '') <> '1'"));
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
                "SELECT unit, count(*) FROM record WHERE id IN (SELECT source FROM link WHERE NOT "
                "EXISTS (SELECT 1 FROM record AS named WHERE named.id = link.target) AND NOT "
                "EXISTS (SELECT 1 FROM erased WHERE erased.id = link.target)) GROUP BY unit"));
    std::map<std::string, int> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found[statement.text(0)] = static_cast<int>(statement.number(1));
    }
}

}  // namespace server_store
