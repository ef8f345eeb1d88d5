#include "sync-server/store/people/devices.h"

namespace server_store {

namespace {

#define DEVICE_COLUMNS                                                                        \
    "no, id, user, key, token_hash, name, incarnation, acknowledged, head, outcome_seq, "     \
    "revoked_at, agreed, clock_offset_ms, last_seen_at, app, told_to_erase_at, late_pushes, " \
    "free_mb"

Device read_device(const db::Statement& row) {
    Device device;
    device.no = row.number(0);
    device.id = base::DeviceId(row.text(1));
    device.user = base::UserId(row.text(2));
    device.key = row.text(3);
    device.token_hash = row.text(4);
    device.name = row.text(5);
    device.incarnation = row.number(6);
    device.acknowledged = row.number(7);
    device.head = row.text(8);
    device.outcome_seq = row.number(9);
    device.is_revoked = !row.is_null(10);
    device.agreed = row.number(11) != 0;
    device.clock_offset_ms = row.number(12);
    if (!row.is_null(13)) device.last_seen_at = Instant{row.number(13)};
    device.app = row.text(14);
    device.is_told_to_erase = !row.is_null(15);
    device.late_pushes = row.number(16);
    if (!row.is_null(17)) device.free_mb = row.number(17);
    return device;
}

Result<std::optional<Device>> read_one(db::Statement& statement) {
    TRY_LET(has_row, statement.step());
    if (!has_row) return std::optional<Device>();
    return std::optional<Device>(read_device(statement));
}

}  // namespace

Status add_device(db::Connection& connection, const Device& device, Instant now) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO device (id, user, key, token_hash, name, incarnation, "
                               "acknowledged, head, outcome_seq, enrolled_at, app) "
                               "VALUES ($1, $2, $3, $4, $5, $6, 0, '', 0, $7, $8)"));
    return statement.bind(1, device.id.text())
        .bind(2, device.user.text())
        .bind(3, device.key)
        .bind(4, device.token_hash)
        .bind(5, device.name)
        .bind(6, device.incarnation)
        .bind(7, now.unix_ms)
        .bind(8, device.app)
        .run();
}

Result<std::optional<Device>> find_device(db::Connection& connection, std::string_view id) {
    TRY_LET(statement, connection.prepare("SELECT " DEVICE_COLUMNS " FROM device WHERE id = $1"));
    statement.bind(1, id);
    return read_one(statement);
}

Result<std::optional<Device>> find_device_by_token(db::Connection& connection,
                                                   std::string_view token_hash) {
    TRY_LET(statement,
            connection.prepare("SELECT " DEVICE_COLUMNS " FROM device WHERE token_hash = $1"));
    statement.bind(1, token_hash);
    return read_one(statement);
}

Result<std::optional<Device>> find_device_by_no(db::Connection& connection, std::int64_t no) {
    TRY_LET(statement, connection.prepare("SELECT " DEVICE_COLUMNS " FROM device WHERE no = $1"));
    statement.bind(1, no);
    return read_one(statement);
}

Result<std::vector<Device>> devices(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT " DEVICE_COLUMNS " FROM device ORDER BY no"));
    std::vector<Device> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(read_device(statement));
    }
}

Result<std::int64_t> count_laptops(db::Connection& connection) {
    return connection.number("SELECT count(*) FROM device WHERE incarnation > 0");
}

Status set_key(db::Connection& connection, std::int64_t no, std::string_view key) {
    TRY_LET(statement, connection.prepare("UPDATE device SET key = $2 WHERE no = $1"));
    return statement.bind(1, no).bind(2, key).run();
}

Status set_token(db::Connection& connection, std::int64_t no, std::string_view token_hash) {
    TRY_LET(statement, connection.prepare("UPDATE device SET token_hash = $2 WHERE no = $1"));
    return statement.bind(1, no).bind(2, token_hash).run();
}

Status save_progress(db::Connection& connection, const Device& device) {
    TRY_LET(statement,
            connection.prepare("UPDATE device SET incarnation = $2, acknowledged = $3, head = $4, "
                               "outcome_seq = $5 WHERE no = $1"));
    return statement.bind(1, device.no)
        .bind(2, device.incarnation)
        .bind(3, device.acknowledged)
        .bind(4, device.head)
        .bind(5, device.outcome_seq)
        .run();
}

Status revoke(db::Connection& connection, std::int64_t no, Instant now) {
    TRY_LET(statement, connection.prepare("UPDATE device SET revoked_at = COALESCE(revoked_at, $2) "
                                          "WHERE no = $1"));
    return statement.bind(1, no).bind(2, now.unix_ms).run();
}

Status save_told_to_erase(db::Connection& connection, std::int64_t no, Instant now,
                          std::int64_t late_pushes) {
    TRY_LET(statement, connection.prepare("UPDATE device SET told_to_erase_at = "
                                          "COALESCE(told_to_erase_at, $2), late_pushes = $3 "
                                          "WHERE no = $1"));
    return statement.bind(1, no).bind(2, now.unix_ms).bind(3, late_pushes).run();
}

Status save_seen(db::Connection& connection, const Device& device, Instant now) {
    TRY_LET(statement,
            connection.prepare("UPDATE device SET last_seen_at = $2, clock_offset_ms = $3, "
                               "agreed = $4, app = $5, free_mb = $6 WHERE no = $1"));
    statement.bind(1, device.no)
        .bind(2, now.unix_ms)
        .bind(3, device.clock_offset_ms)
        .bind(4, device.agreed ? 1 : 0)
        .bind(5, device.app);
    if (!device.free_mb) return statement.bind_null(6).run();
    return statement.bind(6, *device.free_mb).run();
}

}  // namespace server_store
