// Forward-only migrations, each in a transaction of its own.
#pragma once

#include "shared/db/connection.h"

#include <span>

namespace db {

struct Migration {
    int number;        // 1, 2, 3 ... without gaps
    const char* what;  // for the log
    const char* sql;
};

// Brings the database to the last migration. A database of a newer program is refused
// (Unsupported), untouched.
Status migrate(Connection& connection, std::span<const Migration> migrations);

}  // namespace db
