#include "shared/db/connection.h"

#include "tests/shared/db/scratch.h"

#include <doctest/doctest.h>

#include <sys/resource.h>
#include <csignal>
#include <fstream>

using base::ErrorCode;
using db::Connection;
using db::Transaction;

namespace {

Connection opened(const std::string& path) {
    auto connection = Connection::open(path);
    REQUIRE(connection.ok());
    return std::move(connection).value();
}

// A table with one row, `a` = 1.
Connection with_table(const std::string& path) {
    Connection connection = opened(path);
    REQUIRE(connection
                .execute("CREATE TABLE t (a INTEGER UNIQUE, b TEXT);"
                         "INSERT INTO t (a, b) VALUES (1, 'one')")
                .ok());
    return connection;
}

std::int64_t rows(Connection& connection) {
    return connection.number("SELECT count(*) FROM t").value();
}

base::Status insert(Connection& connection, std::int64_t a, std::string_view b) {
    TRY_LET(statement, connection.prepare("INSERT INTO t (a, b) VALUES ($1, $2)"));
    return statement.bind(1, a).bind(2, b).run();
}

}  // namespace

TEST_CASE("values come back as they were bound, zero bytes and nothing included") {
    const Scratch scratch;
    Connection connection = opened(scratch.file("a.db"));
    auto select = connection.prepare("SELECT $1, $2, $3, $4, $5").value();
    const std::string bytes("a\0b\xff", 4);
    select.bind(1, "text").bind(2, std::int64_t{1} << 62).bind_blob(3, bytes).bind_null(4);
    select.bind(5, std::optional<std::string>());
    REQUIRE(select.step().value());
    CHECK(select.text(0) == "text");
    CHECK(select.number(1) == std::int64_t{1} << 62);
    CHECK(select.blob(2) == bytes);
    CHECK(select.is_null(3));
    CHECK(select.is_null(4));
    CHECK_FALSE(select.step().value());
}

TEST_CASE("an empty text is a text and not null") {
    const Scratch scratch;
    Connection connection = opened(scratch.file("a.db"));
    auto select = connection.prepare("SELECT $1, $2").value();
    select.bind(1, std::string_view()).bind_blob(2, std::string_view());
    REQUIRE(select.step().value());
    CHECK_FALSE(select.is_null(0));
    CHECK_FALSE(select.is_null(1));
}

TEST_CASE("a number in the text of a statement may be used twice and in any order") {
    const Scratch scratch;
    Connection connection = opened(scratch.file("a.db"));
    auto select = connection.prepare("SELECT $2, $1, $2").value();
    select.bind(1, 10).bind(2, 20);
    REQUIRE(select.step().value());
    CHECK(select.number(0) == 20);
    CHECK(select.number(1) == 10);
    CHECK(select.number(2) == 20);
}

TEST_CASE("a statement that is used again remembers nothing of its last use") {
    const Scratch scratch;
    Connection connection = opened(scratch.file("a.db"));
    const char* sql = "SELECT $1";
    {
        auto first = connection.prepare(sql).value();
        first.bind(1, "hers");
        REQUIRE(first.step().value());
    }
    auto second = connection.prepare(sql).value();
    REQUIRE(second.step().value());
    CHECK(second.is_null(0));
}

TEST_CASE("the same text may run inside itself") {
    const Scratch scratch;
    Connection connection = with_table(scratch.file("a.db"));
    REQUIRE(insert(connection, 2, "two").ok());
    const char* sql = "SELECT a FROM t ORDER BY a";
    int pairs = 0;
    auto outer = connection.prepare(sql).value();
    while (outer.step().value()) {
        auto inner = connection.prepare(sql).value();
        while (inner.step().value()) ++pairs;
    }
    CHECK(pairs == 4);
}

TEST_CASE("a loop over one statement runs it again after reset") {
    const Scratch scratch;
    Connection connection = with_table(scratch.file("a.db"));
    auto statement = connection.prepare("INSERT INTO t (a, b) VALUES ($1, 'x')").value();
    for (int a = 10; a < 15; ++a) {
        REQUIRE(statement.bind(1, a).run().ok());
        statement.reset();
    }
    CHECK(rows(connection) == 6);
}

