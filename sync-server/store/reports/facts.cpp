#include "sync-server/store/reports/facts.h"

namespace server_store {

namespace {

constexpr std::string_view kCounting = "counting";
constexpr std::string_view kSettled = "settled";

#define FACT_COLUMNS \
    "person, month, unit, listed_in, indicator, part, reason, detail, evidence, sex, age"

std::optional<std::int64_t> age_of(const db::Statement& statement, int column) {
    if (statement.is_null(column)) return std::nullopt;
    return statement.number(column);
}

Result<std::vector<FactRow>> read_facts(db::Statement& statement) {
    std::vector<FactRow> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({statement.text(0), statement.text(1), statement.text(2), statement.text(3),
                         statement.text(4), statement.text(5), statement.text(6), statement.text(7),
                         statement.text(8), statement.text(9), age_of(statement, 10)});
    }
}

FigureRow figure_from(const db::Statement& statement) {
    return {statement.text(0), statement.text(1),    statement.text(2),
            statement.text(3), age_of(statement, 4), statement.number(5)};
}

Result<std::vector<std::string>> read_texts(db::Statement& statement) {
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.text(0));
    }
}

}  // namespace

Status pass_on(db::Statement& rows, const EachFact& each) {
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return base::Done{};
        each({rows.view(0), rows.view(1), rows.view(2), rows.view(3), rows.view(4), rows.view(5)});
    }
}

Status mark_dirty(db::Connection& connection, std::string_view id) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO dirty (person) VALUES ($1) ON CONFLICT DO NOTHING"));
    return statement.bind(1, id).run();
}

Result<std::vector<std::string>> dirty_persons(db::Connection& connection, std::int64_t limit) {
    TRY_LET(statement, connection.prepare("SELECT person FROM dirty ORDER BY person LIMIT $1"));
    statement.bind(1, limit);
    return read_texts(statement);
}

Status clear_dirty(db::Connection& connection, std::string_view person) {
    TRY_LET(statement, connection.prepare("DELETE FROM dirty WHERE person = $1"));
    return statement.bind(1, person).run();
}

Status clear_all_dirty(db::Connection& connection) {
    return connection.execute("DELETE FROM dirty");
}

Status forget_facts(db::Connection& connection, std::string_view person, std::string_view month) {
    TRY_LET(statement, connection.prepare("DELETE FROM fact WHERE person = $1 AND month = $2"));
    return statement.bind(1, person).bind(2, month).run();
}

Status put_fact(db::Connection& connection, const FactRow& fact, std::string_view rules) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO fact (" FACT_COLUMNS ", rules) VALUES ($1, $2, $3, "
                               "$4, $5, $6, $7, $8, $9, $10, $11, $12)"));
    if (fact.age_months) {
        statement.bind(11, *fact.age_months);
    } else {
        statement.bind_null(11);
    }
    return statement.bind(1, fact.person)
        .bind(2, fact.month)
        .bind(3, fact.unit)
        .bind(4, fact.listed_in)
        .bind(5, fact.indicator)
        .bind(6, fact.part)
        .bind(7, fact.reason)
        .bind(8, fact.detail)
        .bind(9, fact.evidence)
        .bind(10, fact.sex)
        .bind(12, rules)
        .run();
}

Result<std::vector<FactRow>> facts_of_month(db::Connection& connection, std::string_view month) {
    TRY_LET(statement, connection.prepare("SELECT " FACT_COLUMNS " FROM fact WHERE month = $1 "
                                          "ORDER BY indicator, part, person, evidence"));
    statement.bind(1, month);
    return read_facts(statement);
}

Result<std::vector<FigureRow>> figures_of_month(db::Connection& connection,
                                                std::string_view month) {
    TRY_LET(statement,
            connection.prepare("SELECT unit, indicator, part, sex, age, count(*) FROM fact "
                               "WHERE month = $1 AND part <> 'EXCLUDED' "
                               "GROUP BY indicator, part, unit, sex, age"));
    statement.bind(1, month);
    std::vector<FigureRow> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(figure_from(statement));
    }
}

Result<std::vector<ToldFigure>> told_figures_of_month(db::Connection& connection,
                                                      std::string_view month,
                                                      std::string_view indicator) {
    TRY_LET(statement,
            connection.prepare("SELECT unit, indicator, part, sex, age, count(*), detail FROM fact "
                               "WHERE month = $1 AND indicator = $2 AND part <> 'EXCLUDED' "
                               "GROUP BY part, unit, sex, age, detail"));
    statement.bind(1, month).bind(2, indicator);
    std::vector<ToldFigure> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({figure_from(statement), statement.text(6)});
    }
}

Result<std::vector<FactRow>> facts_of_cell(db::Connection& connection, std::string_view month,
                                           std::string_view indicator) {
    TRY_LET(statement, connection.prepare("SELECT " FACT_COLUMNS " FROM fact WHERE month = $1 AND "
                                          "indicator = $2 ORDER BY part, person, evidence"));
    statement.bind(1, month).bind(2, indicator);
    return read_facts(statement);
}

