#include "sync-server/store/changes/changes.h"

namespace server_store {

namespace {

#define CHANGE_COLUMNS                                                                   \
    "device, incarnation, n, record, line, hash, received_at, clock_offset_ms, before, " \
    "outcome, outcome_seq"

LoggedChange read_change(const db::Statement& row) {
    return LoggedChange{row.number(0), row.number(1), row.number(2),          row.text(3),
                        row.text(4),   row.text(5),   Instant{row.number(6)}, row.number(7),
                        row.text(8),   row.text(9),   row.number(10)};
}

}  // namespace

Status log_change(db::Connection& connection, const LoggedChange& change) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO change (" CHANGE_COLUMNS ") VALUES ($1, $2, $3, $4, "
                               "$5, $6, $7, $8, $9, $10, $11)"));
    return statement.bind(1, change.device)
        .bind(2, change.incarnation)
        .bind(3, change.n)
        .bind(4, change.record)
        .bind(5, change.line)
        .bind(6, change.hash)
        .bind(7, change.received_at.unix_ms)
        .bind(8, change.clock_offset_ms)
        .bind(9, change.before)
        .bind(10, change.outcome)
        .bind(11, change.outcome_seq)
        .run();
}

Result<std::optional<LoggedChange>> find_change(db::Connection& connection, std::int64_t device,
                                                std::int64_t n) {
    TRY_LET(statement, connection.prepare("SELECT " CHANGE_COLUMNS
                                          " FROM change WHERE device = $1 AND n = $2"));
    TRY_LET(has_row, statement.bind(1, device).bind(2, n).step());
    if (!has_row) return std::optional<LoggedChange>();
    return std::optional<LoggedChange>(read_change(statement));
}

Result<std::optional<Authorship>> author_of(db::Connection& connection, std::int64_t device,
                                            std::int64_t n) {
    TRY_LET(statement, connection.prepare("SELECT d.user, c.received_at FROM change c "
                                          "JOIN device d ON d.no = c.device "
                                          "WHERE c.device = $1 AND c.n = $2"));
    TRY_LET(has_row, statement.bind(1, device).bind(2, n).step());
    if (!has_row) return std::optional<Authorship>();
    return std::optional<Authorship>(
        Authorship{base::UserId(statement.text(0)), Instant{statement.number(1)}});
}

Result<std::vector<std::string>> hashes_from(db::Connection& connection, std::int64_t device,
                                             std::int64_t from, std::int64_t limit) {
    TRY_LET(statement, connection.prepare("SELECT hash FROM change WHERE device = $1 AND n >= $2 "
                                          "ORDER BY n LIMIT $3"));
    statement.bind(1, device).bind(2, from).bind(3, limit);
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.text(0));
    }
}

Result<std::vector<LoggedChange>> history_of(db::Connection& connection, std::string_view record) {
    TRY_LET(statement, connection.prepare("SELECT " CHANGE_COLUMNS
                                          " FROM change WHERE record = $1 ORDER BY no"));
    statement.bind(1, record);
    std::vector<LoggedChange> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(read_change(statement));
    }
}

Result<std::int64_t> first_change_no(db::Connection& connection, std::string_view record) {
    TRY_LET(statement,
            connection.prepare("SELECT coalesce(min(no), 0) FROM change WHERE record = $1"));
    TRY(statement.bind(1, record).step());
    return statement.number(0);
}

Result<std::int64_t> draw_outcome_seq(db::Connection& connection, std::int64_t device) {
    TRY_LET(draw, connection.prepare("UPDATE device SET outcome_seq = outcome_seq + 1 "
                                     "WHERE no = $1 RETURNING outcome_seq"));
    TRY_LET(has_row, draw.bind(1, device).step());
    CHECK(has_row);
    return draw.number(0);
}

Status set_outcome(db::Connection& connection, std::int64_t device, std::int64_t n,
                   const protocol::Outcome& outcome, std::int64_t outcome_seq) {
    TRY_LET(statement, connection.prepare("UPDATE change SET outcome = $3, outcome_seq = $4 "
                                          "WHERE device = $1 AND n = $2"));
    return statement.bind(1, device)
        .bind(2, n)
        .bind(3, to_line(outcome))
        .bind(4, outcome_seq)
        .run();
}

Result<std::vector<OutcomeRow>> outcomes_after(db::Connection& connection, std::int64_t device,
                                               std::int64_t after, std::int64_t limit) {
    TRY_LET(statement,
            connection.prepare("SELECT outcome_seq, outcome FROM change WHERE device = $1 AND "
                               "outcome_seq > $2 ORDER BY outcome_seq LIMIT $3"));
    statement.bind(1, device).bind(2, after).bind(3, limit);
    std::vector<OutcomeRow> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({statement.number(0), statement.text(1)});
    }
}

}  // namespace server_store