TEST_CASE("a transaction that is not committed never was") {
    const Scratch scratch;
    Connection connection = with_table(scratch.file("a.db"));
    {
        auto transaction = Transaction::begin(connection);
        REQUIRE(transaction.ok());
        REQUIRE(insert(connection, 2, "two").ok());
        CHECK(rows(connection) == 2);
    }
    CHECK(rows(connection) == 1);
}

TEST_CASE("a transaction that is committed is there for another connection and after closing") {
    const Scratch scratch;
    const std::string path = scratch.file("a.db");
    {
        Connection connection = with_table(path);
        auto transaction = Transaction::begin(connection).value();
        REQUIRE(insert(connection, 2, "two").ok());
        Connection other = opened(path);
        CHECK(rows(other) == 1);
        REQUIRE(transaction.commit().ok());
        CHECK(rows(other) == 2);
    }
    Connection again = opened(path);
    CHECK(rows(again) == 2);
    CHECK(again.integrity_check().ok());
}

TEST_CASE("a refused row leaves the transaction open for the caller to decide") {
    const Scratch scratch;
    Connection connection = with_table(scratch.file("a.db"));
    {
        auto transaction = Transaction::begin(connection).value();
        REQUIRE(insert(connection, 2, "two").ok());
        const auto twice = insert(connection, 1, "again");
        REQUIRE_FALSE(twice.ok());
        CHECK(twice.error().code == ErrorCode::Storage);
        REQUIRE(transaction.commit().ok());
    }
    CHECK(rows(connection) == 2);
}

TEST_CASE("only one writer at a time: the second is told, not mixed in") {
    const Scratch scratch;
    const std::string path = scratch.file("a.db");
    Connection first = with_table(path);
    db::OpenOptions impatient;
    impatient.busy_timeout_ms = 10;
    auto second = Connection::open(path, impatient);
    REQUIRE(second.ok());
    auto transaction = Transaction::begin(first).value();
    CHECK_FALSE(Transaction::begin(second.value()).ok());
    REQUIRE(transaction.commit().ok());
    CHECK(Transaction::begin(second.value()).ok());
}

TEST_CASE("a database is opened for the plug being pulled") {
    const Scratch scratch;
    Connection connection = opened(scratch.file("a.db"));
    CHECK(connection.prepare("PRAGMA journal_mode").value().step().ok());
    auto mode = connection.prepare("PRAGMA journal_mode").value();
    REQUIRE(mode.step().value());
    CHECK(mode.text(0) == "wal");
    CHECK(connection.number("PRAGMA synchronous").value() == 2);  // FULL
    CHECK(connection.number("PRAGMA temp_store").value() == 2);   // MEMORY
    CHECK(connection.number("PRAGMA foreign_keys").value() == 1);
}

TEST_CASE("bad SQL, a missing file and a file that is no database are errors, not crashes") {
    const Scratch scratch;
    Connection connection = opened(scratch.file("a.db"));
    CHECK_FALSE(connection.prepare("SELEKT 1").ok());
    CHECK_FALSE(connection.execute("INSERT INTO missing VALUES (1)").ok());
    CHECK_FALSE(connection.number("SELECT 1 WHERE 0").ok());
    db::OpenOptions existing;
    existing.may_create = false;
    CHECK_FALSE(Connection::open(scratch.file("missing.db"), existing).ok());
    std::ofstream(scratch.file("page.html")) << std::string(5000, '<');
    CHECK_FALSE(Connection::open(scratch.file("page.html")).ok());
    CHECK_FALSE(Connection::open(scratch.file("no/folder/a.db")).ok());
}

TEST_CASE("who may only read cannot write") {
    const Scratch scratch;
    { with_table(scratch.file("a.db")); }
    db::OpenOptions reading;
    reading.is_read_only = true;
    auto connection = Connection::open(scratch.file("a.db"), reading);
    REQUIRE(connection.ok());
    CHECK(rows(connection.value()) == 1);
    CHECK_FALSE(insert(connection.value(), 2, "two").ok());
}

TEST_CASE("a copy holds the same rows and stands alone") {
    const Scratch scratch;
    Connection connection = with_table(scratch.file("a.db"));
    REQUIRE(connection.copy_to(scratch.file("copy.db"), {}).ok());
    REQUIRE(insert(connection, 2, "two").ok());
    Connection copy = opened(scratch.file("copy.db"));
    CHECK(rows(copy) == 1);
    CHECK(copy.integrity_check().ok());
}

