#include "sync-server/store/people/pauses.h"

namespace server_store {

namespace {

PauseOf whom_of(std::string_view name) {
    for (const PauseOf each : {PauseOf::Unit, PauseOf::User}) {
        if (name == name_of(each)) return each;
    }
    return PauseOf::Everybody;
}

}  // namespace

std::string_view name_of(PauseOf whom) {
    switch (whom) {
        case PauseOf::Everybody:
            return "all";
        case PauseOf::Unit:
            return "unit";
        case PauseOf::User:
            return "user";
    }
    return "all";
}

Status pause(db::Connection& connection, const Pause& pause) {
    TRY_LET(statement, connection.prepare(
                           "INSERT INTO pause (whom, target, since, reason) "
                           "VALUES ($1, $2, $3, $4) "
                           "ON CONFLICT (whom, target) DO UPDATE SET reason = excluded.reason"));
    return statement.bind(1, name_of(pause.whom))
        .bind(2, pause.target)
        .bind(3, pause.since.unix_ms)
        .bind(4, pause.reason)
        .run();
}

Result<bool> resume(db::Connection& connection, PauseOf whom, std::string_view target) {
    TRY_LET(statement,
            connection.prepare("DELETE FROM pause WHERE whom = $1 AND target = $2 RETURNING 1"));
    return statement.bind(1, name_of(whom)).bind(2, target).step();
}

Result<std::vector<Pause>> pauses(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT whom, target, since, reason FROM pause "
                                          "ORDER BY whom, target"));
    std::vector<Pause> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({whom_of(statement.text(0)), statement.text(1),
                         Instant{statement.number(2)}, statement.text(3)});
    }
}

Result<bool> is_paused(db::Connection& connection, const base::UserId& user) {
    TRY_LET(statement, connection.prepare("SELECT 1 FROM pause WHERE whom = 'all' "
                                          "OR (whom = 'user' AND target = $1) "
                                          "OR (whom = 'unit' AND target IN "
                                          "(SELECT unit FROM user_unit WHERE user = $1)) LIMIT 1"));
    return statement.bind(1, user.text()).step();
}

}  // namespace server_store
