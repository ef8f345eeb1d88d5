#include "tests/client/store/sealed_vfs/bench_file.h"
#include "tests/client/store/sealed_vfs/full_vfs.h"

#include <doctest/doctest.h>

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

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

constexpr int kNoRightToMount = 77;

bool mount_small_disk(const std::string& at) {
    const bool is_apart =
        ::unshare(CLONE_NEWNS) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0;
    return is_apart && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount("none", at.c_str(), "tmpfs", 0, "size=600k") == 0;
}

// In a child with a small disk of its own: 0 if every commit before the disk was full is there.
int fill_a_real_disk(const std::string& folder) {
    if (!mount_small_disk(folder)) return kNoRightToMount;
    const std::string path = folder + "/a.db";
    int committed = 0;
    {
        auto store = open_sealed(path);
        if (!store.ok() || !sealed_test::make_table(store.value()).ok()) return 1;
        const Filled filled = fill(store.value());
        if (filled.code != base::ErrorCode::DiskFull || filled.committed < 5) return 2;
        committed = filled.committed;
    }
    auto again = open_sealed(path);
    if (!again.ok()) return 3;
    const auto batches = sealed_test::whole_batches(again.value());
    return batches.ok() && batches.value() == committed ? 0 : 4;
}

}  // namespace

TEST_CASE("a small real disk that fills keeps every commit") {
    const Folder folder;
    const pid_t child = ::fork();
    if (child == 0) ::_exit(fill_a_real_disk(folder.file("")));
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    if (WEXITSTATUS(status) == kNoRightToMount) {
        MESSAGE("not run: no right to mount a small disk here");
        return;
    }
    CHECK(WEXITSTATUS(status) == 0);
}

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
