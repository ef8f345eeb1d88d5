#include "sync-server/store/reports/kept_differences.h"

namespace server_store {

namespace {

#define FIGURE_COLUMNS \
    "indicator, unit, numerator_then, numerator_now, denominator_then, denominator_now"
#define PERSON_COLUMNS "person, indicator, unit_then, unit_now, part_then, part_now, reason, detail"

Status drop(db::Connection& connection, const char* sql, std::string_view month) {
    TRY_LET(statement, connection.prepare(sql));
    return statement.bind(1, month).run();
}

Status put(db::Connection& connection, std::string_view month, const KeptFigureDifference& each) {
    TRY_LET(row, connection.prepare("INSERT INTO changed_figure (month, " FIGURE_COLUMNS
                                    ") VALUES ($1, $2, $3, $4, $5, $6, $7)"));
    return row.bind(1, month)
        .bind(2, each.indicator)
        .bind(3, each.unit)
        .bind(4, each.numerator_then)
        .bind(5, each.numerator_now)
        .bind(6, each.denominator_then)
        .bind(7, each.denominator_now)
        .run();
}

Status put(db::Connection& connection, std::string_view month, const KeptPersonDifference& each) {
    TRY_LET(row, connection.prepare("INSERT INTO changed_person (month, " PERSON_COLUMNS
                                    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"));
    row.bind(1, month).bind(2, each.person).bind(3, each.indicator).bind(4, each.unit_then);
    row.bind(5, each.unit_now).bind(6, each.part_then).bind(7, each.part_now);
    return row.bind(8, each.reason).bind(9, each.detail).run();
}

Result<std::vector<KeptFigureDifference>> figures_from(db::Statement& rows) {
    std::vector<KeptFigureDifference> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found.push_back({rows.text(0), rows.text(1), rows.number(2), rows.number(3), rows.number(4),
                         rows.number(5)});
    }
}

}  // namespace

Status put_differences(db::Connection& connection, std::string_view month,
                       const KeptDifferences& differences) {
    TRY(drop(connection, "DELETE FROM changed_figure WHERE month = $1", month));
    TRY(drop(connection, "DELETE FROM changed_person WHERE month = $1", month));
    for (const auto& each : differences.figures) TRY(put(connection, month, each));
    for (const auto& each : differences.persons) TRY(put(connection, month, each));
    return base::Done{};
}

Result<std::vector<KeptFigureDifference>> figure_differences(db::Connection& connection,
                                                             std::string_view month,
                                                             std::int64_t first,
                                                             std::int64_t count) {
    TRY_LET(rows, connection.prepare("SELECT " FIGURE_COLUMNS " FROM changed_figure WHERE "
                                     "month = $1 ORDER BY no LIMIT $2 OFFSET $3"));
    rows.bind(1, month).bind(2, count).bind(3, first);
    return figures_from(rows);
}

Result<std::vector<KeptPersonDifference>> person_differences(db::Connection& connection,
                                                             std::string_view month,
                                                             std::int64_t first,
                                                             std::int64_t count) {
    TRY_LET(rows, connection.prepare("SELECT " PERSON_COLUMNS " FROM changed_person WHERE "
                                     "month = $1 ORDER BY no LIMIT $2 OFFSET $3"));
    rows.bind(1, month).bind(2, count).bind(3, first);
    std::vector<KeptPersonDifference> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                         rows.text(5), rows.text(6), rows.text(7)});
    }
}

Result<std::vector<KeptFigureDifference>> differences_of_figure(db::Connection& connection,
                                                                std::string_view month,
                                                                std::string_view indicator) {
    TRY_LET(rows, connection.prepare("SELECT " FIGURE_COLUMNS " FROM changed_figure WHERE "
                                     "month = $1 AND indicator = $2 ORDER BY no"));
    rows.bind(1, month).bind(2, indicator);
    return figures_from(rows);
}

}  // namespace server_store
