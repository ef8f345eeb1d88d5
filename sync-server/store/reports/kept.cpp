#include "sync-server/store/reports/kept.h"

namespace server_store {

namespace {

Status keep(db::Connection& connection, const Kept& kept) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO kept (name, at, stamp, note) VALUES ($1, $2, $3, $4) "
                               "ON CONFLICT (name) DO UPDATE SET at = excluded.at, "
                               "stamp = excluded.stamp, note = excluded.note"));
    return statement.bind(1, kept.name)
        .bind(2, kept.at.unix_ms)
        .bind(3, kept.stamp)
        .bind(4, kept.note)
        .run();
}

Status insert(db::Connection& connection, const std::string& month, const KeptFigure& each) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO kept_figure (month, unit, indicator, part, sex, age, "
                               "detail, count) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"));
    statement.bind(1, month).bind(2, each.row.unit).bind(3, each.row.indicator);
    statement.bind(4, each.row.part).bind(5, each.row.sex).bind(7, each.detail);
    statement.bind(8, each.row.count);
    if (each.row.age_months) {
        statement.bind(6, *each.row.age_months);
    } else {
        statement.bind_null(6);
    }
    return statement.run();
}

}  // namespace

Result<std::optional<Kept>> find_kept(db::Connection& connection, std::string_view name) {
    TRY_LET(row, connection.prepare("SELECT name, at, stamp, note FROM kept WHERE name = $1"));
    TRY_LET(has_row, row.bind(1, name).step());
    if (!has_row) return std::optional<Kept>();
    return std::optional(Kept{row.text(0), Instant{row.number(1)}, row.text(2), row.text(3)});
}

Result<std::string> state_stamp(db::Connection& connection, std::string_view rules) {
    TRY_LET(row, connection.prepare(
                     "SELECT coalesce((SELECT max(no) FROM change), 0) || ' ' || "
                     "(SELECT count(*) FROM dirty) || ' ' || (SELECT count(*) FROM erased) || ' ' "
                     "|| (SELECT count(*) FROM closing) || ' ' || (SELECT count(*) FROM closing "
                     "WHERE reopened_at IS NOT NULL) || ' ' || (SELECT count(*) FROM quarantine "
                     "WHERE closed_at IS NULL) || ' ' || (SELECT count(*) FROM contender WHERE "
                     "closed_at IS NULL) || ' ' || coalesce((SELECT max(last_seen_at) FROM "
                     "device), 0) || ' ' || (SELECT count(*) FROM unit) || ' ' || $1"));
    TRY(row.bind(1, rules).step());
    return row.text(0);
}

Result<std::vector<KeptFigure>> kept_figures(db::Connection& connection, std::string_view month,
                                             std::string_view indicator) {
    constexpr const char* kAll =
        "SELECT unit, indicator, part, sex, age, count, detail FROM kept_figure WHERE month = $1";
    constexpr const char* kOne =
        "SELECT unit, indicator, part, sex, age, count, detail FROM kept_figure WHERE month = $1 "
        "AND indicator = $2";
    TRY_LET(rows, connection.prepare(indicator.empty() ? kAll : kOne));
    rows.bind(1, month);
    if (!indicator.empty()) rows.bind(2, indicator);
    std::vector<KeptFigure> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        KeptFigure each;
        each.row = {rows.text(0), rows.text(1), rows.text(2), rows.text(3), {}, rows.number(5)};
        if (!rows.is_null(4)) each.row.age_months = rows.number(4);
        each.detail = rows.text(6);
        found.push_back(std::move(each));
    }
}

Status keep_figures(db::Connection& connection, const Kept& kept,
                    const std::vector<KeptFigure>& figures, const KeptDifferences& differences) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    {
        TRY_LET(old, connection.prepare("DELETE FROM kept_figure WHERE month = $1"));
        TRY(old.bind(1, kept.name).run());
    }
    for (const KeptFigure& each : figures) TRY(insert(connection, kept.name, each));
    TRY(put_differences(connection, kept.name, differences));
    TRY(keep(connection, kept));
    return transaction.commit();
}

Result<std::vector<KeptArrival>> kept_arrivals(db::Connection& connection) {
    TRY_LET(rows, connection.prepare("SELECT unit, user, due, arrived, visits FROM kept_arrival "
                                     "ORDER BY unit, user"));
    std::vector<KeptArrival> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found.push_back(
            {rows.text(0), rows.text(1), rows.number(2), rows.number(3), rows.number(4)});
    }
}

Status keep_arrivals(db::Connection& connection, const Kept& kept,
                     const std::vector<KeptArrival>& arrivals) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY(connection.execute("DELETE FROM kept_arrival"));
    for (const KeptArrival& each : arrivals) {
        TRY_LET(statement,
                connection.prepare("INSERT INTO kept_arrival (unit, user, due, arrived, visits) "
                                   "VALUES ($1, $2, $3, $4, $5)"));
        statement.bind(1, each.unit).bind(2, each.user).bind(3, each.due);
        TRY(statement.bind(4, each.arrived).bind(5, each.visits).run());
    }
    TRY(keep(connection, kept));
    return transaction.commit();
}

Result<std::vector<std::string>> born_since(db::Connection& connection, std::string_view day) {
    TRY_LET(rows, connection.prepare("SELECT id FROM record WHERE type = 'person' AND "
                                     "json_extract(fields, '$.birth_date') >= $1 UNION SELECT "
                                     "json_extract(fields, '$.mother_id') FROM record WHERE type "
                                     "= 'birth_event' AND json_extract(fields, '$.delivery_date') "
                                     ">= $1 AND json_extract(fields, '$.mother_id') IS NOT NULL "
                                     "ORDER BY 1"));
    rows.bind(1, day);
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found.push_back(rows.text(0));
    }
}

Result<std::vector<VisitCount>> visits_of(db::Connection& connection, std::string_view month) {
    TRY_LET(rows,
            connection.prepare(
                "SELECT unit, coalesce(json_extract(fields, '$.provider_id'), ''), count(*) FROM "
                "record WHERE type = 'visit' AND substr(coalesce(json_extract(fields, "
                "'$.started_at'), ''), 1, 7) = $1 AND coalesce(json_extract(fields, "
                "'$.retracted'), '') <> '1' GROUP BY 1, 2"));
    rows.bind(1, month);
    std::vector<VisitCount> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found.push_back({rows.text(0), rows.text(1), rows.number(2)});
    }
}

Result<std::optional<Instant>> first_change_at(db::Connection& connection) {
    TRY_LET(row, connection.prepare("SELECT received_at FROM change ORDER BY no LIMIT 1"));
    TRY_LET(has_row, row.step());
    if (!has_row) return std::optional<Instant>();
    return std::optional(Instant{row.number(0)});
}

Result<std::map<std::int64_t, std::int64_t>> problems_by_device(db::Connection& connection) {
    TRY_LET(rows, connection.prepare("SELECT device, count(*) FROM (SELECT device FROM quarantine "
                                     "WHERE closed_at IS NULL UNION ALL SELECT device FROM "
                                     "contender WHERE closed_at IS NULL) GROUP BY device"));
    std::map<std::int64_t, std::int64_t> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found[rows.number(0)] = rows.number(1);
    }
}

}  // namespace server_store
