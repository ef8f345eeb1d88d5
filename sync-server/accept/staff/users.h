// Users, their roles and their one-time codes. Inside the caller's transaction.
#pragma once

#include "sync-server/accept/desk/desk.h"
#include "sync-server/store/people/people.h"

#include <string>
#include <string_view>
#include <vector>

namespace staff {

using accept::Desk;
using base::Result;
using base::Status;
using server_store::User;

inline constexpr std::size_t kNameCharactersMax = 200;
inline constexpr std::size_t kUnitCodeCharactersMax = 20;

struct NewUser {
    std::string name;
    std::string role;  // KADER, BIDAN, KOORD, DINKES, ADMIN
    std::vector<std::string> units;
};
// Usage: no name or role that can be. Refused: the name is taken. NotFound: a unit is not here.
Result<User> add_user(const Desk& desk, const NewUser& wanted, std::string_view actor);

// What stands on a slip. It enrols one laptop, or sets one password for the pages.
struct Slip {
    std::string code;  // HOST:PORT/SYMBOLS; kept by nobody
    base::Instant expires_at;
};
// Refused: the user is disabled.
Result<Slip> new_code(const Desk& desk, const User& user, std::string_view actor);
// A slip that was lost: what stands on those of hers that nobody used is worth nothing any more.
Status end_codes(const Desk& desk, const User& user, std::string_view actor);

// Her laptops send once more and then erase themselves (SYNC 24); she is signed out of the pages,
// and her unused codes end: also at a change of role, since they were given for the role before.
Status disable_user(const Desk& desk, const User& user, std::string_view actor,
                    std::string_view reason);
// She is signed out of the pages and comes back with the new role.
Status change_role(const Desk& desk, const User& user, const std::string& role,
                   std::string_view actor, std::string_view reason);

// It stands in addresses, file names and reports, and never changes: begins with a letter or digit
// and has at most 20 letters, digits and - _ .
bool is_unit_code(std::string_view code);
// Usage: no code, name or village that a new posyandu can have.
Status check_new_unit(const protocol::Unit& unit);
// Adds a posyandu, or gives one that is here another name or village.
Status put_unit(const Desk& desk, const protocol::Unit& unit, std::string_view actor);

}  // namespace staff
