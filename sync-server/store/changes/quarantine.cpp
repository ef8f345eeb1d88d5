#include "sync-server/store/changes/changes.h"
#include "sync-server/store/changes/waiting_rows.h"

namespace server_store {

Status put_quarantined(db::Connection& connection, const Quarantined& item) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO quarantine (device, n, record, line, code, field, "
                               "reason, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
                               "ON CONFLICT (device, n) DO UPDATE SET code = excluded.code, "
                               "field = excluded.field, reason = excluded.reason"));
    return statement.bind(1, item.device)
        .bind(2, item.n)
        .bind(3, item.record)
        .bind(4, item.line)
        .bind(5, item.code)
        .bind(6, item.field)
        .bind(7, item.reason)
        .bind(8, item.opened_at.unix_ms)
        .run();
}

Result<std::optional<Quarantined>> find_quarantined(db::Connection& connection, std::int64_t device,
                                                    std::int64_t n) {
    TRY_LET(statement, connection.prepare("SELECT " QUARANTINE_COLUMNS
                                          " FROM quarantine WHERE device = $1 AND n = $2"));
    TRY_LET(has_row, statement.bind(1, device).bind(2, n).step());
    if (!has_row) return std::optional<Quarantined>();
    return std::optional<Quarantined>(read_quarantined(statement));
}

Result<std::vector<Quarantined>> open_quarantine(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT " QUARANTINE_COLUMNS " FROM quarantine WHERE "
                                          "closed_at IS NULL ORDER BY opened_at, device, n"));
    return read_quarantine(statement);
}

Result<std::vector<Quarantined>> open_quarantine_of(db::Connection& connection, std::int64_t device,
                                                    std::string_view record) {
    TRY_LET(statement,
            connection.prepare("SELECT " QUARANTINE_COLUMNS " FROM quarantine WHERE record = $2 "
                               "AND device = $1 AND closed_at IS NULL ORDER BY n"));
    statement.bind(1, device).bind(2, record);
    return read_quarantine(statement);
}

Result<std::int64_t> count_open_quarantine(db::Connection& connection, std::int64_t device,
                                           std::string_view record, std::int64_t limit) {
    TRY_LET(statement,
            connection.prepare("SELECT count(*) FROM (SELECT 1 FROM quarantine WHERE record = $2 "
                               "AND device = $1 AND closed_at IS NULL LIMIT $3)"));
    TRY_LET(has_row, statement.bind(1, device).bind(2, record).bind(3, limit).step());
    CHECK(has_row);  // count(*) gives one always
    return statement.number(0);
}

Result<bool> has_open_quarantine(db::Connection& connection, std::int64_t device) {
    TRY_LET(statement, connection.prepare("SELECT 1 FROM quarantine WHERE device = $1 AND "
                                          "closed_at IS NULL LIMIT 1"));
    return statement.bind(1, device).step();
}

Status close_quarantined(db::Connection& connection, std::int64_t device, std::int64_t n,
                         Instant now, std::string_view decision) {
    TRY_LET(statement, connection.prepare("UPDATE quarantine SET closed_at = $3, decision = $4 "
                                          "WHERE device = $1 AND n = $2"));
    return statement.bind(1, device).bind(2, n).bind(3, now.unix_ms).bind(4, decision).run();
}

Status reopen_quarantined(db::Connection& connection, std::int64_t device, std::int64_t n) {
    TRY_LET(statement, connection.prepare("UPDATE quarantine SET closed_at = NULL, decision = NULL "
                                          "WHERE device = $1 AND n = $2"));
    return statement.bind(1, device).bind(2, n).run();
}

}  // namespace server_store
