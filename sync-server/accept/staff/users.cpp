#include "sync-server/accept/staff/users.h"

#include "shared/base/characters.h"
#include "shared/base/text.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/password.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/pin.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/console.h"

#include <algorithm>
#include <array>

namespace staff {

using base::Done;
using base::Error;
using base::ErrorCode;

namespace {

constexpr std::array<std::string_view, 5> kRoles = {"KADER", "BIDAN", "KOORD", "DINKES", "ADMIN"};
constexpr std::size_t kSecretBytes = 10;

Status note(const Desk& desk, std::string_view actor, const char* what, std::string_view subject,
            std::string_view reason = {}) {
    return server_store::audit(desk.connection, {desk.clock.now(), std::string(actor), what,
                                                 std::string(subject), std::string(reason)});
}

Status check_role(const std::string& role) {
    if (std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end()) return Done{};
    return Error{ErrorCode::Usage, "the role is KADER, BIDAN, KOORD, DINKES or ADMIN"};
}

Status check_name(db::Connection& connection, const std::string& name) {
    if (base::trimmed(name).empty()) return Error{ErrorCode::Usage, "a user needs a name"};
    if (!base::is_valid_utf8(name)) {
        return Error{ErrorCode::Usage, "the name must be UTF-8 text"};
    }
    if (base::character_count(name) > kNameCharactersMax) {
        return Error{ErrorCode::Usage, "the name is longer than 200 characters"};
    }
    TRY_LET(known, server_store::find_user_by_name(connection, name));
    if (known) return Error{ErrorCode::Refused, "there is a user of that name already"};
    return Done{};
}

}  // namespace

Result<User> add_user(const Desk& desk, const NewUser& wanted, std::string_view actor) {
    TRY(check_name(desk.connection, wanted.name));
    TRY(check_role(wanted.role));
    for (const std::string& unit : wanted.units) {
        TRY_LET(has_unit, server_store::has_unit(desk.connection, unit));
        if (!has_unit) return Error{ErrorCode::NotFound, "there is no unit " + unit};
    }
    const base::Instant now = desk.clock.now();
    const User user{base::UserId(base::make_uuid7(now, desk.random)), wanted.name, wanted.role,
                    false};
    TRY(server_store::add_user(desk.connection, user, now));
    for (const std::string& unit : wanted.units) {
        TRY(server_store::add_user_unit(desk.connection, user.id, unit));
    }
    TRY(note(desk, actor, "user_add", user.id.text(), wanted.role));
    return user;
}

Result<Slip> new_code(const Desk& desk, const User& user, std::string_view actor) {
    if (user.is_disabled) return Error{ErrorCode::Refused, "this user is disabled"};
    TRY_LET(address, server_store::meta(desk.connection, server_store::kAddress));
    TRY_LET(certificate, server_store::meta(desk.connection, server_store::kCertificate));
    TRY_LET(pin, protocol::pin_of(certificate));
    protocol::EnrolmentCode code;
    code.address = address;
    code.secret.resize(kSecretBytes);
    desk.random.fill({reinterpret_cast<unsigned char*>(code.secret.data()), kSecretBytes});
    code.pin_start = protocol::pin_start_of(pin);
    const base::Instant expires{desk.clock.now().unix_ms + protocol::kEnrolmentCodeLifeMs};
    TRY(server_store::add_code(desk.connection, {crypto::token_hash(crypto::to_base32(code.secret)),
                                                 user.id, expires, "", ""}));
    TRY(note(desk, actor, "user_code", user.id.text()));
    return Slip{to_text(code), expires};
}

Status end_codes(const Desk& desk, const User& user, std::string_view actor) {
    TRY(server_store::end_open_codes(desk.connection, user.id));
    return note(desk, actor, "user_code_end", user.id.text());
}

Status disable_user(const Desk& desk, const User& user, std::string_view actor,
                    std::string_view reason) {
    if (user.is_disabled) return Error{ErrorCode::Refused, "this user is disabled"};
    TRY(accept::check_desk_text({}, reason));
    TRY(server_store::disable_user(desk.connection, user.id, desk.clock.now()));
    TRY(server_store::end_open_codes(desk.connection, user.id));
    TRY(server_store::end_sessions_of(desk.connection, user.id));
    return note(desk, actor, "user_disable", user.id.text(), reason);
}

Status change_role(const Desk& desk, const User& user, const std::string& role,
                   std::string_view actor, std::string_view reason) {
    TRY(check_role(role));
    TRY(accept::check_desk_text({}, reason));
    if (user.role == role) return Done{};
    TRY(server_store::set_role(desk.connection, user.id, role));
    TRY(server_store::end_open_codes(desk.connection, user.id));
    TRY(server_store::end_sessions_of(desk.connection, user.id));
    return note(desk, actor, "user_role", user.id.text(),
                user.role + " -> " + role + ": " + std::string(reason));
}

// ".." would be a way upwards in an address or a file name.
bool is_unit_code(std::string_view code) {
    return !code.empty() && code.size() <= kUnitCodeCharactersMax &&
           (base::is_letter(code[0]) || base::is_digit(code[0])) &&
           std::all_of(code.begin(), code.end(), [](char c) {
               return base::is_letter(c) || base::is_digit(c) || c == '-' || c == '_' || c == '.';
           });
}

namespace {

Status check_unit(const protocol::Unit& unit) {
    if (unit.code.empty() || unit.name.empty() || unit.village.empty()) {
        return Error{ErrorCode::Usage, "a posyandu needs a code, a name and a village"};
    }
    const std::string all = unit.code + unit.name + unit.village + unit.village_code;
    if (!base::is_valid_utf8(all) || base::character_count(all) > 4 * kNameCharactersMax) {
        return Error{ErrorCode::Usage, "a posyandu's names are texts of at most 200 characters"};
    }
    return Done{};
}

}  // namespace

Status check_new_unit(const protocol::Unit& unit) {
    TRY(check_unit(unit));
    if (is_unit_code(unit.code)) return Done{};
    return Error{ErrorCode::Usage,
                 "a posyandu's code begins with a letter or digit and has at most 20 letters, "
                 "digits and - _ ."};
}

Status put_unit(const Desk& desk, const protocol::Unit& unit, std::string_view actor) {
    TRY_LET(is_known, server_store::has_unit(desk.connection, unit.code));
    TRY(is_known ? check_unit(unit) : check_new_unit(unit));
    TRY(server_store::put_unit(desk.connection, unit));
    return note(desk, actor, is_known ? "unit_change" : "unit_add", unit.code);
}

}  // namespace staff
