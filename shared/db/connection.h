// Thin RAII over SQLite: nothing outside this room names a sqlite3_ function (the sealed VFS
// apart).
//
// SQL uses $1, $2 ... so that one text can serve other databases. A connection belongs to one
// thread at a time. Prepared statements are kept and reused by their text.
#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace db {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

class Connection;
struct Prepared;  // of SQLite, with the places of its $1, $2 ...

// A prepared statement on loan from its connection; gives itself back when it goes.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, const char* text) {
        return bind(parameter, std::string_view(text));
    }
    Statement& bind(int parameter, const std::string& text) {
        return bind(parameter, std::string_view(text));
    }
    Statement& bind(int parameter, std::int64_t number);
    Statement& bind(int parameter, int number) {
        return bind(parameter, static_cast<std::int64_t>(number));
    }
    Statement& bind_blob(int parameter, std::string_view bytes);
    Statement& bind_null(int parameter);
    Statement& bind(int parameter, const std::optional<std::string>& text);

    Result<bool> step();  // true: a row is ready; false: finished
    Status run();         // to the end; for a statement whose rows do not matter
    void reset();         // to run it again with other values

    std::string text(int column) const;
    std::string_view view(int column) const;  // the same; holds until the next step
    std::string blob(int column) const { return text(column); }
    std::int64_t number(int column) const;
    bool is_null(int column) const;

private:
    friend class Connection;
    explicit Statement(std::unique_ptr<Prepared> prepared);
    std::unique_ptr<Prepared> prepared_;
};

// Another process held the lock for longer than the busy timeout; trying again may do.
bool is_busy(const Error& error);

struct OpenOptions {
    std::string vfs;        // empty: the system's
    int reserve_bytes = 0;  // per page, for a VFS that seals pages
    bool may_create = true;
    bool is_read_only = false;
    int busy_timeout_ms = 5000;
    int cache_kib = 8192;
    // A commit that makes the log longer than this copies it into the file. Default: 16 MiB, since
    // a sync of many records touches the same pages again and again, and each copy costs a write
    // and, sealed, two encryptions.
    int log_pages_max = 4096;
    bool exclusive = false;  // one process only: keeps the WAL index in memory
};

class Connection {
public:
    // WAL, synchronous=FULL: a commit that returned survives a pulled plug.
    static Result<Connection> open(const std::string& path, const OpenOptions& options = {});
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    Status execute(const char* sql);  // one or more statements, no values
    Result<Statement> prepare(const char* sql);
    std::int64_t changes() const;  // rows that the last statement changed
    std::int64_t last_row_id() const;
    // A full disk may end a transaction by itself, and everything in it.
    bool is_in_transaction() const;
    Result<std::int64_t> number(const char* sql);  // the one number of a one-row query

    // A consistent copy of the whole database into a plain file of the given VFS.
    Status copy_to(const std::string& path, const OpenOptions& options);
    Status integrity_check();  // an error names the first thing that is wrong
    Status quick_check();      // the same without comparing the indexes with their tables
    // Copies the log into the database file, as far as others let it; for whoever has time just
    // now. Nothing is done below `pages`.
    Status shorten_log(int pages);
    // Everything into the database file itself; refused while others use it.
    Status empty_log();

private:
    struct Handle;
    explicit Connection(std::unique_ptr<Handle> handle);
    Error error() const;
    Status use_wal();
    void watch_log(int pages_max);
    Status check_with(const char* pragma);
    std::unique_ptr<Handle> handle_;
};

// Rolls back in its destructor unless commit() succeeded.
class Transaction {
public:
    // Takes the write lock at once.
    static Result<Transaction> begin(Connection& connection);
    // One view of everything, whatever others write meanwhile. Waits for nobody.
    static Result<Transaction> begin_reading(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Status commit();

private:
    explicit Transaction(Connection& connection) : connection_(&connection) {}
    Connection* connection_;
};

// A part of a transaction that fails by itself: undone in its destructor unless keep() succeeded.
// Not one inside another.
class Savepoint {
public:
    static Result<Savepoint> begin(Connection& connection);
    Savepoint(Savepoint&& other) noexcept;
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    Savepoint& operator=(Savepoint&&) = delete;
    ~Savepoint();
    Status keep();

private:
    explicit Savepoint(Connection& connection) : connection_(&connection) {}
    Connection* connection_;
};

}  // namespace db
