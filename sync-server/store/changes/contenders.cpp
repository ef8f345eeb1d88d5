#include "sync-server/store/changes/changes.h"
#include "sync-server/store/changes/waiting_rows.h"

namespace server_store {

Status put_contender(db::Connection& connection, const Contender& contender) {
    TRY_LET(insert, connection.prepare("INSERT INTO contender (id, record, merge_group, device, "
                                       "n, mine, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"));
    return insert.bind(1, contender.id)
        .bind(2, contender.record)
        .bind(3, contender.group)
        .bind(4, contender.device)
        .bind(5, contender.n)
        .bind(6, contender.mine)
        .bind(7, contender.opened_at.unix_ms)
        .run();
}

Result<std::optional<Contender>> find_contender(db::Connection& connection, std::string_view id) {
    TRY_LET(statement,
            connection.prepare("SELECT " CONTENDER_COLUMNS " FROM contender WHERE id = $1"));
    TRY_LET(has_row, statement.bind(1, id).step());
    if (!has_row) return std::optional<Contender>();
    return std::optional<Contender>(read_contender(statement));
}

Result<std::vector<Contender>> open_contenders(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT " CONTENDER_COLUMNS " FROM contender WHERE "
                                          "closed_at IS NULL ORDER BY no"));
    return read_contenders(statement);
}

Result<std::vector<Contender>> open_contenders_of(db::Connection& connection,
                                                  std::string_view record, std::string_view group) {
    TRY_LET(statement,
            connection.prepare("SELECT " CONTENDER_COLUMNS " FROM contender WHERE record = $1 AND "
                               "merge_group = $2 AND closed_at IS NULL ORDER BY no"));
    statement.bind(1, record).bind(2, group);
    return read_contenders(statement);
}

Result<std::vector<Contender>> contenders_closed(db::Connection& connection,
                                                 std::string_view record, Instant from,
                                                 Instant to) {
    TRY_LET(statement,
            connection.prepare("SELECT " CONTENDER_COLUMNS " FROM contender WHERE record = $1 AND "
                               "closed_at BETWEEN $2 AND $3 ORDER BY no"));
    statement.bind(1, record).bind(2, from.unix_ms).bind(3, to.unix_ms);
    return read_contenders(statement);
}

Result<std::vector<Contender>> contenders_of_change(db::Connection& connection, std::int64_t device,
                                                    std::int64_t n) {
    TRY_LET(statement, connection.prepare("SELECT " CONTENDER_COLUMNS " FROM contender WHERE "
                                          "device = $1 AND n = $2 ORDER BY no"));
    statement.bind(1, device).bind(2, n);
    return read_contenders(statement);
}

Status close_contender(db::Connection& connection, std::string_view id, Instant now,
                       std::string_view decision) {
    TRY_LET(statement, connection.prepare("UPDATE contender SET closed_at = $2, decision = $3 "
                                          "WHERE id = $1"));
    return statement.bind(1, id).bind(2, now.unix_ms).bind(3, decision).run();
}

Status reopen_contender(db::Connection& connection, std::string_view id) {
    TRY_LET(statement, connection.prepare("UPDATE contender SET closed_at = NULL, decision = NULL "
                                          "WHERE id = $1"));
    return statement.bind(1, id).run();
}

}  // namespace server_store
