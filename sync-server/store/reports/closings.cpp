#include "sync-server/store/reports/closings.h"

#include "shared/base/text.h"

#include <unordered_map>

namespace server_store {

using base::Done;

namespace {

#define CLOSING_COLUMNS "no, month, closed_at, closed_by, missing, reopened_at, reopened_by, reason"
#define CLOSED_COLUMNS \
    "person, '', unit, listed_in, indicator, part, reason, detail, evidence, sex, age"

Closing closing_from(const db::Statement& row) {
    Closing closing;
    closing.no = row.number(0);
    closing.month = row.text(1);
    closing.closed_at = {row.number(2)};
    closing.closed_by = row.text(3);
    for (const std::string& line : base::split(row.text(4), '\n')) {
        if (!line.empty()) closing.missing.push_back(line);
    }
    if (!row.is_null(5)) closing.reopened_at = Instant{row.number(5)};
    closing.reopened_by = row.text(6);
    closing.reason = row.text(7);
    return closing;
}

std::optional<std::int64_t> age_of(const db::Statement& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return row.number(column);
}

Result<std::vector<FactRow>> facts_from(db::Statement& statement, const std::string& month) {
    std::vector<FactRow> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({statement.text(0), month, statement.text(2), statement.text(3),
                         statement.text(4), statement.text(5), statement.text(6), statement.text(7),
                         statement.text(8), statement.text(9), age_of(statement, 10)});
    }
}

}  // namespace

Status close_month(db::Connection& connection, const Closing& closing) {
    TRY_LET(head, connection.prepare("INSERT INTO closing (month, closed_at, closed_by, missing) "
                                     "VALUES ($1, $2, $3, $4)"));
    TRY(head.bind(1, closing.month)
            .bind(2, closing.closed_at.unix_ms)
            .bind(3, closing.closed_by)
            .bind(4, base::joined(closing.missing, "\n"))
            .run());
    TRY_LET(copy,
            connection.prepare(
                "INSERT INTO closed_fact (closing, person, unit, listed_in, indicator, part, "
                "reason, detail, evidence, sex, age) SELECT $1, person, unit, listed_in, "
                "indicator, part, reason, detail, evidence, sex, age FROM fact WHERE month = $2 "
                "ORDER BY indicator, part, person, evidence"));
    return copy.bind(1, connection.last_row_id()).bind(2, closing.month).run();
}

Status reopen_month(db::Connection& connection, std::int64_t no, Instant now,
                    std::string_view actor, std::string_view reason) {
    TRY_LET(statement, connection.prepare("UPDATE closing SET reopened_at = $2, reopened_by = $3, "
                                          "reason = $4 WHERE no = $1"));
    return statement.bind(1, no).bind(2, now.unix_ms).bind(3, actor).bind(4, reason).run();
}

Result<std::vector<Closing>> closings_of(db::Connection& connection, std::string_view month) {
    TRY_LET(statement, connection.prepare("SELECT " CLOSING_COLUMNS " FROM closing WHERE month = "
                                          "$1 ORDER BY no"));
    statement.bind(1, month);
    std::vector<Closing> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(closing_from(statement));
    }
}

Result<std::optional<Closing>> closing_of(db::Connection& connection, std::string_view month) {
    TRY_LET(all, closings_of(connection, month));
    if (all.empty() || all.back().reopened_at) return std::optional<Closing>();
    return std::optional<Closing>(std::move(all.back()));
}

Result<std::set<base::Month>> closed_months(db::Connection& connection, base::Month since) {
    TRY_LET(statement, connection.prepare(
                           "SELECT month FROM closing WHERE month >= $1 AND reopened_at IS NULL "
                           "AND no = (SELECT max(no) FROM closing newest WHERE newest.month = "
                           "closing.month)"));
    statement.bind(1, base::to_text(since));
    std::set<base::Month> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        if (const auto month = base::parse_month(statement.text(0))) found.insert(*month);
    }
}

Result<std::vector<FactRow>> closed_facts(db::Connection& connection, const Closing& closing) {
    TRY_LET(statement, connection.prepare("SELECT " CLOSED_COLUMNS " FROM closed_fact WHERE "
                                          "closing = $1 ORDER BY no"));
    statement.bind(1, closing.no);
    return facts_from(statement, closing.month);
}

Result<std::vector<std::string>> indicators_then_and_now(db::Connection& connection,
                                                         const Closing& closing) {
    // From one code to the next by the index: an eighth of a second if every fact is read.
    TRY_LET(statement,
            connection.prepare(
                "WITH RECURSIVE then_(code) AS (SELECT min(indicator) FROM closed_fact WHERE "
                "closing = $1 UNION ALL SELECT (SELECT min(indicator) FROM closed_fact WHERE "
                "closing = $1 AND indicator > code) FROM then_ WHERE code IS NOT NULL), "
                "now_(code) AS (SELECT min(indicator) FROM fact WHERE month = $2 UNION ALL "
                "SELECT (SELECT min(indicator) FROM fact WHERE month = $2 AND indicator > code) "
                "FROM now_ WHERE code IS NOT NULL) "
                "SELECT code FROM then_ WHERE code IS NOT NULL UNION "
                "SELECT code FROM now_ WHERE code IS NOT NULL ORDER BY 1"));
    statement.bind(1, closing.no).bind(2, closing.month);
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.text(0));
    }
}

Result<std::vector<FactRow>> closed_facts_of_cell(db::Connection& connection,
                                                  const Closing& closing,
                                                  std::string_view indicator) {
    TRY_LET(statement, connection.prepare("SELECT " CLOSED_COLUMNS " FROM closed_fact WHERE "
                                          "closing = $1 AND indicator = $2 ORDER BY no"));
    statement.bind(1, closing.no).bind(2, indicator);
    return facts_from(statement, closing.month);
}

Status each_closed_fact_of_cell(db::Connection& connection, const Closing& closing,
                                std::string_view indicator, const EachFact& each) {
    TRY_LET(rows, connection.prepare("SELECT person, unit, part, reason, detail, evidence FROM "
                                     "closed_fact WHERE closing = $1 AND indicator = $2"));
    return pass_on(rows.bind(1, closing.no).bind(2, indicator), each);
}

// Added up here: SQLite would sort every fact for it, which takes three times the reading.
Result<std::vector<FigureRow>> closed_figures(db::Connection& connection, const Closing& closing) {
    TRY_LET(rows, connection.prepare("SELECT unit, indicator, part, sex, age FROM closed_fact "
                                     "WHERE closing = $1 AND part <> 'EXCLUDED'"));
    rows.bind(1, closing.no);
    std::vector<FigureRow> found;
    std::unordered_map<std::string, std::size_t> places;
    std::string key;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        key.clear();
        for (int column = 0; column < 5; ++column) key.append(rows.view(column)) += '\n';
        const auto [place, is_new] = places.try_emplace(key, found.size());
        if (is_new) {
            found.push_back(
                {rows.text(0), rows.text(1), rows.text(2), rows.text(3), age_of(rows, 4), 0});
        }
        ++found[place->second].count;
    }
}

}  // namespace server_store
