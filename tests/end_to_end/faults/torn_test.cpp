// Torn and garbled writes of a laptop's store: a clear sentence and the second copy, never a
// silent loss.
#include "tests/end_to_end/faults/village.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <filesystem>

using namespace end_to_end;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPage = 4096;

struct Kept : Village {
    Laptop siti = enrolled("Siti", "siti");
    std::string stick = scratch.path("stick");

    Kept() {
        import(siti, "Selamat", 40);
        fs::create_directories(stick);
        const Finished copied = siti.command({"backup", stick});
        REQUIRE_MESSAGE(copied.exit_code == 0, copied.err);
    }
    std::string store() const {
        for (const auto& each : fs::directory_iterator(siti.data())) {
            if (each.path().extension() == ".kawan") return each.path().string();
        }
        FAIL("no store");
        return {};
    }
    bool shows_all() const {
        const Finished listed = siti.command({"list", "household"});
        return listed.exit_code == 0 && listed.out.find("\"Selamat-1\"") != std::string::npos &&
               listed.out.find("\"Selamat-40\"") != std::string::npos;
    }
    // The laptop says what is wrong or has everything; the copy brings everything back.
    void check_said_and_restored() {
        const Finished checked = siti.command({"health", "--check"});
        CHECK((checked.exit_code != 0 || shows_all()));
        if (checked.exit_code != 0) CHECK((checked.err.size() > 20 || checked.out.size() > 20));
        const Finished restored = siti.command({"restore", stick, "--replace"});
        CHECK_MESSAGE(restored.exit_code == 0, restored.err);
        CHECK(shows_all());
        CHECK(siti.command({"health", "--check"}).exit_code == 0);
    }
};

}  // namespace

TEST_CASE_FIXTURE(Kept,
                  "a store cut short, with a page of zeros or flipped bits is said, restored") {
    CAPTURE(seed_of_run());
    base::SeededRandom random(seed_of_run());
    const std::string whole = read_text(store());
    REQUIRE(whole.size() > 10 * kPage);
    std::string cut = whole.substr(0, random.below(whole.size()));
    std::string zeroed = whole;
    zeroed.replace(kPage * random.below(whole.size() / kPage), kPage, std::string(kPage, '\0'));
    std::string flipped = whole;
    for (int i = 0; i < 20; ++i) {
        flipped[random.below(flipped.size())] ^= static_cast<char>(1U << random.below(8));
    }
    for (const std::string& torn : {cut, zeroed, flipped, std::string()}) {
        write_text(store(), torn);
        check_said_and_restored();
    }
    CHECK(sync_until_green(siti, 4) <= 4);
    check_whole("Selamat", 40);
    CHECK(names_at_centre().size() == 40);
}

TEST_CASE_FIXTURE(Kept, "a log that was torn loses nothing that was copied or sent, and says so") {
    CAPTURE(seed_of_run());
    base::SeededRandom random(seed_of_run() + 1);
    REQUIRE(sync_until_green(siti, 2) <= 2);
    const std::string file = scratch.path("lagi.ndjson");
    write_text(file, households("Lagi", 300));
    {
        Background importing({"/usr/bin/env", "KAWAN_PIN=" + kPin, program("kawan"), "--data",
                              siti.data(), "import", file},
                             scratch.path("import.log"));
        const std::string log = store() + "-wal";
        for (int i = 0; i < 300 && !(fs::exists(log) && fs::file_size(log) > 20 * kPage); ++i) {
            ::usleep(10'000);
        }
        importing.kill();
    }
    const std::string log = store() + "-wal";
    if (fs::exists(log) && fs::file_size(log) > 0) {
        std::string torn = read_text(log);
        for (int i = 0; i < 5; ++i) {
            torn[random.below(torn.size())] ^= static_cast<char>(1U << random.below(8));
        }
        write_text(log, torn);
    }
    check_said_and_restored();
    CHECK(sync_until_green(siti, 4) <= 4);
    check_whole("Selamat", 40);
    for (const auto& [name, times] : names_at_centre()) CHECK_MESSAGE(times == 1, name);
}
