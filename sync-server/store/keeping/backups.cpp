#include "sync-server/store/keeping/backups.h"

namespace server_store {

using base::Done;

namespace {

#define BACKUP_COLUMNS "no, file, made_at, verified_at, result, bytes, changes"

Backup read_backup(const db::Statement& row) {
    Backup backup;
    backup.no = row.number(0);
    backup.file = row.text(1);
    backup.made_at = Instant{row.number(2)};
    if (!row.is_null(3)) backup.verified_at = Instant{row.number(3)};
    backup.result = row.text(4);
    backup.bytes = row.number(5);
    backup.changes = row.number(6);
    return backup;
}

Status add_held(db::Connection& connection, std::int64_t backup, const std::string& device,
                const DeviceHolding& held) {
    TRY_LET(statement, connection.prepare("INSERT INTO backup_device (backup, device, n, head) "
                                          "VALUES ($1, $2, $3, $4)"));
    return statement.bind(1, backup).bind(2, device).bind(3, held.n).bind(4, held.head).run();
}

}  // namespace

Status add_backup(db::Connection& connection, const Backup& backup,
                  const std::map<std::string, DeviceHolding>& held) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO backup (file, made_at, verified_at, result, bytes, "
                               "changes) VALUES ($1, $2, $3, $4, $5, $6)"));
    statement.bind(1, backup.file).bind(2, backup.made_at.unix_ms);
    if (backup.verified_at) {
        statement.bind(3, backup.verified_at->unix_ms);
    } else {
        statement.bind_null(3);
    }
    TRY(statement.bind(4, backup.result).bind(5, backup.bytes).bind(6, backup.changes).run());
    const std::int64_t no = connection.last_row_id();
    for (const auto& [device, each] : held) TRY(add_held(connection, no, device, each));
    return Done{};
}

Status forget_failed_backups(db::Connection& connection, std::int64_t keep) {
    TRY_LET(statement,
            connection.prepare("DELETE FROM backup WHERE verified_at IS NULL AND no NOT IN (SELECT "
                               "no FROM backup WHERE verified_at IS NULL ORDER BY no DESC LIMIT "
                               "$1)"));
    return statement.bind(1, keep).run();
}

Result<std::vector<Backup>> offered_backups(db::Connection& connection) {
    TRY_LET(rows, connection.prepare("SELECT " BACKUP_COLUMNS
                                     " FROM backup WHERE verified_at IS NOT NULL AND "
                                     "removed_at IS NULL ORDER BY no DESC"));
    std::vector<Backup> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found.push_back(read_backup(rows));
    }
}

Result<std::optional<Backup>> last_backup(db::Connection& connection) {
    TRY_LET(rows,
            connection.prepare("SELECT " BACKUP_COLUMNS " FROM backup ORDER BY no DESC LIMIT 1"));
    TRY_LET(has_row, rows.step());
    if (!has_row) return std::optional<Backup>();
    return std::optional<Backup>(read_backup(rows));
}

Status set_backup_removed(db::Connection& connection, std::int64_t no, Instant now) {
    TRY_LET(statement, connection.prepare("UPDATE backup SET removed_at = $2 WHERE no = $1"));
    return statement.bind(1, no).bind(2, now.unix_ms).run();
}

// Every one on offer, not only the oldest: whichever is restored, what was said to be safe is
// there. A device that one of them does not know has nothing safe.
Result<std::int64_t> safe_of(db::Connection& connection, std::string_view device) {
    TRY_LET(row,
            connection.prepare("SELECT COALESCE(MIN(COALESCE(d.n, 0)), 0) FROM backup b "
                               "LEFT JOIN backup_device d ON d.backup = b.no AND d.device = $1 "
                               "WHERE b.verified_at IS NOT NULL AND b.removed_at IS NULL"));
    TRY(row.bind(1, device).step());
    return row.number(0);
}

}  // namespace server_store