Status each_fact_of_cell(db::Connection& connection, std::string_view month,
                         std::string_view indicator, const EachFact& each) {
    TRY_LET(rows, connection.prepare("SELECT person, unit, part, reason, detail, evidence FROM "
                                     "fact WHERE month = $1 AND indicator = $2"));
    return pass_on(rows.bind(1, month).bind(2, indicator), each);
}

Result<std::vector<CellRow>> rows_of_cell(db::Connection& connection, std::string_view month,
                                          std::string_view indicator, std::string_view reason) {
    TRY_LET(statement,
            connection.prepare("SELECT unit, indicator, part, sex, age, count(*), "
                               "sum(listed_in <> '' OR reason = $3) FROM fact "
                               "WHERE month = $1 AND indicator = $2 "
                               "GROUP BY part, unit, sex, age ORDER BY part, unit, sex, age"));
    statement.bind(1, month).bind(2, indicator).bind(3, reason);
    std::vector<CellRow> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({figure_from(statement), statement.number(6) == 0});
    }
}

Result<std::vector<FactRow>> facts_of_part(db::Connection& connection, std::string_view month,
                                           std::string_view indicator, std::string_view part,
                                           std::string_view unit) {
    TRY_LET(statement, connection.prepare("SELECT " FACT_COLUMNS " FROM fact WHERE month = $1 AND "
                                          "indicator = $2 AND part = $3 AND unit = $4"));
    statement.bind(1, month).bind(2, indicator).bind(3, part).bind(4, unit);
    return read_facts(statement);
}

Result<std::vector<FactRow>> facts_beginning(db::Connection& connection, std::string_view month,
                                             std::string_view prefix) {
    TRY_LET(statement, connection.prepare("SELECT " FACT_COLUMNS " FROM fact WHERE month = $1 AND "
                                          "indicator >= $2 AND indicator < $3 "
                                          "ORDER BY indicator, part, person, evidence"));
    std::string beyond(prefix);
    beyond += '\x7f';  // codes are ASCII letters, digits and underscores
    statement.bind(1, month).bind(2, prefix).bind(3, beyond);
    return read_facts(statement);
}

Result<std::vector<FactRow>> facts_of_person(db::Connection& connection, std::string_view person,
                                             std::string_view month) {
    TRY_LET(statement, connection.prepare("SELECT " FACT_COLUMNS " FROM fact WHERE person = $1 AND "
                                          "month = $2 ORDER BY indicator, part, evidence"));
    statement.bind(1, person).bind(2, month);
    return read_facts(statement);
}

Result<std::vector<FactRow>> facts_of_cell_in(db::Connection& connection, std::string_view month,
                                              std::string_view indicator, std::string_view unit) {
    TRY_LET(statement,
            connection.prepare(
                "SELECT " FACT_COLUMNS " FROM fact WHERE month = $1 AND indicator = $2 AND "
                "part IN ('NUMERATOR', 'DENOMINATOR', 'EXCLUDED') AND unit = $3 "
                "UNION SELECT " FACT_COLUMNS " FROM fact WHERE month = $1 AND indicator = $2 AND "
                "listed_in = $3 AND listed_in <> '' ORDER BY part, person, evidence"));
    statement.bind(1, month).bind(2, indicator).bind(3, unit);
    return read_facts(statement);
}

Result<MonthState> month_state(db::Connection& connection, std::string_view month,
                               std::string_view rules) {
    TRY_LET(statement,
            connection.prepare("SELECT state FROM settled WHERE month = $1 AND rules = $2"));
    TRY_LET(has_row, statement.bind(1, month).bind(2, rules).step());
    if (!has_row) return MonthState::NotCounted;
    return statement.text(0) == kSettled ? MonthState::Settled : MonthState::Counting;
}

Status set_month_state(db::Connection& connection, std::string_view month, std::string_view rules,
                       MonthState state) {
    CHECK(state != MonthState::NotCounted);
    TRY_LET(statement,
            connection.prepare("INSERT INTO settled (month, rules, state) VALUES ($1, $2, $3) ON "
                               "CONFLICT (month) DO UPDATE SET rules = excluded.rules, "
                               "state = excluded.state"));
    return statement.bind(1, month)
        .bind(2, rules)
        .bind(3, state == MonthState::Settled ? kSettled : kCounting)
        .run();
}

Result<std::vector<std::string>> begun_months(db::Connection& connection, std::string_view rules) {
    TRY_LET(statement,
            connection.prepare("SELECT month FROM settled WHERE rules = $1 ORDER BY month"));
    statement.bind(1, rules);
    return read_texts(statement);
}

Status forget_month_states(db::Connection& connection) {
    return connection.execute("DELETE FROM settled");
}

Status forget_facts_of_month(db::Connection& connection, std::string_view month) {
    TRY_LET(statement, connection.prepare("DELETE FROM fact WHERE month = $1"));
    return statement.bind(1, month).run();
}

}  // namespace server_store
