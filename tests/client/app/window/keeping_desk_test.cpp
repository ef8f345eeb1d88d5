// The second copy is brought up to date by itself, also after the last save of a day.
#include "client/app/window/keeping_desk.h"
#include "client/app/window/session.h"
#include "tests/client/laptop/trial_laptop.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace {

struct Bench {
    trial::Laptop laptop;
    base::FixedClock clock{base::SystemClock().now()};
    base::SystemRandom random;
    std::unique_ptr<client_app::Work> work;
    client_app::BackRoom back_room{[] {}};
    client_app::KeepingDesk desk{clock, back_room};
    std::string stick;

    Bench() : stick(laptop.data() + "/stick") {
        { const auto store = laptop.open(); }
        work = client_app::open_work(client_app::store_files(laptop.data()).value().front(),
                                     laptop.pin(), clock, random)
                   .value()
                   .work;
        std::filesystem::create_directory(stick);
        desk.open(*work);
        desk.copy_now(stick);
        settle();
        REQUIRE(desk.state().copy.is_current);
    }
    ~Bench() {
        desk.close();
        back_room.finish();
    }
    void settle() {
        for (int i = 0; i < 3; ++i) {
            back_room.finish();
            back_room.take_handovers();
        }
    }
    void save() {
        laptop.record(*work->store, "household",
                      R"({"head_name":"Agus","rt":"003","rw":"001","status":"ACTIVE"})");
        desk.store_changed();
    }
};

}  // namespace

TEST_CASE("what came too soon after the last copy is copied when its time has come") {
    Bench bench;
    bench.save();
    bench.settle();
    CHECK_FALSE(bench.desk.state().copy.is_current);
    const auto left = bench.desk.tick();
    REQUIRE(left.has_value());
    CHECK(*left == client_app::kCopyEveryMs);
    bench.clock.advance_ms(client_app::kCopyEveryMs - 1);
    CHECK(bench.desk.tick().has_value());
    bench.settle();
    CHECK_FALSE(bench.desk.state().copy.is_current);
    bench.clock.advance_ms(1);
    CHECK_FALSE(bench.desk.tick().has_value());
    bench.settle();
    CHECK(bench.desk.state().copy.is_current);
    CHECK_FALSE(bench.desk.tick().has_value());  // nothing more to wait for
}

TEST_CASE("a clock that is set back does not put the copy off for days") {
    Bench bench;
    bench.save();
    bench.settle();
    REQUIRE(bench.desk.tick().has_value());
    bench.clock.advance_ms(-3LL * 24 * 60 * 60 * 1000);
    CHECK_FALSE(bench.desk.tick().has_value());  // asked for again, at once
}
