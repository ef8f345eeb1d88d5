#include "shared/base/csv.h"
#include "shared/base/file.h"
#include "shared/base/text.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/password.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/limits.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands.h"
#include "sync-server/app/output.h"
#include "sync-server/http/tls_identity.h"
#include "sync-server/store/audit.h"
#include "sync-server/store/devices.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people.h"

#include <algorithm>
#include <array>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using server_store::User;

namespace {

constexpr std::array<std::string_view, 5> kRoles = {"KADER", "BIDAN", "KOORD", "DINKES", "ADMIN"};

// A fresh code for the user; what the slip says.
Result<std::string> new_code(Centre& centre, const User& user) {
    TRY_LET(address, server_store::meta(centre.connection, server_store::kAddress));
    TRY_LET(certificate, server_store::meta(centre.connection, server_store::kCertificate));
    TRY_LET(pin, http::pin_of(certificate));
    protocol::EnrolmentCode code;
    code.address = address;
    code.secret.resize(10);
    centre.random.fill({reinterpret_cast<unsigned char*>(code.secret.data()), 10});
    code.pin_start = protocol::pin_start_of(pin);
    const base::Instant expires{centre.clock.now().unix_ms + protocol::kEnrolmentCodeLifeMs};
    TRY(server_store::add_code(
        centre.connection,
        {crypto::token_hash(crypto::to_base32(code.secret)), user.id, expires, "", ""}));
    return to_text(code);
}

Status check_person(Centre& centre, const std::string& name, const std::string& role,
                    const std::vector<std::string>& units) {
    if (name.empty()) return Error{ErrorCode::Usage, "a user needs a name"};
    if (!base::is_valid_utf8(name)) {
        return Error{ErrorCode::Usage, "the name must be UTF-8 text"};
    }
    if (std::find(kRoles.begin(), kRoles.end(), role) == kRoles.end()) {
        return Error{ErrorCode::Usage, "the role is KADER, BIDAN, KOORD, DINKES or ADMIN"};
    }
    TRY_LET(known, server_store::find_user_by_name(centre.connection, name));
    if (known) return Error{ErrorCode::Refused, "there is a user named " + name + " already"};
    for (const std::string& unit : units) {
        TRY_LET(has_unit, server_store::has_unit(centre.connection, unit));
        if (!has_unit) return Error{ErrorCode::NotFound, "there is no unit " + unit};
    }
    return Done{};
}

Result<std::vector<std::string>> add_one(Centre& centre, const std::string& name,
                                         const std::string& role,
                                         const std::vector<std::string>& units) {
    TRY(check_person(centre, name, role, units));
    const base::Instant now = centre.clock.now();
    const User user{base::UserId(base::make_uuid7(now, centre.random)), name, role, false};
    TRY(server_store::add_user(centre.connection, user, now));
    for (const std::string& unit : units) {
        TRY(server_store::add_user_unit(centre.connection, user.id, unit));
    }
    TRY_LET(code, new_code(centre, user));
    return std::vector<std::string>{name, role, code};
}

Result<Rows> add_file(Centre& centre, const std::string& file) {
    TRY_LET(text, base::read_file(file));
    auto parsed = base::csv::parse(text);
    if (!parsed.ok()) return std::move(parsed).error().during(file);
    const base::csv::Table& table = parsed.value();
    Rows rows{{"name", "role", "code"}, {}};
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        auto added = add_one(centre, table.at(row, "name"), table.at(row, "role"),
                             base::split(table.at(row, "units"), ' '));
        if (!added.ok()) {
            return std::move(added).error().during(file + ", row " + std::to_string(row + 2));
        }
        rows.rows.push_back(std::move(added).value());
    }
    return rows;
}

Result<User> named_user(Centre& centre, const std::string& name) {
    TRY_LET(user, server_store::find_user_by_name(centre.connection, name));
    if (!user) return Error{ErrorCode::NotFound, "there is no user named " + name};
    return *user;
}

// They send what they still have once more, and are then told to go (SYNC 24).
Result<std::int64_t> laptops_that_will_erase(Centre& centre, const base::UserId& user) {
    TRY_LET(devices, server_store::devices(centre.connection));
    return std::count_if(devices.begin(), devices.end(), [&](const server_store::Device& each) {
        return each.user == user && !each.is_told_to_erase;
    });
}

}  // namespace

Status user_add(const UserOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(transaction, db::Transaction::begin(centre->connection));
    Rows rows{{"name", "role", "code"}, {}};
    if (!options.file.empty()) {
        TRY_LET(added, add_file(*centre, options.file));
        rows = std::move(added);
    } else {
        TRY_LET(added, add_one(*centre, options.name, options.role, options.units));
        rows.rows.push_back(std::move(added));
    }
    TRY(transaction.commit());
    print(rows, options.json);
    return Done{};
}

Status user_list(const UserOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(users, server_store::users(centre->connection));
    Rows rows{{"name", "role", "units", "state"}, {}};
    for (const User& user : users) {
        TRY_LET(units, server_store::units_of(centre->connection, user.id));
        std::vector<std::string> codes;
        for (const protocol::Unit& unit : units) codes.push_back(unit.code);
        rows.rows.push_back({user.name, user.role, base::joined(codes, " "),
                             user.is_disabled ? "disabled" : "active"});
    }
    print(rows, options.json);
    return Done{};
}

Status user_disable(const UserOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(user, named_user(*centre, options.name));
    const base::Instant now = centre->clock.now();
    TRY_LET(transaction, db::Transaction::begin(centre->connection));
    TRY(server_store::disable_user(centre->connection, user.id, now));
    TRY(server_store::audit(centre->connection,
                            {now, server_store::kCommandLine, "user_disable", user.id.text()}));
    TRY_LET(laptops, laptops_that_will_erase(*centre, user.id));
    TRY(transaction.commit());
    print_facts(
        {{"name", user.name},
         {"state", "disabled"},
         {options.json ? "laptops_to_erase" : "laptops that erase themselves at their next sync",
          std::to_string(laptops)}},
        options.json);
    return Done{};
}

Status user_code(const UserOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(user, named_user(*centre, options.name));
    if (user.is_disabled) return Error{ErrorCode::Refused, user.name + " is disabled"};
    TRY_LET(code, new_code(*centre, user));
    print_facts({{"name", user.name}, {"code", code}}, options.json);
    return Done{};
}

}  // namespace server_app
