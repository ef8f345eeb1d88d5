// Facts kept true: whoever was touched is counted anew before a report reads (SYNC 26).
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

namespace reports {

using base::Month;
using base::Result;
using base::Status;

// After it, the facts of `month` are those that counting from scratch would give. One transaction.
Status settle(db::Connection& connection, Month month);

}  // namespace reports
