#include "sync-server/store/audit.h"

namespace server_store {

Status audit(db::Connection& connection, const Audited& done) {
    TRY_LET(statement, connection.prepare("INSERT INTO audit (at, actor, what, subject, reason) "
                                          "VALUES ($1, $2, $3, $4, $5)"));
    return statement.bind(1, done.at.unix_ms)
        .bind(2, done.actor)
        .bind(3, done.what)
        .bind(4, done.subject)
        .bind(5, done.reason)
        .run();
}

Result<std::vector<Audited>> audited(db::Connection& connection, std::string_view what) {
    TRY_LET(statement, connection.prepare("SELECT at, actor, what, subject, reason FROM audit "
                                          "WHERE what = $1 ORDER BY no"));
    statement.bind(1, what);
    std::vector<Audited> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({Instant{statement.number(0)}, statement.text(1), statement.text(2),
                         statement.text(3), statement.text(4)});
    }
}

}  // namespace server_store
