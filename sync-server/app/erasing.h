// Lawful erasure of a person (SYNC 23): what would go, and doing it; for the command and for the
// pages.
#pragma once

#include "sync-server/console/erasing.h"

#include <string>

namespace server_app {

// Refused if it is erased already; NotFound if no such person is here.
base::Result<console::ErasurePlan> plan_erasure(db::Connection& connection, const std::string& data,
                                                const console::Erasure& wanted);
// One transaction. Usage without a reason.
base::Status carry_out_erasure(db::Connection& connection, const std::string& data,
                               base::Instant now, const console::Erasure& wanted);
// How the pages reach both.
console::Erasing erasing_in(const std::string& data);

}  // namespace server_app
