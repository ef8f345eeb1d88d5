// kill -9 of the laptop's program and of the server, at random moments, while it saves, sends,
// copies and restores. KAWAN_KILLS of them in CI's slow set, a few otherwise.
#include "tests/end_to_end/faults/village.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

using namespace end_to_end;

namespace {

struct Killed : Village {
    base::SeededRandom random{seed_of_run()};
    Laptop siti = enrolled("Siti", "siti");
    std::string stick = scratch.path("stick");
    int kills = 0;

    Killed() { std::filesystem::create_directories(stick); }

    Finished patient(const std::vector<std::string>& words) const { return patiently(siti, words); }

    std::unique_ptr<Background> begun(const std::vector<std::string>& words) {
        REQUIRE(patient({"status"}).exit_code == 0);  // so that it is not asked to wait
        std::vector<std::string> all = {"/usr/bin/env", "KAWAN_PIN=" + kPin, program("kawan"),
                                        "--data", siti.data()};
        all.insert(all.end(), words.begin(), words.end());
        return std::make_unique<Background>(all, scratch.path("killed.log"));
    }
    // Kills it somewhere on its way. One that was done before is not counted.
    void kill_somewhere(const std::vector<std::string>& words, unsigned at_most_ms) {
        const auto running = begun(words);
        ::usleep(static_cast<useconds_t>(1000 * random.below(at_most_ms)));
        if (running->is_running()) ++kills;
        running->kill();
    }
    // The server first, and the laptop goes on or not.
    void kill_server_while(const std::vector<std::string>& words, unsigned at_most_ms) {
        const auto running = begun(words);
        ::usleep(static_cast<useconds_t>(1000 * random.below(at_most_ms)));
        centre.kill();
        ++kills;
        if (random.chance(0.5)) {
            if (running->is_running()) ++kills;
            running->kill();
        }
        centre.start();
    }
};

// What was said to be saved, by its prefix and number.
void save(Killed& village, int round) {
    village.import(village.siti, "Putaran" + std::to_string(round), 5);
}

}  // namespace

TEST_CASE_FIXTURE(Killed,
                  "killed while saving, sending, copying and restoring: all is there, once") {
    CAPTURE(seed_of_run());
    const int wanted = kills_wanted(8);
    int rounds = 0;
    REQUIRE(patient({"backup", stick}).exit_code == 0);
    while (kills < wanted) {
        save(*this, ++rounds);
        const std::string half = scratch.path("half.ndjson");
        write_text(half, households("Setengah" + std::to_string(rounds), 200));
        kill_somewhere({"import", half}, 1500);
        kill_somewhere({"sync"}, 1500);
        kill_somewhere({"backup"}, 1000);
        kill_server_while({"sync"}, 1500);
        if (rounds % 3 == 0) {
            const Finished copied = patient({"backup", stick});
            REQUIRE_MESSAGE(copied.exit_code == 0, copied.err);
            kill_somewhere({"restore", stick, "--replace"}, 1500);
            const Finished whole = patient({"status"});
            CHECK_MESSAGE(whole.exit_code == 0, whole.err);
        }
    }
    CHECK(sync_until_green(siti, 10) <= 10);
    for (int round = 1; round <= rounds; ++round) {
        check_whole("Putaran" + std::to_string(round), 5);
    }
    for (const auto& [name, times] : names_at_centre()) CHECK_MESSAGE(times == 1, name);
    const Finished health = patient({"health", "--check"});
    CHECK_MESSAGE(health.exit_code == 0, std::string(health.out + health.err));
    centre.stop();
    const Finished checked = centre.command({"check"});
    CHECK_MESSAGE(checked.exit_code == 0, std::string(checked.out + checked.err));
    MESSAGE(kills, " kills in ", rounds, " rounds");
}
