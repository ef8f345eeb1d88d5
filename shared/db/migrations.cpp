#include "shared/db/migrations.h"

#include <string>

namespace db {

Status migrate(Connection& connection, std::span<const Migration> migrations) {
    TRY_LET(version, connection.number("PRAGMA user_version"));
    const auto known = static_cast<std::int64_t>(migrations.size());
    if (version > known) {
        return Error{ErrorCode::Unsupported,
                     "this data was written by a newer version of the program; nothing was "
                     "changed, please install the newer version"};
    }
    for (const Migration& migration : migrations) {
        if (migration.number <= version) continue;
        TRY_LET(transaction, Transaction::begin(connection));
        TRY(connection.execute(migration.sql));
        const std::string mark = "PRAGMA user_version = " + std::to_string(migration.number);
        TRY(connection.execute(mark.c_str()));
        TRY(transaction.commit());
    }
    return Done{};
}

}  // namespace db
