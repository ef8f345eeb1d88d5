#include "sync-server/store/people/people.h"

namespace server_store {

namespace {

User read_user(const db::Statement& row) {
    return User{UserId(row.text(0)), row.text(1), row.text(2), !row.is_null(3)};
}

protocol::Unit read_unit(const db::Statement& row) {
    return protocol::Unit{row.text(0), row.text(1), row.text(2), row.text(3)};
}

Result<std::vector<protocol::Unit>> read_units(db::Statement& statement) {
    std::vector<protocol::Unit> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(read_unit(statement));
    }
}

Result<std::optional<User>> read_one_user(db::Statement& statement) {
    TRY_LET(has_row, statement.step());
    if (!has_row) return std::optional<User>();
    return std::optional<User>(read_user(statement));
}

}  // namespace

Status put_unit(db::Connection& connection, const protocol::Unit& unit) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO unit (code, name, village, village_code) "
                               "VALUES ($1, $2, $3, $4) ON CONFLICT (code) DO UPDATE SET "
                               "name = excluded.name, village = excluded.village, "
                               "village_code = excluded.village_code"));
    return statement.bind(1, unit.code)
        .bind(2, unit.name)
        .bind(3, unit.village)
        .bind(4, unit.village_code)
        .run();
}

Result<std::vector<protocol::Unit>> units(db::Connection& connection) {
    TRY_LET(statement,
            connection.prepare("SELECT code, name, village, village_code FROM unit ORDER BY code"));
    return read_units(statement);
}

Result<std::vector<protocol::Unit>> units_of(db::Connection& connection, const UserId& user) {
    TRY_LET(statement,
            connection.prepare(
                "SELECT u.code, u.name, u.village, u.village_code FROM unit u "
                "JOIN user_unit x ON x.unit = u.code WHERE x.user = $1 ORDER BY u.code"));
    statement.bind(1, user.text());
    return read_units(statement);
}

Result<std::map<std::string, std::vector<std::string>>> unit_codes_by_user(
    db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT user, unit FROM user_unit ORDER BY user, unit"));
    std::map<std::string, std::vector<std::string>> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found[statement.text(0)].push_back(statement.text(1));
    }
}

Result<bool> has_unit(db::Connection& connection, std::string_view code) {
    TRY_LET(statement, connection.prepare("SELECT 1 FROM unit WHERE code = $1"));
    return statement.bind(1, code).step();
}

Status add_user(db::Connection& connection, const User& user, Instant now) {
    TRY_LET(statement, connection.prepare("INSERT INTO user (id, name, role, created_at) "
                                          "VALUES ($1, $2, $3, $4)"));
    return statement.bind(1, user.id.text())
        .bind(2, user.name)
        .bind(3, user.role)
        .bind(4, now.unix_ms)
        .run();
}

Status add_user_unit(db::Connection& connection, const UserId& user, std::string_view unit) {
    TRY_LET(back, connection.prepare("DELETE FROM former_unit WHERE user = $1 AND unit = $2"));
    TRY(back.bind(1, user.text()).bind(2, unit).run());
    TRY_LET(statement, connection.prepare("INSERT INTO user_unit (user, unit) VALUES ($1, $2) "
                                          "ON CONFLICT DO NOTHING"));
    return statement.bind(1, user.text()).bind(2, unit).run();
}

Result<std::optional<User>> find_user(db::Connection& connection, const UserId& id) {
    TRY_LET(statement,
            connection.prepare("SELECT id, name, role, disabled_at FROM user WHERE id = $1"));
    statement.bind(1, id.text());
    return read_one_user(statement);
}

Result<std::optional<User>> find_user_by_name(db::Connection& connection, std::string_view name) {
    TRY_LET(statement,
            connection.prepare("SELECT id, name, role, disabled_at FROM user WHERE name = $1"));
    statement.bind(1, name);
    return read_one_user(statement);
}

Result<std::vector<User>> users(db::Connection& connection) {
    TRY_LET(statement,
            connection.prepare("SELECT id, name, role, disabled_at FROM user ORDER BY name"));
    std::vector<User> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(read_user(statement));
    }
}

Status set_role(db::Connection& connection, const UserId& user, std::string_view role) {
    TRY_LET(statement, connection.prepare("UPDATE user SET role = $2 WHERE id = $1"));
    return statement.bind(1, user.text()).bind(2, role).run();
}

Status disable_user(db::Connection& connection, const UserId& user, Instant now) {
    TRY_LET(statement, connection.prepare("UPDATE user SET disabled_at = $2 WHERE id = $1"));
    return statement.bind(1, user.text()).bind(2, now.unix_ms).run();
}

Status add_code(db::Connection& connection, const Code& code) {
    TRY_LET(statement, connection.prepare("INSERT INTO enrolment_code (secret_hash, user, "
                                          "expires_at) VALUES ($1, $2, $3)"));
    return statement.bind(1, code.secret_hash)
        .bind(2, code.user.text())
        .bind(3, code.expires_at.unix_ms)
        .run();
}

Result<std::optional<Code>> find_code(db::Connection& connection, std::string_view secret_hash) {
    TRY_LET(statement, connection.prepare("SELECT secret_hash, user, expires_at, used_by_key, "
                                          "device FROM enrolment_code WHERE secret_hash = $1"));
    TRY_LET(has_row, statement.bind(1, secret_hash).step());
    if (!has_row) return std::optional<Code>();
    return std::optional<Code>(Code{statement.text(0), UserId(statement.text(1)),
                                    Instant{statement.number(2)}, statement.text(3),
                                    statement.text(4)});
}

Status mark_code_used(db::Connection& connection, const Code& code) {
    TRY_LET(statement, connection.prepare("UPDATE enrolment_code SET used_by_key = $2, "
                                          "device = $3 WHERE secret_hash = $1"));
    return statement.bind(1, code.secret_hash).bind(2, code.used_by_key).bind(3, code.device).run();
}

Result<std::int64_t> count_open_codes(db::Connection& connection, const UserId& user, Instant now) {
    TRY_LET(statement, connection.prepare("SELECT count(*) FROM enrolment_code WHERE user = $1 "
                                          "AND used_by_key IS NULL AND expires_at >= $2"));
    TRY_LET(has_row, statement.bind(1, user.text()).bind(2, now.unix_ms).step());
    return has_row ? statement.number(0) : 0;
}

Status end_open_codes(db::Connection& connection, const UserId& user) {
    TRY_LET(statement, connection.prepare("DELETE FROM enrolment_code WHERE user = $1 "
                                          "AND used_by_key IS NULL"));
    return statement.bind(1, user.text()).run();
}

}  // namespace server_store
