#include "shared/db/connection.h"

#include <sqlite3.h>

#include <utility>

namespace db {

struct Connection::Handle {
    sqlite3* database = nullptr;
    std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> idle;  // by SQL text

    ~Handle() {
        for (auto& [sql, statements] : idle) {
            for (sqlite3_stmt* each : statements) sqlite3_finalize(each);
        }
        sqlite3_close_v2(database);
    }
};

namespace {

Error error_of(sqlite3* database) {
    const int code = sqlite3_errcode(database);
    if (code == SQLITE_FULL) return {ErrorCode::DiskFull, "the disk is full"};
    if (code == SQLITE_NOTADB) {
        return {ErrorCode::Storage, "this file is not a database, or its key does not fit"};
    }
    return {ErrorCode::Storage, std::string(sqlite3_errmsg(database)) + " (" +
                                    std::to_string(sqlite3_extended_errcode(database)) + ")"};
}

// Binding fails only for a wrong number or no memory; the first is our bug.
int parameter_index(sqlite3_stmt* statement, int parameter) {
    const std::string name = "$" + std::to_string(parameter);
    const int index = sqlite3_bind_parameter_index(statement, name.c_str());
    CHECK(index != 0);
    return index;
}

}  // namespace

Statement::Statement(Statement&& other) noexcept
    : owner_(other.owner_), statement_(std::exchange(other.statement_, nullptr)) {}

Statement::~Statement() {
    if (statement_ == nullptr) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    owner_->handle_->idle[sqlite3_sql(statement_)].push_back(statement_);
}

Statement& Statement::bind(int parameter, std::string_view text) {
    const int rc = sqlite3_bind_text64(statement_, parameter_index(statement_, parameter),
                                       text.data() == nullptr ? "" : text.data(), text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
    CHECK(rc == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
    const int rc =
        sqlite3_bind_int64(statement_, parameter_index(statement_, parameter), number);
    CHECK(rc == SQLITE_OK);
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
    const int rc = sqlite3_bind_blob64(statement_, parameter_index(statement_, parameter),
                                       bytes.data() == nullptr ? "" : bytes.data(), bytes.size(),
                                       SQLITE_TRANSIENT);
    CHECK(rc == SQLITE_OK);
    return *this;
}

Statement& Statement::bind_null(int parameter) {
    CHECK(sqlite3_bind_null(statement_, parameter_index(statement_, parameter)) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int parameter, const std::optional<std::string>& text) {
    return text ? bind(parameter, std::string_view(*text)) : bind_null(parameter);
}

Result<bool> Statement::step() {
    const int rc = sqlite3_step(statement_);
    if (rc == SQLITE_ROW) return true;
    if (rc == SQLITE_DONE) return false;
    return error_of(sqlite3_db_handle(statement_));
}

Status Statement::run() {
    for (;;) {
        TRY_LET(has_row, step());
        if (!has_row) return Done{};
    }
}

void Statement::reset() {
    sqlite3_reset(statement_);
}

std::string Statement::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const int size = sqlite3_column_bytes(statement_, column);
    return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(size));
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_, column);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
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
    const std::string pragmas = "PRAGMA page_size = 4096; PRAGMA mmap_size = 0;"
                                "PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;"
                                "PRAGMA cache_size = -" +
                                std::to_string(options.cache_kib) +
                                "; PRAGMA synchronous = FULL;";
    TRY(connection.execute(pragmas.c_str()));
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
    const auto idle = handle_->idle.find(std::string_view(sql));
    if (idle != handle_->idle.end() && !idle->second.empty()) {
        sqlite3_stmt* reused = idle->second.back();
        idle->second.pop_back();
        return Statement(*this, reused);
    }
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle_->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr) != SQLITE_OK) {
        return error().during(sql);
    }
    return Statement(*this, statement);
}

std::int64_t Connection::changes() const {
    return sqlite3_changes(handle_->database);
}

std::int64_t Connection::last_row_id() const {
    return sqlite3_last_insert_rowid(handle_->database);
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
    TRY_LET(statement, prepare("PRAGMA integrity_check(1)"));
    TRY_LET(has_row, statement.step());
    if (has_row && statement.text(0) == "ok") return Done{};
    return Error{ErrorCode::Storage, "the database is damaged: " + statement.text(0)};
}

Result<Transaction> Transaction::begin(Connection& connection) {
    TRY(connection.execute("BEGIN IMMEDIATE"));
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

}  // namespace db
