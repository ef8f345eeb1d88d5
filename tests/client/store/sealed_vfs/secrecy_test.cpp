#include "tests/client/store/sealed_vfs/bench_file.h"

#include <doctest/doctest.h>

#include <filesystem>

using sealed_test::bytes_of;
using sealed_test::Folder;
using sealed_test::open_sealed;

namespace {

const std::string kMark = "Nyai Tandaningrat";

base::Status write_marked_rows(db::Connection& connection) {
    TRY(
        connection.execute("CREATE TABLE IF NOT EXISTS person (name TEXT);"
                           "CREATE INDEX IF NOT EXISTS person_name ON person (name)"));
    TRY_LET(insert,
            connection.prepare("WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                               "FROM k WHERE i < 500) INSERT INTO person SELECT $1 FROM k"));
    return insert.bind(1, kMark).run();
}

int files_with_the_mark(const std::string& folder, int& files) {
    int found = 0;
    files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        ++files;
        const std::string bytes = bytes_of(entry.path().string());
        if (bytes.find(kMark) != std::string::npos) ++found;
        if (bytes.find("CREATE TABLE") != std::string::npos) ++found;
        if (bytes.starts_with("SQLite format")) ++found;
    }
    return found;
}

}  // namespace

TEST_CASE("a marked name is in no file in plain text: database, log, index, open or closed") {
    const Folder folder;
    int files = 0;
    {
        auto store = open_sealed(folder.file("a.db"), 'a', "", 64);
        REQUIRE(write_marked_rows(store.value()).ok());
        CHECK(files_with_the_mark(folder.file(""), files) == 0);
        CHECK(files == 3);
        REQUIRE(store.value().execute("PRAGMA wal_checkpoint(FULL)").ok());
        REQUIRE(store.value().execute("DELETE FROM person; VACUUM").ok());
        REQUIRE(write_marked_rows(store.value()).ok());
        CHECK(files_with_the_mark(folder.file(""), files) == 0);
    }
    CHECK(files_with_the_mark(folder.file(""), files) == 0);
    CHECK(files == 1);
}

TEST_CASE("the search for the mark finds it in a plain file") {
    const Folder folder;
    auto store = db::Connection::open(folder.file("a.db"));
    REQUIRE(write_marked_rows(store.value()).ok());
    int files = 0;
    CHECK(files_with_the_mark(folder.file(""), files) > 0);
}

TEST_CASE("the same page sealed twice looks different") {
    const Folder folder;
    auto store = open_sealed(folder.file("a.db"));
    REQUIRE(write_marked_rows(store.value()).ok());
    REQUIRE(store.value().execute("PRAGMA wal_checkpoint(TRUNCATE)").ok());
    const std::string before = bytes_of(folder.file("a.db"));
    REQUIRE(store.value().execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)").ok());
    const std::string after = bytes_of(folder.file("a.db"));
    REQUIRE(after.size() >= 3 * 4096);
    CHECK(before.substr(4096, 4096) != after.substr(4096, 4096));
}

TEST_CASE("a connection that reserves no room for seals writes nothing") {
    const Folder folder;
    const std::string path = folder.file("a.db");
    REQUIRE(sealed_vfs::register_sealed_file(path, sealed_test::key_of('a')).ok());
    db::OpenOptions options = sealed_vfs::open_options();
    options.reserve_bytes = 0;
    auto store = db::Connection::open(path, options);
    const bool wrote = store.ok() && write_marked_rows(store.value()).ok();
    CHECK_FALSE(wrote);
    CHECK(bytes_of(path).empty());
}

TEST_CASE("pages of another size, rollback journals and temporary files are refused") {
    const Folder folder;
    const std::string path = folder.file("a.db");
    auto store = open_sealed(path);
    auto& connection = store.value();
    REQUIRE(write_marked_rows(connection).ok());
    SUBCASE("a rollback journal") {
        auto mode = connection.prepare("PRAGMA journal_mode = DELETE");
        const auto row = mode.value().step();
        CHECK((!row.ok() || mode.value().text(0) == "wal"));
        CHECK(bytes_of(path + "-journal").empty());
    }
    SUBCASE("temporary tables on the disk") {
        REQUIRE(connection.execute("PRAGMA temp_store = FILE; PRAGMA cache_size = 10").ok());
        CHECK_FALSE(connection
                        .execute("CREATE TEMP TABLE t AS SELECT a.name FROM person a, person b "
                                 "LIMIT 100000")
                        .ok());
    }
    SUBCASE("pages of 1024 bytes") {
        static_cast<void>(connection.execute("PRAGMA journal_mode = MEMORY"));
        static_cast<void>(connection.execute("PRAGMA page_size = 1024"));
        CHECK_FALSE(connection.execute("VACUUM").ok());
    }
    int files = 0;
    CHECK(files_with_the_mark(folder.file(""), files) == 0);
}

TEST_CASE("a base VFS that does not exist is refused") {
    const Folder folder;
    CHECK_FALSE(open_sealed(folder.file("a.db"), 'a', "no-such-vfs").ok());
}
