#include "tests/client/store/sealed_vfs/bench_file.h"
#include "tests/client/store/sealed_vfs/full_vfs.h"

#include <doctest/doctest.h>

using sealed_test::Folder;
using sealed_test::open_sealed;
using sealed_test::set_room;

namespace {

constexpr std::int64_t kEnough = std::int64_t{1} << 40;

struct Filled {
    int committed = 0;
    base::ErrorCode code = base::ErrorCode::Usage;
};

// Commits until the disk is full.
Filled fill(db::Connection& connection) {
    Filled filled;
    for (;;) {
        const auto added = sealed_test::add_batches(connection, 1);
        if (!added.ok()) {
            filled.code = added.error().code;
            return filled;
        }
        ++filled.committed;
    }
}

}  // namespace

TEST_CASE("a disk that fills at any moment costs the unfinished commit only, and says so") {
    sealed_test::install_full_vfs();
    base::SeededRandom random(3);
    for (int i = 0; i < 30; ++i) {
        const Folder folder;
        const std::string path = folder.file("a.db");
        int committed = 0;
        set_room(kEnough);
        {
            auto store = open_sealed(path, 'a', sealed_test::kFullVfs, 32);
            REQUIRE(store.ok());
            REQUIRE(sealed_test::make_table(store.value()).ok());
            REQUIRE(store.value().execute("PRAGMA wal_autocheckpoint = 20").ok());
            set_room(static_cast<std::int64_t>(random.below(1'500'000)));
            const Filled filled = fill(store.value());
            CHECK(filled.code == base::ErrorCode::DiskFull);
            CHECK(sealed_test::refused_writes() > 0);
            committed = filled.committed;
            CHECK(sealed_test::whole_batches(store.value()).value() == committed);
        }
        auto again = open_sealed(path, 'a', sealed_test::kFullVfs);
        REQUIRE(again.ok());
        CHECK(sealed_test::whole_batches(again.value()).value() == committed);
        set_room(kEnough);
        CHECK(sealed_test::add_batches(again.value(), 3).ok());
        CHECK(sealed_test::whole_batches(again.value()).value() == committed + 3);
    }
}