TEST_CASE("a damaged page is found by the integrity check") {
    const Scratch scratch;
    const std::string path = scratch.file("a.db");
    {
        Connection connection = with_table(path);
        for (int a = 2; a < 500; ++a) REQUIRE(insert(connection, a, std::string(100, 'x')).ok());
    }
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096 * 3);
        file << std::string(4096, 'Z');
    }
    Connection damaged = opened(path);
    CHECK_FALSE(damaged.integrity_check().ok());
    CHECK_FALSE(damaged.quick_check().ok());
}

TEST_CASE("an emptied log leaves everything in the one file; who reads meanwhile refuses it") {
    const Scratch scratch;
    Connection connection = with_table(scratch.file("a.db"));
    CHECK(connection.quick_check().ok());
    {
        Connection other = opened(scratch.file("a.db"));
        REQUIRE(other.execute("BEGIN").ok());
        CHECK(rows(other) == 1);
        REQUIRE(insert(connection, 2, "two").ok());
        REQUIRE(connection.execute("PRAGMA busy_timeout = 1").ok());
        CHECK_FALSE(connection.empty_log().ok());
    }
    REQUIRE(connection.empty_log().ok());
    CHECK(std::filesystem::file_size(scratch.file("a.db-wal")) == 0);
}

TEST_CASE("a disk that takes no more is an error, and what was committed before is still there") {
    const Scratch scratch;
    const std::string path = scratch.file("a.db");
    Connection connection = with_table(path);
    // Pages are counted, so the database itself says that it is full.
    REQUIRE(connection.execute("PRAGMA max_page_count = 8").ok());
    bool was_full = false;
    for (int a = 2; a < 1000 && !was_full; ++a) {
        auto transaction = Transaction::begin(connection).value();
        const auto status = insert(connection, a, std::string(1000, 'x'));
        was_full = !status.ok();
        if (was_full) CHECK(status.error().code == ErrorCode::DiskFull);
        if (!was_full) REQUIRE(transaction.commit().ok());
    }
    CHECK(was_full);
    const std::int64_t kept = rows(connection);
    CHECK(kept > 1);
    CHECK(connection.integrity_check().ok());
    REQUIRE(connection.execute("PRAGMA max_page_count = 1000").ok());
    CHECK(insert(connection, 5000, "room again").ok());
    CHECK(rows(connection) == kept + 1);
}

TEST_CASE("a write that the system refuses is an error, and the next one after it works") {
    const Scratch scratch;
    Connection connection = with_table(scratch.file("a.db"));
    struct rlimit before {};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    struct rlimit tight = before;
    tight.rlim_cur = 64 * 1024;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
    base::Status status = base::Done{};
    for (int a = 2; a < 200 && status.ok(); ++a) {
        status = insert(connection, a, std::string(4000, 'x'));
    }
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, handler);
    CHECK_FALSE(status.ok());
    CHECK(connection.integrity_check().ok());
    CHECK(insert(connection, 5000, "room again").ok());
}

TEST_CASE("a part that is not kept is undone, and what stands around it stays") {
    const Scratch scratch;
    Connection connection = with_table(scratch.file("a.db"));
    auto transaction = Transaction::begin(connection);
    REQUIRE(insert(connection, 2, "two").ok());
    {
        const auto part = db::Savepoint::begin(connection);
        REQUIRE(part.ok());
        REQUIRE(insert(connection, 3, "three").ok());
        CHECK(!insert(connection, 1, "taken").ok());
    }
    {
        auto part = db::Savepoint::begin(connection);
        REQUIRE(insert(connection, 4, "four").ok());
        REQUIRE(part.value().keep().ok());
    }
    REQUIRE(transaction.value().commit().ok());
    CHECK(connection.number("SELECT sum(a) FROM t").value() == 1 + 2 + 4);
    CHECK(!connection.is_in_transaction());
}

TEST_CASE("a reader keeps its view while another writes, and holds nobody up") {
    const Scratch scratch;
    Connection writer = with_table(scratch.file("a.db"));
    Connection reader = opened(scratch.file("a.db"));
    auto view = Transaction::begin_reading(reader);
    CHECK(rows(reader) == 1);
    REQUIRE(insert(writer, 2, "two").ok());
    CHECK(rows(reader) == 1);
    REQUIRE(view.value().commit().ok());
    CHECK(rows(reader) == 2);
}
