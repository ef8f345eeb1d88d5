// What arrived of a month, counted without reading anybody's record: for what is missing before a
// report, and who was active.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Result;

// Units of which a visit or an outreach of that month ("2026-09") has arrived, by its own date.
Result<std::set<std::string>> units_with_work(db::Connection& connection, std::string_view month);
// Of each unit the users who made a visit between two months, both included.
Result<std::map<std::string, std::set<std::string>>> providers_by_unit(db::Connection& connection,
                                                                       std::string_view from_month,
                                                                       std::string_view to_month);
// Records that name one which has not arrived (SYNC 14), by unit.
Result<std::map<std::string, int>> orphans_by_unit(db::Connection& connection);

}  // namespace server_store
