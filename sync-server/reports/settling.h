// Facts kept true: whoever was touched is counted anew before a report reads (SYNC 26).
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

namespace reports {

using base::Month;
using base::Result;
using base::Status;

// After it, the facts of `month` are those that counting from scratch would give. Works in short
// transactions, so that laptops can send meanwhile; what they touch is counted again.
Status settle(db::Connection& connection, Month month);

}  // namespace reports
