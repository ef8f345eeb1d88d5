#include "tests/client/store/sealed_vfs/bench_file.h"

#include <doctest/doctest.h>

using sealed_test::bytes_of;
using sealed_test::Folder;
using sealed_test::open_sealed;
using sealed_test::put_bytes;

namespace {

constexpr std::size_t kPage = 4096;

// A closed file of one table; its log has been taken in and is gone.
std::string closed_store(const std::string& path, int batches = 30) {
    auto store = open_sealed(path);
    CHECK(sealed_test::make_table(store.value()).ok());
    CHECK(sealed_test::add_batches(store.value(), batches).ok());
    CHECK(store.value().execute("PRAGMA wal_checkpoint(TRUNCATE)").ok());
    return bytes_of(path);
}

base::Result<std::int64_t> read_all(const std::string& path, char key = 'a') {
    TRY_LET(store, open_sealed(path, key));
    return sealed_test::whole_batches(store);
}

}  // namespace

TEST_CASE("one flipped bit in any page is an error, never other data") {
    const Folder folder;
    const std::string good = closed_store(folder.file("a.db"));
    const std::string path = folder.file("b.db");
    base::SeededRandom random(11);
    REQUIRE(good.size() > 20 * kPage);
    for (std::size_t page = 0; page < good.size() / kPage; ++page) {
        for (const std::size_t from : {std::size_t{0}, kPage - 40}) {
            std::string bad = good;
            const std::size_t at = page * kPage + from + random.below(from == 0 ? kPage - 40 : 40);
            bad[at] = static_cast<char>(bad[at] ^ (1 << random.below(8)));
            put_bytes(path, bad);
            CAPTURE(at);
            CHECK_FALSE(read_all(path).ok());
        }
    }
    put_bytes(path, good);
    CHECK(read_all(path).value() == 30);
}

TEST_CASE("two swapped pages are an error") {
    const Folder folder;
    const std::string good = closed_store(folder.file("a.db"));
    const std::string path = folder.file("b.db");
    for (std::size_t page = 1; page + 1 < good.size() / kPage; ++page) {
        std::string bad = good;
        bad.replace(page * kPage, kPage, good.substr((page + 1) * kPage, kPage));
        bad.replace((page + 1) * kPage, kPage, good.substr(page * kPage, kPage));
        put_bytes(path, bad);
        CHECK_FALSE(read_all(path).ok());
    }
}

TEST_CASE("a cut file is an error") {
    const Folder folder;
    const std::string good = closed_store(folder.file("a.db"));
    for (const std::size_t size :
         {good.size() / 2, good.size() - 1, good.size() - kPage, kPage, std::size_t{1000}}) {
        put_bytes(folder.file("b.db"), good.substr(0, size));
        CHECK_FALSE(read_all(folder.file("b.db")).ok());
    }
}

TEST_CASE("a wrong key is refused by the opening, in words") {
    const Folder folder;
    const std::string path = folder.file("a.db");
    closed_store(path);
    const auto refused = open_sealed(path, 'b');
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message.find("not a database") != std::string::npos);
    CHECK(read_all(path).value() == 30);
}

TEST_CASE("a wrong key does not cost the log that a killed program left") {
    const Folder folder;
    const std::string path = folder.file("a.db");
    closed_store(path);
    const std::string killed = folder.file("killed.db");
    {
        auto store = open_sealed(path);
        REQUIRE(sealed_test::add_batches(store.value(), 5).ok());
        put_bytes(killed, bytes_of(path));
        put_bytes(killed + "-wal", bytes_of(path + "-wal"));
    }
    const std::string log = bytes_of(killed + "-wal");
    REQUIRE(log.size() > kPage);
    CHECK_FALSE(open_sealed(killed, 'b').ok());
    CHECK(bytes_of(killed + "-wal") == log);
    CHECK(read_all(killed).value() == 35);
}

TEST_CASE("a plain database is not opened as a sealed one, and a sealed one not as plain") {
    const Folder folder;
    closed_store(folder.file("a.db"));
    CHECK_FALSE(db::Connection::open(folder.file("a.db")).ok());
    {
        auto plain = db::Connection::open(folder.file("plain.db"));
        REQUIRE(plain.value().execute("CREATE TABLE t (n)").ok());
    }
    CHECK_FALSE(open_sealed(folder.file("plain.db")).ok());
}

TEST_CASE("a file whose key is not registered, or was forgotten, does not open") {
    const Folder folder;
    const std::string path = folder.file("a.db");
    CHECK_FALSE(db::Connection::open(path, sealed_vfs::open_options()).ok());
    closed_store(path);
    sealed_vfs::forget_sealed_file(path);
    CHECK_FALSE(db::Connection::open(path, sealed_vfs::open_options()).ok());
    CHECK(read_all(path).ok());
}
