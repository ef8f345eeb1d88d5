#include "sync-server/store/changes/ahead.h"

namespace server_store {

base::Status note_ahead(db::Connection& connection, std::int64_t device, base::Instant now) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO ahead (device, since, last_at) VALUES ($1, $2, $2) "
                               "ON CONFLICT (device) DO UPDATE SET last_at = excluded.last_at"));
    return statement.bind(1, device).bind(2, now.unix_ms).run();
}

base::Result<bool> is_ahead(db::Connection& connection, std::int64_t device) {
    TRY_LET(row, connection.prepare("SELECT 1 FROM ahead WHERE device = $1"));
    return row.bind(1, device).step();
}

base::Result<std::vector<Ahead>> laptops_ahead(db::Connection& connection) {
    TRY_LET(rows, connection.prepare("SELECT d.id, d.user, a.since, a.last_at FROM ahead a JOIN "
                                     "device d ON d.no = a.device LEFT JOIN user u ON u.id = "
                                     "d.user WHERE d.revoked_at IS NULL AND u.disabled_at IS NULL "
                                     "ORDER BY a.since, d.no"));
    std::vector<Ahead> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found.push_back({rows.text(0), rows.text(1), base::Instant{rows.number(2)},
                         base::Instant{rows.number(3)}});
    }
}

}  // namespace server_store
