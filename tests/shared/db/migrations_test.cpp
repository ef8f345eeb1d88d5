#include "shared/db/migrations.h"

#include "tests/shared/db/scratch.h"

#include <doctest/doctest.h>

#include <array>

using db::Connection;
using db::Migration;

namespace {

constexpr std::array<Migration, 3> kAll = {{
    {1, "people", "CREATE TABLE person (name TEXT); INSERT INTO person VALUES ('first')"},
    {2, "age", "ALTER TABLE person ADD COLUMN age INTEGER NOT NULL DEFAULT 7"},
    {3, "pets", "CREATE TABLE pet (name TEXT)"},
}};

constexpr std::array<Migration, 3> kThirdIsBroken = {{
    kAll[0],
    kAll[1],
    {3, "broken", "CREATE TABLE pet (name TEXT); INSERT INTO missing VALUES (1)"},
}};

Connection opened(const Scratch& scratch) {
    return Connection::open(scratch.file("a.db")).value();
}

std::int64_t version(Connection& connection) {
    return connection.number("PRAGMA user_version").value();
}

}  // namespace

TEST_CASE("a new database is brought to the last migration, once") {
    const Scratch scratch;
    Connection connection = opened(scratch);
    REQUIRE(db::migrate(connection, kAll).ok());
    REQUIRE(db::migrate(connection, kAll).ok());
    CHECK(version(connection) == 3);
    CHECK(connection.number("SELECT count(*) FROM person").value() == 1);
}

TEST_CASE("a database with rows in it keeps them on its way up") {
    const Scratch scratch;
    Connection connection = opened(scratch);
    REQUIRE(db::migrate(connection, std::span(kAll).first(1)).ok());
    REQUIRE(connection.execute("INSERT INTO person VALUES ('second')").ok());
    REQUIRE(db::migrate(connection, kAll).ok());
    CHECK(connection.number("SELECT sum(age) FROM person").value() == 14);
}

TEST_CASE("a database of a newer program is refused and left as it is") {
    const Scratch scratch;
    Connection connection = opened(scratch);
    REQUIRE(db::migrate(connection, kAll).ok());
    const auto status = db::migrate(connection, std::span(kAll).first(2));
    REQUIRE_FALSE(status.ok());
    CHECK(status.error().code == base::ErrorCode::Unsupported);
    CHECK(status.error().message.find("newer version") != std::string::npos);
    CHECK(version(connection) == 3);
    CHECK(connection.number("SELECT count(*) FROM person").value() == 1);
}

TEST_CASE("a migration that fails half-way leaves no half behind") {
    const Scratch scratch;
    Connection connection = opened(scratch);
    CHECK_FALSE(db::migrate(connection, kThirdIsBroken).ok());
    CHECK(version(connection) == 2);
    CHECK(connection.number("SELECT count(*) FROM sqlite_master WHERE name = 'pet'").value() == 0);
    CHECK(db::migrate(connection, kAll).ok());
    CHECK(version(connection) == 3);
}
