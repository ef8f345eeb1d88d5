// The second copy: written beside a store in use, whole or not at all, sealed.
#include "client/store/copying.h"

#include "client/store/drafts.h"
#include "client/store/outbox.h"
#include "client/store/sealed_vfs/sealed_vfs.h"
#include "client/store/vault.h"
#include "shared/base/file.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <thread>

using namespace simulation;
using store::SealedFiles;

namespace {

namespace fs = std::filesystem;

const store::vault::Options kCheap{.cost = {1, 8192}};
constexpr base::Instant kNow{1'790'000'000'000};
constexpr std::string_view kPin = "31415926";

// A sealed store with its key file, and a folder that stands for the stick.
struct Stick {
    ScratchFolder folder;
    SealedFiles here{folder.path("siti.kawan"), folder.path("siti.key")};
    SealedFiles there{folder.path("stick/siti.kawan"), folder.path("stick/siti.key")};
    crypto::BoxKey centre = crypto::BoxKey::generate();
    crypto::SecretBytes key;
    std::unique_ptr<store::Store> live;
    base::SeededRandom random{3};

    Stick() {
        fs::create_directories(folder.path("stick"));
        key = store::vault::create(here.key, kPin, centre.public_key(), kCheap).value();
        live = open(here.database);
    }
    ~Stick() {
        live.reset();
        for (const std::string& path : {here.database, there.database}) {
            sealed_vfs::forget_sealed_file(path);
        }
    }
    std::unique_ptr<store::Store> open(const std::string& path) {
        REQUIRE(sealed_vfs::register_sealed_file(path, key.copy()).ok());
        auto connection = db::Connection::open(path, sealed_vfs::open_options());
        REQUIRE(connection.ok());
        return std::make_unique<store::Store>(
            store::Store::open(std::move(connection).value()).value());
    }
    void save(store::Store& store, const std::string& head) {
        store::Write write;
        write.type = "household";
        write.record = base::RecordId(base::make_uuid7(kNow, random));
        write.unit = "POSY-1";
        write.set = household(head);
        REQUIRE(store::save(store, write, {}, kNow).ok());
    }
    void save(const std::string& head) { save(*live, head); }
    base::Result<store::Copied> copy() { return store::copy_store(*live, here, there, kNow); }
    std::int64_t changes_in(const std::string& path) {
        const auto store = open(path);
        return store->progress().value().last_n;
    }
};

std::size_t files_in(const std::string& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE_FIXTURE(Stick, "a copy holds all that was saved, opens by the PIN, and shows no name") {
    save("Keluarga Tersembunyi");
    save("Kedua");
    const auto copied = copy();
    REQUIRE(copied.ok());
    CHECK(copied.value().changes == 2);
    CHECK(copied.value().bytes == static_cast<std::int64_t>(fs::file_size(there.database)));
    CHECK(files_in(folder.path("stick")) == 2);
    CHECK(base::read_file(there.database).value().find("Tersembunyi") == std::string::npos);
    CHECK(store::vault::unlock(there.key, kPin, kNow).value().key == key);
    const auto second = open(there.database);
    CHECK(second->list("household").value().size() == 2);
    CHECK(store::held_only_by(*live, *second).value().is_none());
}

TEST_CASE_FIXTURE(Stick, "a copy made while another connection writes is whole, and goes on") {
    const auto other = open(here.database);
    for (int i = 0; i < 20; ++i) {
        save(*other, "Lain " + std::to_string(i));
        REQUIRE(copy().ok());
        save("Sini " + std::to_string(i));
    }
    CHECK(changes_in(there.database) == 39);
    const auto second = open(there.database);
    CHECK(second->connection().integrity_check().ok());
    CHECK(store::held_only_by(*live, *second).value().changes == 1);
    CHECK(store::held_only_by(*second, *live).value().is_none());
}

TEST_CASE_FIXTURE(Stick,
                  "copied again and again while a thread saves, each copy is a whole moment") {
    std::atomic<bool> is_done = false;
    std::thread saving([&] {
        const auto other = open(here.database);
        for (int i = 0; i < 150; ++i) save(*other, "Banyak");
        is_done = true;
    });
    int copies = 0;
    while (!is_done || copies < 3) {
        REQUIRE(copy().ok());
        ++copies;
        const auto second = open(there.database);
        CHECK(second->connection().integrity_check().ok());
        CHECK(store::held_only_by(*second, *live).value().is_none());
        const auto last_n = second->progress().value().last_n;
        CHECK(second->connection().number("SELECT count(*) FROM outbox").value() == last_n);
        CHECK(second->record_count().value() == last_n);
    }
    saving.join();
    REQUIRE(copy().ok());
    CHECK(changes_in(there.database) == 150);
}

TEST_CASE_FIXTURE(Stick, "a copy that cannot be finished leaves the one before as it was") {
    save("Satu");
    REQUIRE(copy().ok());
    const std::string before = base::read_file(there.database).value();
    save("Dua");
    fs::create_directories(there.database + ".new/in_the_way");
    CHECK(!copy().ok());
    CHECK(base::read_file(there.database).value() == before);
    fs::remove_all(there.database + ".new");
    CHECK(copy().value().changes == 2);
}

TEST_CASE_FIXTURE(Stick, "what a pulled stick left half written is cleared away by the next copy") {
    save("Satu");
    REQUIRE(base::replace_file(there.database + ".new", "half").ok());
    REQUIRE(base::replace_file(there.database + ".new-wal", "half").ok());
    CHECK(copy().value().changes == 1);
    CHECK(files_in(folder.path("stick")) == 2);
}

TEST_CASE_FIXTURE(Stick,
                  "a copy that holds more than this store is kept beside, never overwritten") {
    save("Satu");
    REQUIRE(copy().ok());
    const std::string early = folder.path("early");
    fs::copy_file(there.database, early);
    save("Hanya di salinan");
    REQUIRE(copy().ok());
    live.reset();
    fs::remove(here.database + "-wal");
    fs::copy_file(early, here.database, fs::copy_options::overwrite_existing);
    live = open(here.database);
    save("Hidup baru");
    const auto copied = copy();
    REQUIRE(copied.ok());
    REQUIRE(!copied.value().set_aside.empty());
    CHECK(changes_in(copied.value().set_aside) == 2);
    const auto kept = open(copied.value().set_aside);
    CHECK(store::held_only_by(*kept, *live).value().changes == 1);
    CHECK(copy().value().set_aside.empty());
    sealed_vfs::forget_sealed_file(copied.value().set_aside);
}

TEST_CASE_FIXTURE(Stick, "changes that a fork numbered anew are still the same changes") {
    save("Satu");
    save("Dua");
    REQUIRE(copy().ok());
    REQUIRE(live->connection()
                .execute("UPDATE outbox SET n = n + 10, hash = 'x' || hash; "
                         "UPDATE progress SET last_n = 12, incarnation = 2")
                .ok());
    const auto second = open(there.database);
    CHECK(store::held_only_by(*second, *live).value().is_none());
    save("Tiga");
    CHECK(store::held_only_by(*live, *second).value().changes == 1);
}

TEST_CASE_FIXTURE(Stick, "a draft that is newer here, or only here, is a difference") {
    store::Draft draft{"d1", "visit", "", "1", {}, kNow};
    REQUIRE(store::put_draft(*live, draft).ok());
    REQUIRE(copy().ok());
    const auto second = open(there.database);
    CHECK(store::held_only_by(*live, *second).value().is_none());
    draft.saved_at.unix_ms += 1000;
    REQUIRE(store::put_draft(*live, draft).ok());
    CHECK(store::held_only_by(*live, *second).value().drafts == 1);
    CHECK(store::held_only_by(*second, *live).value().drafts == 0);
}

TEST_CASE_FIXTURE(Stick,
                  "the mark of what a store holds changes with a save and with a draft only") {
    const std::string empty = store::content_mark(*live).value();
    CHECK(store::content_mark(*live).value() == empty);
    save("Satu");
    const std::string one = store::content_mark(*live).value();
    CHECK(one != empty);
    REQUIRE(store::put_draft(*live, {"d1", "visit", "", "1", {}, kNow}).ok());
    CHECK(store::content_mark(*live).value() != one);
}

TEST_CASE_FIXTURE(Stick, "a new PIN reaches the copy with the next copying") {
    REQUIRE(copy().ok());
    REQUIRE(store::vault::change_pin(here.key, kPin, "27182818", kNow, kCheap).ok());
    REQUIRE(copy().ok());
    CHECK(store::vault::unlock(there.key, "27182818", kNow).value().key == key);
}
