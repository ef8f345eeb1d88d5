#include "sync-server/store/keeping/audit.h"

namespace server_store {

namespace {

Result<std::vector<Audited>> read_all(db::Statement& statement) {
    std::vector<Audited> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({Instant{statement.number(0)}, statement.text(1), statement.text(2),
                         statement.text(3), statement.text(4)});
    }
}

}  // namespace

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
    return read_all(statement);
}

namespace {

// The first condition is one that an index answers; SQLite takes the best of those that are there.
#define SEARCH(first)                                                          \
    "SELECT at, actor, what, subject, reason FROM audit WHERE " first          \
    " AND ($1 = '' OR actor = $1) AND ($2 = '' OR what = $2) AND ($3 = '' OR " \
    "subject = $3) AND at >= $4 AND at < $5 ORDER BY at DESC, no DESC LIMIT $6 OFFSET $7"

const char* sql_of(const AuditSearch& search) {
    if (!search.subject.empty()) return SEARCH("subject = $3");
    if (!search.what.empty() && !search.actor.empty()) return SEARCH("what = $2 AND actor = $1");
    if (!search.what.empty()) return SEARCH("what = $2");
    if (!search.actor.empty()) return SEARCH("actor = $1");
    return SEARCH("at >= $4");
}

}  // namespace

Result<std::vector<Audited>> search_audit(db::Connection& connection, const AuditSearch& search,
                                          std::int64_t first, std::int64_t count) {
    TRY_LET(statement, connection.prepare(sql_of(search)));
    statement.bind(1, search.actor)
        .bind(2, search.what)
        .bind(3, search.subject)
        .bind(4, search.from.unix_ms)
        .bind(5, search.before.unix_ms)
        .bind(6, count)
        .bind(7, first);
    return read_all(statement);
}

// Jumps from one kind to the next: there are a few dozen among any number of lines.
Result<std::vector<std::string>> audited_kinds(db::Connection& connection) {
    TRY_LET(statement,
            connection.prepare("WITH RECURSIVE kind (what) AS (SELECT min(what) FROM audit UNION "
                               "ALL SELECT (SELECT min(what) FROM audit WHERE what > kind.what) "
                               "FROM kind WHERE kind.what IS NOT NULL) "
                               "SELECT what FROM kind WHERE what IS NOT NULL"));
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.text(0));
    }
}

}  // namespace server_store
