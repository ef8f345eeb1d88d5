#include "tests/client/store/sealed_vfs/bench_file.h"

#include <doctest/doctest.h>

#include <thread>

using sealed_test::Folder;
using sealed_test::open_sealed;

namespace {

const char* const kManyFeatures = R"(
    CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT, body TEXT) STRICT;
    CREATE VIRTUAL TABLE found USING fts5(name);
    INSERT INTO person VALUES ('a', 'Siti', '{"age": 27}'), ('b', 'Dewi', '{"age": 31}')
        ON CONFLICT (id) DO UPDATE SET name = excluded.name;
    INSERT INTO found SELECT name FROM person;
    CREATE TEMP TABLE chosen AS SELECT id FROM person WHERE body ->> '$.age' > 30;
    INSERT INTO person VALUES ('big', 'x', hex(zeroblob(300000)));
)";

}  // namespace

TEST_CASE("SQL works on a sealed file as on any other, and finds everything after reopening") {
    const Folder folder;
    const std::string path = folder.file("a.db");
    {
        auto store = open_sealed(path);
        REQUIRE(store.ok());
        CHECK(store.value().execute(kManyFeatures).ok());
        CHECK(store.value().number("SELECT count(*) FROM chosen").value() == 1);
    }
    auto store = open_sealed(path);
    REQUIRE(store.ok());
    CHECK(store.value().number("SELECT count(*) FROM found('siti')").value() == 1);
    CHECK(store.value().number("SELECT length(body) FROM person WHERE id = 'big'").value() ==
          600000);
    CHECK(store.value().integrity_check().ok());
}

TEST_CASE("a connection on a sealed file is WAL, FULL, without memory mapping") {
    const Folder folder;
    auto store = open_sealed(folder.file("a.db"));
    auto& connection = store.value();
    REQUIRE(sealed_test::make_table(connection).ok());
    CHECK(connection.number("PRAGMA synchronous").value() == 2);
    CHECK(connection.number("PRAGMA mmap_size = 1000000").value() == 0);
    CHECK(connection.number("PRAGMA temp_store").value() == 2);
    auto mode = connection.prepare("PRAGMA journal_mode");
    REQUIRE(mode.value().step().value());
    CHECK(mode.value().text(0) == "wal");
}

TEST_CASE("one statement that changes far more than the cache holds needs no file of its own") {
    const Folder folder;
    auto store = open_sealed(folder.file("a.db"), 'a', "", 64);
    auto& connection = store.value();
    REQUIRE(sealed_test::make_table(connection).ok());
    REQUIRE(sealed_test::add_batches(connection, 200).ok());
    CHECK(connection
              .execute("BEGIN; UPDATE item SET text = 'new' || text; SAVEPOINT s;"
                       "UPDATE item SET text = text || 'er'; ROLLBACK TO s; COMMIT;")
              .ok());
    CHECK(connection.number("SELECT count(*) FROM item WHERE text LIKE 'new%00'").value() == 2000);
    CHECK(connection
              .number("SELECT count(DISTINCT text) FROM (SELECT text FROM item ORDER BY "
                      "substr(text, 3) DESC)")
              .value() == 2000);
    CHECK(connection.integrity_check().ok());
}

TEST_CASE("pages that spill and are written again in one transaction survive its reopening") {
    const Folder folder;
    const std::string path = folder.file("a.db");
    {
        auto store = open_sealed(path, 'a', "", 16);
        auto& connection = store.value();
        REQUIRE(sealed_test::make_table(connection).ok());
        REQUIRE(sealed_test::add_batches(connection, 100).ok());
        REQUIRE(connection.execute("PRAGMA wal_autocheckpoint = 0; BEGIN").ok());
        for (int i = 0; i < 5; ++i)
            REQUIRE(connection.execute("UPDATE item SET text = n || '-' || length(text)").ok());
        REQUIRE(connection.execute("COMMIT").ok());
        // As a kill would leave it: the log is not taken into the database.
        sealed_test::put_bytes(folder.file("b.db"), sealed_test::bytes_of(path));
        sealed_test::put_bytes(folder.file("b.db-wal"), sealed_test::bytes_of(path + "-wal"));
    }
    auto store = open_sealed(folder.file("b.db"));
    CHECK(store.value().integrity_check().ok());
    CHECK(store.value()
              .number("SELECT count(*) FROM item WHERE text = n || '-' || length(n || '-3')"
                      " OR text LIKE n || '-%'")
              .value() == 1000);
}

TEST_CASE("VACUUM and a copy under another key keep every row") {
    const Folder folder;
    auto store = open_sealed(folder.file("a.db"), 'a');
    auto& connection = store.value();
    REQUIRE(sealed_test::make_table(connection).ok());
    REQUIRE(sealed_test::add_batches(connection, 50).ok());
    CHECK(connection.execute("VACUUM").ok());
    CHECK(sealed_test::whole_batches(connection).value() == 50);

    const std::string copy = folder.file("copy.db");
    REQUIRE(sealed_vfs::register_sealed_file(copy, sealed_test::key_of('b')).ok());
    REQUIRE(connection.copy_to(copy, sealed_vfs::open_options()).ok());
    auto second = open_sealed(copy, 'b');
    CHECK(sealed_test::whole_batches(second.value()).value() == 50);
}

TEST_CASE("two connections share a sealed file, and each sees what the other committed") {
    const Folder folder;
    auto one = open_sealed(folder.file("a.db"));
    auto two = open_sealed(folder.file("a.db"));
    REQUIRE(sealed_test::make_table(one.value()).ok());
    for (int i = 0; i < 20; ++i) {
        REQUIRE(sealed_test::add_batches(one.value(), 1).ok());
        REQUIRE(sealed_test::add_batches(two.value(), 1).ok());
        REQUIRE(two.value().execute("PRAGMA wal_checkpoint(TRUNCATE)").ok());
    }
    CHECK(sealed_test::whole_batches(one.value()).value() == 40);
}

TEST_CASE("several stores in one process each have their own key") {
    const Folder folder;
    auto first = open_sealed(folder.file("a.db"), 'a');
    auto second = open_sealed(folder.file("b.db"), 'b');
    REQUIRE(sealed_test::make_table(first.value()).ok());
    REQUIRE(sealed_test::make_table(second.value()).ok());
    std::thread other([&] { CHECK(sealed_test::add_batches(second.value(), 30).ok()); });
    CHECK(sealed_test::add_batches(first.value(), 20).ok());
    other.join();
    CHECK(sealed_test::whole_batches(first.value()).value() == 20);
    CHECK(sealed_test::whole_batches(second.value()).value() == 30);
}
