#include "client/store/store.h"

#include "client/store/migrations.h"
#include "shared/base/json.h"

namespace store {

namespace {

// An empty `shown` says: as confirmed.
#define SHOWN_COLUMNS                                                                     \
    "r.id, r.type, r.unit, r.epoch, r.counter, iif(r.shown = '', r.confirmed, r.shown), " \
    "r.confirmed IS NOT NULL"

constexpr std::string_view kIdentity = "identity";

Result<ShownRecord> read_shown(const db::Statement& row) {
    TRY_LET(fields, Fields::parse(row.text(5)));
    return ShownRecord{{RecordId(row.text(0)),
                        row.text(1),
                        row.text(2),
                        {row.number(3), row.number(4)},
                        std::move(fields)},
                       row.number(6) != 0};
}

Result<std::vector<records::Record>> read_records(db::Statement& statement) {
    std::vector<records::Record> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        TRY_LET(shown, read_shown(statement));
        found.push_back(std::move(shown.record));
    }
}

Result<Identity> parse_identity(const std::string& text) {
    TRY_LET(object, base::json::Object::parse(text));
    const auto read = [&](std::string_view name) { return object.string(name).value_or(""); };
    return Identity{read("server"), read("pin"),       read("device"),      read("token"),
                    read("user"),   read("user_name"), read("role"),        read("centre"),
                    read("zone"),   read("box_key"),   read("receipt_key"), read("device_key"),
                    read("config"), read("choices"),   read("closed")};
}

}  // namespace

Result<Store> Store::open(db::Connection connection) {
    TRY(db::migrate(connection, migrations()));
    return Store(std::move(connection));
}

Result<std::string> Store::meta(std::string_view key) {
    TRY_LET(statement, connection_.prepare("SELECT value FROM meta WHERE key = $1"));
    TRY_LET(has_row, statement.bind(1, key).step());
    return has_row ? statement.text(0) : std::string();
}

Status Store::set_meta(std::string_view key, std::string_view value) {
    TRY_LET(statement,
            connection_.prepare("INSERT INTO meta (key, value) VALUES ($1, $2) "
                                "ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
    return statement.bind(1, key).bind(2, value).run();
}

// The text is asked for each time: a transaction that was undone takes its own back.
Result<Identity> Store::identity() {
    TRY_LET(text, meta(kIdentity));
    if (text.empty()) return base::Error{base::ErrorCode::NotFound, "this store is not enrolled"};
    if (!identity_ || text != identity_text_) {
        TRY_LET(parsed, parse_identity(text));
        identity_ = std::move(parsed);
        identity_text_ = std::move(text);
    }
    return *identity_;
}

Status Store::set_identity(const Identity& identity) {
    base::json::Writer text;
    text.add("server", identity.server).add("pin", identity.pin);
    text.add("device", identity.device).add("token", identity.token);
    text.add("user", identity.user).add("user_name", identity.user_name);
    text.add("role", identity.role).add("centre", identity.centre).add("zone", identity.zone);
    text.add("box_key", identity.box_key).add("receipt_key", identity.receipt_key);
    text.add("device_key", identity.device_key).add("config", identity.config);
    if (!identity.choices.empty()) text.add("choices", identity.choices);
    if (!identity.closed.empty()) text.add("closed", identity.closed);
    return set_meta(kIdentity, text.text());
}

Result<Progress> Store::progress() {
    TRY_LET(statement, connection_.prepare(
                           "SELECT incarnation, epoch, last_n, head, acknowledged, safe, outcomes, "
                           "agreed, last_sync_at, clock_offset_ms, compared FROM progress"));
    TRY_LET(has_row, statement.step());
    CHECK(has_row);
    Progress progress;
    progress.incarnation = statement.number(0);
    progress.epoch = statement.number(1);
    progress.last_n = statement.number(2);
    progress.head = statement.text(3);
    progress.acknowledged = statement.number(4);
    progress.safe = statement.number(5);
    progress.outcomes = statement.number(6);
    progress.agreed = statement.number(7) != 0;
    if (!statement.is_null(8)) progress.last_sync_at = Instant{statement.number(8)};
    progress.clock_offset_ms = statement.number(9);
    progress.compared = statement.number(10) != 0;
    return progress;
}

Status Store::set_progress(const Progress& progress) {
    TRY_LET(statement,
            connection_.prepare("UPDATE progress SET incarnation = $1, epoch = $2, last_n = $3, "
                                "head = $4, acknowledged = $5, safe = $6, outcomes = $7, "
                                "agreed = $8, last_sync_at = $9, clock_offset_ms = $10, "
                                "compared = $11"));
    statement.bind(1, progress.incarnation).bind(2, progress.epoch).bind(3, progress.last_n);
    statement.bind(4, progress.head).bind(5, progress.acknowledged).bind(6, progress.safe);
    statement.bind(7, progress.outcomes).bind(8, progress.agreed ? 1 : 0);
    if (progress.last_sync_at) {
        statement.bind(9, progress.last_sync_at->unix_ms);
    } else {
        statement.bind_null(9);
    }
    statement.bind(10, progress.clock_offset_ms);
    return statement.bind(11, progress.compared ? 1 : 0).run();
}

Result<std::optional<ShownRecord>> Store::find(std::string_view id) {
    TRY_LET(statement,
            connection_.prepare("SELECT " SHOWN_COLUMNS " FROM record r WHERE r.id = $1"));
    TRY_LET(has_row, statement.bind(1, id).step());
    if (!has_row) return std::optional<ShownRecord>();
    TRY_LET(shown, read_shown(statement));
    return std::optional<ShownRecord>(std::move(shown));
}

Result<std::vector<records::Record>> Store::list(std::string_view type) {
    TRY_LET(statement, connection_.prepare("SELECT " SHOWN_COLUMNS
                                           " FROM record r WHERE r.type = $1 ORDER BY r.no"));
    statement.bind(1, type);
    return read_records(statement);
}

Result<std::vector<records::Record>> Store::naming(std::string_view target) {
    TRY_LET(statement, connection_.prepare("SELECT " SHOWN_COLUMNS
                                           " FROM link l JOIN record r ON r.id = l.source "
                                           "WHERE l.target = $1 ORDER BY r.no"));
    statement.bind(1, target);
    return read_records(statement);
}

Result<std::int64_t> Store::record_count() {
    return connection_.number("SELECT count(*) FROM record");
}

Result<std::int64_t> Store::change_count() {
    return connection_.number("SELECT count(*) FROM outbox");
}

Result<std::string> Store::file() {
    TRY_LET(row, connection_.prepare("SELECT file FROM pragma_database_list WHERE name = 'main'"));
    TRY_LET(has_row, row.step());
    return has_row ? row.text(0) : std::string();
}

}  // namespace store
