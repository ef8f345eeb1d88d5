// Promise 1 rests on these: what was committed is there after a kill, a power cut, a torn write.
#include "tests/client/store/sealed_vfs/bench_file.h"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>

using sealed_test::bytes_of;
using sealed_test::Folder;
using sealed_test::open_sealed;
using sealed_test::put_bytes;

namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t kFrame = kPage + 24;

int kills_wanted() {
    const char* wanted = std::getenv("KAWAN_KILLS");
    return wanted == nullptr ? 20 : std::atoi(wanted);
}

std::uint64_t seed() {
    const char* wanted = std::getenv("KAWAN_SEED");
    return wanted == nullptr ? 7 : std::strtoull(wanted, nullptr, 10);
}

// In the child: commits batches for ever, with checkpoints and spills, and says each committed one.
[[noreturn]] void write_until_killed(const std::string& path, int said) {
    auto store = open_sealed(path, 'a', "", 32);
    if (!store.ok() || !sealed_test::make_table(store.value()).ok()) ::_exit(2);
    static_cast<void>(store.value().execute("PRAGMA wal_autocheckpoint = 25"));
    auto known = store.value().number("SELECT count(*) FROM item");
    if (!known.ok()) ::_exit(3);
    for (std::int64_t count = known.value();;) {
        if (!sealed_test::add_batch(store.value(), count + 1).ok()) ::_exit(4);
        count += sealed_test::kBatch;
        if (::write(said, &count, sizeof count) != sizeof count) ::_exit(5);
    }
}

struct Killed {
    std::int64_t rows_said = 0;
    bool was_killed = false;  // and did not end by itself
};

Killed kill_a_writer(const std::string& path, unsigned after_us) {
    int ends[2];
    CHECK(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) write_until_killed(path, ends[1]);
    ::close(ends[1]);
    ::usleep(after_us);
    ::kill(child, SIGKILL);
    Killed killed;
    std::int64_t said = 0;
    while (::read(ends[0], &said, sizeof said) == sizeof said) killed.rows_said = said;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    killed.was_killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    return killed;
}

// A database whose rows lie in its log only, as a kill leaves it, and the log's size after each
// commit.
struct Logged {
    std::string database;
    std::string log;
    std::vector<std::size_t> log_sizes;
};

Logged store_with_log(const std::string& path, int batches) {
    Logged logged;
    auto store = open_sealed(path);
    CHECK(sealed_test::make_table(store.value()).ok());
    CHECK(store.value()
              .execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0")
              .ok());
    for (int i = 0; i < batches; ++i) {
        CHECK(sealed_test::add_batches(store.value(), 1).ok());
        logged.log_sizes.push_back(bytes_of(path + "-wal").size());
    }
    logged.database = bytes_of(path);
    logged.log = bytes_of(path + "-wal");
    return logged;
}

// Commits that lie in the log before position `at`.
std::int64_t commits_before(const Logged& logged, std::size_t at) {
    std::int64_t commits = 0;
    for (const std::size_t size : logged.log_sizes) commits += size <= at ? 1 : 0;
    return commits;
}

base::Result<std::int64_t> batches_after(const std::string& path, const std::string& database,
                                         const std::string& log) {
    put_bytes(path, database);
    put_bytes(path + "-wal", log);
    TRY_LET(store, open_sealed(path));
    return sealed_test::whole_batches(store);
}

}  // namespace

TEST_CASE("kill -9 while writing with checkpoints loses no commit and damages nothing") {
    const Folder folder;
    const std::string path = folder.file("a.db");
    base::SeededRandom random(seed());
    CAPTURE(seed());
    const int kills = kills_wanted();
    std::int64_t last = 0;
    int kills_after_a_commit = 0;
    for (int i = 0; i < kills; ++i) {
        const Killed killed =
            kill_a_writer(path, static_cast<unsigned>(20'000 + random.below(180'000)));
        REQUIRE(killed.was_killed);
        if (killed.rows_said > last) ++kills_after_a_commit;
        auto store = open_sealed(path);
        REQUIRE(store.ok());
        REQUIRE(sealed_test::make_table(store.value()).ok());
        const auto batches = sealed_test::whole_batches(store.value());
        REQUIRE(batches.ok());
        CHECK(batches.value() * sealed_test::kBatch >= killed.rows_said);
        CHECK(batches.value() * sealed_test::kBatch >= last);
        last = batches.value() * sealed_test::kBatch;
    }
    CHECK(kills_after_a_commit > kills / 2);
}

TEST_CASE("a log cut anywhere keeps every commit before the cut, whole, and none after") {
    const Folder folder;
    const Logged logged = store_with_log(folder.file("a.db"), 25);
    base::SeededRandom random(seed());
    CAPTURE(seed());
    for (int i = 0; i < 40; ++i) {
        const std::size_t at = random.below(logged.log.size() + 1);
        CAPTURE(at);
        const auto batches =
            batches_after(folder.file("b.db"), logged.database, logged.log.substr(0, at));
        REQUIRE(batches.ok());
        CHECK(batches.value() == commits_before(logged, at));
    }
}

TEST_CASE("a log with a flipped bit or a torn sector keeps every commit before it, whole") {
    const Folder folder;
    const Logged logged = store_with_log(folder.file("a.db"), 25);
    base::SeededRandom random(seed());
    CAPTURE(seed());
    for (int i = 0; i < 60; ++i) {
        std::string log = logged.log;
        const std::size_t at = random.below(log.size() - 512);
        if (i % 2 == 0) {
            log[at] = static_cast<char>(log[at] ^ (1 << random.below(8)));
        } else {
            log.replace(at, 512, crypto::random_bytes(512));
        }
        CAPTURE(at);
        const auto batches = batches_after(folder.file("b.db"), logged.database, log);
        REQUIRE(batches.ok());
        CHECK(batches.value() == commits_before(logged, at));
    }
}

TEST_CASE("a checkpoint that a power cut tore, page 1 among its pages, is made good by the log") {
    const Folder folder;
    const Logged logged = store_with_log(folder.file("a.db"), 25);
    // Every page half old or missing, half rubbish, as writes that never reached the disk.
    for (const std::size_t kept : {std::size_t{0}, std::size_t{100}, std::size_t{512}, kPage / 2}) {
        std::string torn = logged.database;
        for (std::size_t page = 0; page < torn.size(); page += kPage)
            torn.replace(page + kept, kPage - kept, crypto::random_bytes(kPage - kept));
        const auto batches = batches_after(folder.file("b.db"), torn, logged.log);
        REQUIRE(batches.ok());
        CHECK(batches.value() == 25);
    }
}

TEST_CASE("two frames of a log that changed places end the log there") {
    const Folder folder;
    const Logged logged = store_with_log(folder.file("a.db"), 25);
    std::string log = logged.log;
    const std::size_t at = 32 + 40 * kFrame;
    REQUIRE(log.size() > at + 2 * kFrame);
    log.replace(at, kFrame, logged.log.substr(at + kFrame, kFrame));
    log.replace(at + kFrame, kFrame, logged.log.substr(at, kFrame));
    const auto batches = batches_after(folder.file("b.db"), logged.database, log);
    REQUIRE(batches.ok());
    CHECK(batches.value() == commits_before(logged, at));
}
