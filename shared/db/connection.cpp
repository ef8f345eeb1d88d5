#include "shared/db/connection.h"

#include <sqlite3.h>

#include <unordered_map>
#include <utility>

namespace db {

namespace {

// SQLite counts its allocations under a lock that every thread shares; nobody reads the counts.
// Says so before its first use, or not at all.
[[maybe_unused]] const int kUncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);

struct HashOfText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>()(text);
    }
};

using Shelf = std::vector<std::unique_ptr<Prepared>>;  // statements of one text, not in use

}  // namespace

struct Prepared {
    sqlite3_stmt* statement;
    Shelf* shelf;             // where it goes back to
    std::vector<int> places;  // of $1 at [0], as SQLite numbers them; 0: does not occur

    Prepared(sqlite3_stmt* made, Shelf* home) : statement(made), shelf(home) {
        const int count = sqlite3_bind_parameter_count(made);
        for (int i = 1; i <= count; ++i) {
            const std::string name = "$" + std::to_string(i);
            places.push_back(sqlite3_bind_parameter_index(made, name.c_str()));
        }
    }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    ~Prepared() { sqlite3_finalize(statement); }

    // Binding fails only for a wrong number or no memory; the first is our bug.
    int place_of(int parameter) const {
        const auto at = static_cast<std::size_t>(parameter - 1);
        CHECK(at < places.size() && places[at] != 0);
        return places[at];
    }
};

struct Connection::Handle {
    sqlite3* database = nullptr;
    int log_pages_max = 0;
    int log_pages = 0;  // in the log after our last commit
    std::unordered_map<std::string, Shelf, HashOfText, std::equal_to<>> shelves;  // by SQL text

    ~Handle() {
        shelves.clear();
        sqlite3_close_v2(database);
    }
};

namespace {

const std::string kBusy = "another process is writing to the database";

Error error_of(sqlite3* database) {
    const int code = sqlite3_errcode(database);
    // The log's index is a small file of its own: on a full disk it is the first without room.
    const bool is_full =
        code == SQLITE_FULL || sqlite3_extended_errcode(database) == SQLITE_IOERR_SHMSIZE;
    if (is_full) return {ErrorCode::DiskFull, "the disk is full"};
    if (code == SQLITE_BUSY) return {ErrorCode::Storage, kBusy};
    if (code == SQLITE_NOTADB) {
        return {ErrorCode::Storage, "this file is not a database, or its key does not fit"};
    }
    return {ErrorCode::Storage, std::string(sqlite3_errmsg(database)) + " (" +
                                    std::to_string(sqlite3_extended_errcode(database)) + ")"};
}

}  // namespace

bool is_busy(const Error& error) {
    return error.code == ErrorCode::Storage && error.message.ends_with(kBusy);
}

Statement::Statement(std::unique_ptr<Prepared> prepared) : prepared_(std::move(prepared)) {}
Statement::Statement(Statement&& other) noexcept = default;

Statement::~Statement() {
    if (prepared_ == nullptr) return;
    sqlite3_reset(prepared_->statement);
    sqlite3_clear_bindings(prepared_->statement);
    Shelf& shelf = *prepared_->shelf;
    shelf.push_back(std::move(prepared_));
}

