#include "sync-server/store/meta.h"

#include "shared/base/json.h"
#include "shared/base/private_file.h"
#include "sync-server/store/migrations.h"

#include <algorithm>

namespace server_store {

Result<std::string> meta(db::Connection& connection, std::string_view key) {
    TRY_LET(statement, connection.prepare("SELECT value FROM meta WHERE key = $1"));
    TRY_LET(has_row, statement.bind(1, key).step());
    return has_row ? statement.text(0) : std::string();
}

Status set_meta(db::Connection& connection, std::string_view key, std::string_view value) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO meta (key, value) VALUES ($1, $2) "
                               "ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
    return statement.bind(1, key).bind(2, value).run();
}

Result<std::string> district_choices(db::Connection& connection) {
    TRY_LET(statement,
            connection.prepare("SELECT substr(key, length($1) + 1), value FROM meta WHERE "
                               "substr(key, 1, length($1)) = $1 ORDER BY key"));
    statement.bind(1, kChoice);
    std::string choices;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return choices;
        if (!choices.empty()) choices += ' ';
        choices += statement.text(0) + "=" + statement.text(1);
    }
}

Result<std::int64_t> epoch(db::Connection& connection) {
    TRY_LET(text, meta(connection, kEpoch));
    return base::json::integer_of(text).value_or(0);
}

Status begin_epoch(db::Connection& connection, std::int64_t wished) {
    TRY_LET(standing, meta(connection, kEpoch));
    const std::int64_t next = base::json::integer_of(standing).value_or(0) + 1;
    // Whoever knew more brings it now.
    TRY(connection.execute("DELETE FROM ahead"));
    return set_meta(connection, kEpoch, std::to_string(std::max(wished, next)));
}

namespace {

// 64 MiB: the writer shortens the log when nobody waits for it, long before
// (app/serving/one_writer).
constexpr int kLogPagesMax = 16 * 1024;
// The pages that a commit of 2,700 visits writes. More is memory taken twice: what is read again,
// the operating system keeps as well.
constexpr int kCacheKib = 12 * 1024;

}  // namespace

Result<db::Connection> open_database(const std::string& path, const db::OpenOptions& options) {
    TRY_LET(connection, db::Connection::open(path, options));
    base::keep_database_private(path);
    TRY(db::migrate(connection, migrations()));
    return std::move(connection);
}

Result<db::Connection> open_database(const std::string& path, bool may_create) {
    db::OpenOptions options;
    options.may_create = may_create;
    options.cache_kib = kCacheKib;
    options.log_pages_max = kLogPagesMax;
    return open_database(path, options);
}

}  // namespace server_store
