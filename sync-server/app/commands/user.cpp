#include "shared/base/csv.h"
#include "shared/base/file.h"
#include "shared/base/text.h"
#include "sync-server/accept/staff/users.h"
#include "sync-server/app/commands/centre_desk.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/backup/kept_lists.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"

#include <algorithm>

namespace server_app {

using accept::Desk;
using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using server_store::User;

namespace {

Result<std::vector<std::string>> add_one(Centre& centre, const staff::NewUser& wanted) {
    const Desk desk = desk_of(centre);
    TRY_LET(user, staff::add_user(desk, wanted, server_store::kCommandLine));
    TRY_LET(slip, staff::new_code(desk, user, server_store::kCommandLine));
    return std::vector<std::string>{user.name, user.role, slip.code};
}

Result<Rows> add_file(Centre& centre, const std::string& file) {
    TRY_LET(text, base::read_file(file));
    auto parsed = base::csv::parse_filled_in(text);
    if (!parsed.ok()) return std::move(parsed).error().during(file);
    const base::csv::Table& table = parsed.value();
    Rows rows{{"name", "role", "code"}, {}};
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string units = table.at(row, "units");
        auto added =
            add_one(centre, {table.at(row, "name"), table.at(row, "role"),
                             units.empty() ? std::vector<std::string>() : base::split(units, ' ')});
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
        TRY_LET(added, add_one(*centre, {options.name, options.role, options.units}));
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
    TRY_LET(transaction, db::Transaction::begin(centre->connection));
    TRY(staff::disable_user(desk_of(*centre), user, server_store::kCommandLine, ""));
    TRY_LET(laptops, laptops_that_will_erase(*centre, user.id));
    TRY(transaction.commit());
    backup::keep_lists(centre->connection, options.data);
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
    TRY_LET(transaction, db::Transaction::begin(centre->connection));
    TRY_LET(slip, staff::new_code(desk_of(*centre), user, server_store::kCommandLine));
    TRY(transaction.commit());
    print_facts({{"name", user.name}, {"code", slip.code}}, options.json);
    return Done{};
}

}  // namespace server_app