Statement& Statement::bind(int parameter, std::string_view text) {
    const int rc = sqlite3_bind_text64(prepared_->statement, prepared_->place_of(parameter),
                                       text.data() == nullptr ? "" : text.data(), text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
    CHECK(rc == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
    const int rc = sqlite3_bind_int64(prepared_->statement, prepared_->place_of(parameter), number);
    CHECK(rc == SQLITE_OK);
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
    const int rc = sqlite3_bind_blob64(prepared_->statement, prepared_->place_of(parameter),
                                       bytes.data() == nullptr ? "" : bytes.data(), bytes.size(),
                                       SQLITE_TRANSIENT);
    CHECK(rc == SQLITE_OK);
    return *this;
}

Statement& Statement::bind_null(int parameter) {
    CHECK(sqlite3_bind_null(prepared_->statement, prepared_->place_of(parameter)) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int parameter, const std::optional<std::string>& text) {
    return text ? bind(parameter, std::string_view(*text)) : bind_null(parameter);
}

Result<bool> Statement::step() {
    const int rc = sqlite3_step(prepared_->statement);
    if (rc == SQLITE_ROW) return true;
    if (rc == SQLITE_DONE) return false;
    return error_of(sqlite3_db_handle(prepared_->statement));
}

Status Statement::run() {
    for (;;) {
        TRY_LET(has_row, step());
        if (!has_row) return Done{};
    }
}

void Statement::reset() {
    sqlite3_reset(prepared_->statement);
}

std::string Statement::text(int column) const {
    return std::string(view(column));
}

std::string_view Statement::view(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(prepared_->statement, column));
    const int size = sqlite3_column_bytes(prepared_->statement, column);
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(size));
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(prepared_->statement, column);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(prepared_->statement, column) == SQLITE_NULL;
}

Connection::Connection(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Error Connection::error() const {
    return error_of(handle_->database);
}

Result<Connection> Connection::open(const std::string& path, const OpenOptions& options) {
    auto handle = std::make_unique<Handle>();
    int flags = options.is_read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    flags |= SQLITE_OPEN_NOMUTEX;  // one thread at a time, by contract
    if (options.may_create && !options.is_read_only) flags |= SQLITE_OPEN_CREATE;
    const int rc = sqlite3_open_v2(path.c_str(), &handle->database, flags,
                                   options.vfs.empty() ? nullptr : options.vfs.c_str());
    if (rc != SQLITE_OK) return error_of(handle->database).during("open the database");
    sqlite3_busy_timeout(handle->database, options.busy_timeout_ms);
    sqlite3_db_config(handle->database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_extended_result_codes(handle->database, 0);
    if (options.reserve_bytes > 0) {
        int bytes = options.reserve_bytes;
        sqlite3_file_control(handle->database, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
    }
    Connection connection(std::move(handle));
    if (options.exclusive) TRY(connection.execute("PRAGMA locking_mode = EXCLUSIVE"));
    const std::string pragmas =
        "PRAGMA page_size = 4096; PRAGMA mmap_size = 0;"
        "PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;"
        "PRAGMA cache_size = -" +
        std::to_string(options.cache_kib) + "; PRAGMA synchronous = FULL";
    TRY(connection.execute(pragmas.c_str()));
    connection.watch_log(options.log_pages_max);
    if (!options.is_read_only) TRY(connection.use_wal());
    return connection;
}

Status Connection::use_wal() {
    {
        TRY_LET(mode, prepare("PRAGMA journal_mode"));
        TRY_LET(has_row, mode.step());
        if (has_row && mode.text(0) == "wal") return Done{};
    }
    // A new file in two steps: a rollback journal on disk would hold plain pages of a sealed one.
    return execute("PRAGMA journal_mode = MEMORY; PRAGMA journal_mode = WAL");
}

Status Connection::execute(const char* sql) {
    if (sqlite3_exec(handle_->database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return error();
    }
    return Done{};
}

Result<Statement> Connection::prepare(const char* sql) {
    auto shelf = handle_->shelves.find(std::string_view(sql));
    if (shelf == handle_->shelves.end()) shelf = handle_->shelves.try_emplace(sql).first;
    if (!shelf->second.empty()) {
        auto reused = std::move(shelf->second.back());
        shelf->second.pop_back();
        return Statement(std::move(reused));
    }
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle_->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr) != SQLITE_OK) {
        return error().during(sql);
    }
    return Statement(std::make_unique<Prepared>(statement, &shelf->second));
}

std::int64_t Connection::changes() const {
    return sqlite3_changes(handle_->database);
}

std::int64_t Connection::last_row_id() const {
    return sqlite3_last_insert_rowid(handle_->database);
}

bool Connection::is_in_transaction() const {
    return sqlite3_get_autocommit(handle_->database) == 0;
}

Result<std::int64_t> Connection::number(const char* sql) {
    TRY_LET(statement, prepare(sql));
    TRY_LET(has_row, statement.step());
    if (!has_row) return Error{ErrorCode::NotFound, "no row"};
    return statement.number(0);
}

Status Connection::copy_to(const std::string& path, const OpenOptions& options) {
    TRY_LET(target, open(path, options));
    sqlite3_backup* backup =
        sqlite3_backup_init(target.handle_->database, "main", handle_->database, "main");
    if (backup == nullptr) return target.error().during("copy the database");
    const int rc = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (rc != SQLITE_DONE) return target.error().during("copy the database");
    return Done{};
}

Status Connection::integrity_check() {
    return check_with("PRAGMA integrity_check(1)");
}

Status Connection::quick_check() {
    return check_with("PRAGMA quick_check(1)");
}

// In place of SQLite's own hook, which tells nobody how long the log is.
void Connection::watch_log(int pages_max) {
    handle_->log_pages_max = pages_max;
    const auto after_commit = [](void* context, sqlite3* database, const char* name, int pages) {
        auto& handle = *static_cast<Handle*>(context);
        handle.log_pages = pages;
        // Whether it could or not, the commit stands.
        if (pages >= handle.log_pages_max) sqlite3_wal_checkpoint(database, name);
        return SQLITE_OK;
    };
    sqlite3_wal_hook(handle_->database, after_commit, handle_.get());
}

Status Connection::shorten_log(int pages) {
    if (handle_->log_pages < pages) return Done{};
    int in_log = 0;
    int copied = 0;
    const int rc = sqlite3_wal_checkpoint_v2(handle_->database, nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                             &in_log, &copied);
    handle_->log_pages = in_log - copied;
    return rc == SQLITE_OK || rc == SQLITE_BUSY ? Status(Done{}) : Status(error());
}

Status Connection::empty_log() {
    TRY_LET(is_blocked, number("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (is_blocked != 0) return Error{ErrorCode::Storage, kBusy};
    return Done{};
}

Status Connection::check_with(const char* pragma) {
    TRY_LET(statement, prepare(pragma));
    TRY_LET(has_row, statement.step());
    if (has_row && statement.text(0) == "ok") return Done{};
    return Error{ErrorCode::Storage, "the database is damaged: " + statement.text(0)};
}

Result<Transaction> Transaction::begin(Connection& connection) {
    TRY(connection.execute("BEGIN IMMEDIATE"));
    return Transaction(connection);
}

Result<Transaction> Transaction::begin_reading(Connection& connection) {
    TRY(connection.execute("BEGIN"));
    return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)) {}

Transaction::~Transaction() {
    // Closing the connection rolls back too, so a failure here loses nothing.
    if (connection_ != nullptr) static_cast<void>(connection_->execute("ROLLBACK"));
}

Status Transaction::commit() {
    CHECK(connection_ != nullptr);
    TRY(connection_->execute("COMMIT"));
    connection_ = nullptr;
    return Done{};
}

Result<Savepoint> Savepoint::begin(Connection& connection) {
    CHECK(connection.is_in_transaction());
    TRY(connection.execute("SAVEPOINT part"));
    return Savepoint(connection);
}

Savepoint::Savepoint(Savepoint&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)) {}

Savepoint::~Savepoint() {
    // Fails only where the whole transaction is undone already.
    if (connection_ == nullptr) return;
    static_cast<void>(connection_->execute("ROLLBACK TO part; RELEASE part"));
}

Status Savepoint::keep() {
    CHECK(connection_ != nullptr);
    TRY(connection_->execute("RELEASE part"));
    connection_ = nullptr;
    return Done{};
}

}  // namespace db
