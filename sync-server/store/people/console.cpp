#include "sync-server/store/people/console.h"

namespace server_store {

Result<std::string> password_hash(db::Connection& connection, const UserId& user) {
    TRY_LET(statement, connection.prepare("SELECT password FROM console_account WHERE user = $1"));
    TRY_LET(has_row, statement.bind(1, user.text()).step());
    return has_row ? statement.text(0) : std::string();
}

Status set_password(db::Connection& connection, const UserId& user, std::string_view hash,
                    Instant now) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO console_account (user, password, set_at) "
                               "VALUES ($1, $2, $3) ON CONFLICT (user) DO UPDATE SET "
                               "password = excluded.password, set_at = excluded.set_at"));
    return statement.bind(1, user.text()).bind(2, hash).bind(3, now.unix_ms).run();
}

Status add_session(db::Connection& connection, const ConsoleSession& session) {
    TRY_LET(statement,
            connection.prepare(
                "INSERT INTO console_session (token_hash, user, csrf, began_at, seen_at, "
                "message) VALUES ($1, $2, $3, $4, $5, $6)"));
    return statement.bind(1, session.token_hash)
        .bind(2, session.user.text())
        .bind(3, session.csrf)
        .bind(4, session.began_at.unix_ms)
        .bind(5, session.seen_at.unix_ms)
        .bind(6, session.message)
        .run();
}

Result<std::optional<ConsoleSession>> find_session(db::Connection& connection,
                                                   std::string_view token_hash) {
    TRY_LET(statement,
            connection.prepare("SELECT token_hash, user, csrf, began_at, seen_at, message "
                               "FROM console_session WHERE token_hash = $1"));
    TRY_LET(has_row, statement.bind(1, token_hash).step());
    if (!has_row) return std::optional<ConsoleSession>();
    return std::optional<ConsoleSession>(ConsoleSession{
        statement.text(0), UserId(statement.text(1)), statement.text(2),
        Instant{statement.number(3)}, Instant{statement.number(4)}, statement.text(5)});
}

Status save_session_seen(db::Connection& connection, std::string_view token_hash, Instant now) {
    TRY_LET(statement,
            connection.prepare("UPDATE console_session SET seen_at = $2 WHERE token_hash = $1"));
    return statement.bind(1, token_hash).bind(2, now.unix_ms).run();
}

Status save_session_message(db::Connection& connection, std::string_view token_hash,
                            std::string_view message) {
    TRY_LET(statement,
            connection.prepare("UPDATE console_session SET message = $2 WHERE token_hash = $1"));
    return statement.bind(1, token_hash).bind(2, message).run();
}

Status end_session(db::Connection& connection, std::string_view token_hash) {
    TRY_LET(statement, connection.prepare("DELETE FROM console_session WHERE token_hash = $1"));
    return statement.bind(1, token_hash).run();
}

Status end_sessions_of(db::Connection& connection, const UserId& user) {
    TRY_LET(statement, connection.prepare("DELETE FROM console_session WHERE user = $1"));
    return statement.bind(1, user.text()).run();
}

Status forget_before(db::Connection& connection, Instant sessions_seen, Instant requests_at) {
    TRY_LET(sessions, connection.prepare("DELETE FROM console_session WHERE seen_at < $1"));
    TRY(sessions.bind(1, sessions_seen.unix_ms).run());
    TRY_LET(requests, connection.prepare("DELETE FROM console_request WHERE at < $1"));
    return requests.bind(1, requests_at.unix_ms).run();
}

Result<bool> add_request(db::Connection& connection, const ConsoleRequest& request) {
    TRY_LET(statement, connection.prepare("INSERT INTO console_request (id, user, at, answer) "
                                          "VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"));
    TRY(statement.bind(1, request.id)
            .bind(2, request.user.text())
            .bind(3, request.at.unix_ms)
            .bind(4, request.answer)
            .run());
    return connection.changes() == 1;
}

Result<std::optional<ConsoleRequest>> find_request(db::Connection& connection,
                                                   std::string_view id) {
    TRY_LET(statement, connection.prepare("SELECT id, user, at, answer FROM console_request "
                                          "WHERE id = $1"));
    TRY_LET(has_row, statement.bind(1, id).step());
    if (!has_row) return std::optional<ConsoleRequest>();
    return std::optional<ConsoleRequest>(
        ConsoleRequest{statement.text(0), UserId(statement.text(1)), Instant{statement.number(2)},
                       statement.text(3)});
}

Status save_answer(db::Connection& connection, std::string_view id, std::string_view answer) {
    TRY_LET(statement, connection.prepare("UPDATE console_request SET answer = $2 WHERE id = $1"));
    return statement.bind(1, id).bind(2, answer).run();
}

Status take_back_request(db::Connection& connection, std::string_view id) {
    TRY_LET(statement, connection.prepare("DELETE FROM console_request WHERE id = $1"));
    return statement.bind(1, id).run();
}

}  // namespace server_store
