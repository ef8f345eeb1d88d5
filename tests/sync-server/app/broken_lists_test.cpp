// What a broken bringing in left is taken back in turn with laptops.
#include "sync-server/app/serving/broken_lists.h"

#include "sync-server/store/records/imports.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <chrono>
#include <mutex>
#include <thread>

using namespace server_app;

namespace {

const base::Instant kNow = base::parse_date_time("2026-11-21T09:00:00+07:00").value();

struct Broken {
    simulation::ScratchFolder folder;
    base::FixedClock clock{kNow};
    base::SeededRandom random{7};
    simulation::Server server{folder.path("server.db"), clock, random, {"P1"}};
    accept::Desk desk = server.desk();
    Turn turn;

    Broken() {
        server_store::Import import;
        import.id = "01890000-0000-7000-8000-000000000001";
        import.at = import.worked_at = base::Instant{kNow.unix_ms - 3'600'000};
        import.actor = "koordinator";
        import.is_being_written = true;
        REQUIRE(server_store::add_import(server.connection(), import).ok());
    }
    bool is_taken_back() {
        return server_store::imports(server.connection()).value().front().undone_at.has_value();
    }
    // Until somebody waits beside the one who has the turn; false after a while.
    bool somebody_waits() {
        for (int i = 0; i < 1'000; ++i) {
            if (turn.in_line() == 2) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        return false;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Broken, "a broken list is taken back only in turn, and laptops write between") {
    turn.lock();
    base::Status done = base::Done{};
    std::thread cleaning([&] { done = clear_broken_lists(desk, turn); });
    CHECK(somebody_waits());
    CHECK_FALSE(is_taken_back());
    std::thread laptop([&] {
        const std::lock_guard guard(turn);
        CHECK_FALSE(is_taken_back());  // its first work was done, and others follow
    });
    for (int i = 0; i < 1'000 && turn.in_line() < 3; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    turn.unlock();
    laptop.join();
    cleaning.join();
    REQUIRE(done.ok());
    CHECK(is_taken_back());
}
