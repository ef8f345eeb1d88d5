// Units, users and their enrolment codes.
#pragma once

#include "shared/base/date.h"
#include "shared/base/id.h"
#include "shared/db/connection.h"
#include "shared/protocol/enrolment.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Instant;
using base::Result;
using base::Status;
using base::UserId;

struct User {
    UserId id;
    std::string name;
    std::string role;  // user_role of the dictionary: KADER, BIDAN, KOORD, DINKES, ADMIN
    bool is_disabled = false;
};

Status put_unit(db::Connection& connection, const protocol::Unit& unit);
Result<std::vector<protocol::Unit>> units(db::Connection& connection);
Result<std::vector<protocol::Unit>> units_of(db::Connection& connection, const UserId& user);
// Of every user, in the order of their codes; who has none is not in it.
Result<std::map<std::string, std::vector<std::string>>> unit_codes_by_user(
    db::Connection& connection);
Result<bool> has_unit(db::Connection& connection, std::string_view code);

Status add_user(db::Connection& connection, const User& user, Instant now);
Status add_user_unit(db::Connection& connection, const UserId& user, std::string_view unit);
Result<std::optional<User>> find_user(db::Connection& connection, const UserId& id);
Result<std::optional<User>> find_user_by_name(db::Connection& connection, std::string_view name);
Result<std::vector<User>> users(db::Connection& connection);
Status set_role(db::Connection& connection, const UserId& user, std::string_view role);
Status disable_user(db::Connection& connection, const UserId& user, Instant now);

// Codes are kept as hashes of their secret.
struct Code {
    std::string secret_hash;
    UserId user;
    Instant expires_at;
    std::string used_by_key;  // the device key that used it; empty while unused
    std::string device;
};
Status add_code(db::Connection& connection, const Code& code);
Result<std::optional<Code>> find_code(db::Connection& connection, std::string_view secret_hash);
Status mark_code_used(db::Connection& connection, const Code& code);
// Of her codes that nobody used and that are not too old yet.
Result<std::int64_t> count_open_codes(db::Connection& connection, const UserId& user, Instant now);
// Her codes that nobody used are worth nothing from now on.
Status end_open_codes(db::Connection& connection, const UserId& user);

}  // namespace server_store
