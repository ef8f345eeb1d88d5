// Posyandu that a user had: what she wrote before her laptop heard of the loss is still hers
// (SYNC 15). How far that reaches is known from the first round in which the laptop says the
// configuration without it: nothing it numbers later was made under the old one.
#pragma once

#include "shared/base/id.h"
#include "shared/db/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Result;
using base::Status;
using base::UserId;

// From now on it is a former one; how far her laptops knew is forgotten.
Status remove_user_unit(db::Connection& connection, const UserId& user, std::string_view unit);

struct FormerUnit {
    std::string unit;
    std::optional<std::int64_t> last_n;  // that may have been made before the laptop knew
};
// As one life of a device knows them.
Result<std::vector<FormerUnit>> former_units(db::Connection& connection, const UserId& user,
                                             std::int64_t device, std::int64_t incarnation);
Status set_last_n(db::Connection& connection, std::string_view unit, std::int64_t device,
                  std::int64_t incarnation, std::int64_t last_n);

}  // namespace server_store
