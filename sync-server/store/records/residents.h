// Who stays somewhere for a while, and who belongs to a posyandu: ids, a page at a time.
#pragma once

#include "shared/db/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Result;

// Persons who stay in one of the units (absent: anywhere) or are domiciled in one; by posyandu.
Result<std::vector<std::string>> guests(db::Connection& connection,
                                        const std::optional<std::vector<std::string>>& units,
                                        std::int64_t first, std::int64_t count);
// Living mothers and infants of a posyandu, by name.
Result<std::vector<std::string>> families_people(db::Connection& connection, std::string_view unit,
                                                 std::int64_t first, std::int64_t count);

}  // namespace server_store
