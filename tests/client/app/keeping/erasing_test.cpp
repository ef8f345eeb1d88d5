// SYNC 24: a laptop whose permission was closed erases its store, whatever happens on the way.
#include "client/app/keeping/erasing.h"

#include "client/app/keeping/keeping.h"
#include "client/app/keeping/store_hold.h"
#include "client/app/practice/practice.h"
#include "shared/base/file.h"
#include "tests/client/app/village_laptop.h"

#include <doctest/doctest.h>

#include <filesystem>

using client_app::Erased;
using village::Laptop;

namespace {

namespace fs = std::filesystem;

struct Closed : Laptop {
    std::string stick = folder.path("stick");

    Closed() { fs::create_directories(stick); }
    void copy() { REQUIRE(client_app::copy_now(*store, file, stick, clock.now()).ok()); }
    void order() {
        REQUIRE(client_app::begin_erasing(*store, file).ok());
        close();
    }
    Erased finish() {
        auto erased = client_app::finish_erasing(file);
        REQUIRE_MESSAGE(erased.ok(), (erased.ok() ? "" : erased.error().message));
        return std::move(erased).value();
    }
    bool is_listed() { return !client_app::store_files(data).value().empty(); }
    // What is left of the store in a folder.
    std::vector<std::string> left_in(const std::string& place) {
        std::vector<std::string> names;
        for (const auto& each : fs::directory_iterator(place)) {
            const std::string name = each.path().filename().string();
            if (name.starts_with(file.name)) names.push_back(name);
        }
        return names;
    }
    std::string everything_in(const std::string& place) {
        std::string all;
        for (const auto& each : fs::directory_iterator(place)) {
            all += each.path().filename().string();
            all += base::read_file(each.path().string()).value();
        }
        return all;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Closed, "the store, its key, its name and its copy go; the receipt stays") {
    add("Keluarga Rahasia");
    sync();
    copy();
    order();
    CHECK(!is_listed());  // nobody signs in to it any more
    const Erased erased = finish();
    CHECK(erased.received == 1);
    CHECK(!erased.is_copy_left);
    CHECK(left_in(data).empty());
    CHECK(left_in(stick).empty());
    const auto receipt = protocol::parse_receipt(base::read_file(erased.proof).value());
    REQUIRE(receipt.ok());
    CHECK(receipt.value().last_n == 1);
    for (const char* of_a_person : {"Rahasia", "Siti"}) {
        CHECK(everything_in(data).find(of_a_person) == std::string::npos);
    }
    CHECK(client_app::sentence_of(erased).find("(1)") != std::string::npos);
    CHECK(client_app::finish_erasing_all(data).empty());
}

TEST_CASE_FIXTURE(Closed, "what the health centre has not received is never erased") {
    add("Sudah terkirim");
    sync();
    add("Belum terkirim");
    CHECK(!client_app::begin_erasing(*store, file).ok());
    close();
    CHECK(client_app::finish_erasing_all(data).empty());
    CHECK(is_listed());
    open(file);
    CHECK(heads() == std::vector<std::string>{"Belum terkirim", "Sudah terkirim"});
}

TEST_CASE("a power cut at any step is made good at the next start") {
    // As if it had been cut after so many files were gone: the key is always the first of them.
    for (std::size_t gone = 0; gone <= 5; ++gone) {
        Closed laptop;
        laptop.add("Satu");
        laptop.sync();
        laptop.copy();
        laptop.order();
        const std::string database = laptop.file.database;
        const std::vector<std::string> paths = {laptop.file.vault, database, database + "-wal",
                                                database + "-shm",
                                                client_app::copy_in(laptop.stick, laptop.file).key};
        for (std::size_t i = 0; i < gone; ++i) fs::remove(paths[i]);
        CHECK(!laptop.is_listed());
        const auto erased = client_app::finish_erasing_all(laptop.data);
        REQUIRE(erased.size() == 1);
        CHECK(erased.front().received == 1);
        CHECK(laptop.left_in(laptop.data).empty());
        CHECK(laptop.left_in(laptop.stick).empty());
    }
}

TEST_CASE_FIXTURE(Closed, "a stick that is not there is said; what was put aside goes too") {
    add("Satu");
    sync();
    copy();
    fs::rename(stick, stick + "-pulled");
    REQUIRE(base::replace_file(file.database + ".lama-2026-01-01-1", "sealed").ok());
    REQUIRE(base::replace_file(file.vault + ".lama-2026-01-01-1", "key").ok());
    order();
    const Erased erased = finish();
    CHECK(erased.is_copy_left);
    CHECK(left_in(data).empty());
    CHECK(client_app::sentence_of(erased).find("serahkan flashdisk") != std::string::npos);
}

TEST_CASE_FIXTURE(Closed, "a store that a window holds is left to it; others are never touched") {
    add("Satu");
    sync();
    const std::string other = data + "/" + file.name.substr(0, file.name.size() - 1) + "x.kawan";
    REQUIRE(base::replace_file(other, "another user's").ok());
    order();
    {
        const auto hold = client_app::StoreHold::take(file);
        REQUIRE(hold.ok());
        CHECK(client_app::finish_erasing_all(data).empty());
        CHECK(base::file_exists(file.vault));
    }
    CHECK(client_app::finish_erasing_all(data).size() == 1);
    CHECK(base::file_exists(other));
}

TEST_CASE_FIXTURE(Closed, "a practice store is never erased for a health centre") {
    auto practice = client_app::open_practice(data, clock, random);
    REQUIRE(practice.ok());
    CHECK(!client_app::begin_erasing(*practice.value().store, practice.value().file).ok());
}
