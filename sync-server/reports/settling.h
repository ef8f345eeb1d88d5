// Facts kept true: whoever was touched is counted anew before a report reads (SYNC 26).
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

#include <functional>

namespace reports {

using base::Month;
using base::Result;
using base::Status;

// After it, the facts of `month` are those that counting from scratch would give. Works in short
// transactions, so that laptops can send meanwhile; what they touch is counted again.
// `between_chunks` is called where others may come in between.
using BetweenChunks = std::function<void()>;
Status settle(db::Connection& connection, Month month, const BetweenChunks& between_chunks = {});

// Whether its facts are there, but for whoever was touched since: counting all of them takes
// minutes. They are not after a program of other rules, or with other tables, came.
Result<bool> is_settled(db::Connection& connection, Month month);

// As settle, and then nobody can touch anything while the transaction lives: what is read in it is
// of one moment. Commit it when all is read.
Result<db::Transaction> settle_and_hold(db::Connection& connection, Month month);

}  // namespace reports
