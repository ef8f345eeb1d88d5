// Closing a month: its figures stay as they were reported. Opened again only with a reason.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

#include <string_view>

namespace reports {

// Refused for a month that is closed already or has not come to its last day.
base::Status close_month(db::Connection& connection, base::Month month, base::Instant now,
                         const base::Zone& zone, std::string_view actor);
// Refused without a reason, or if it is not closed.
base::Status reopen_month(db::Connection& connection, base::Month month, base::Instant now,
                          std::string_view actor, std::string_view reason);

}  // namespace reports
