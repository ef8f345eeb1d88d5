// Sending by itself: when it is tried again, and by what.
#include "client/app/window/post/post.h"
#include "client/app/window/post/network_here.h"
#include "client/app/window/post/next_try.h"
#include "client/app/window/session.h"
#include "shared/protocol/enrolment.h"
#include "tests/client/laptop/trial_laptop.h"

#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <thread>

using client_app::kNextRoundMs;
using client_app::kNextTryMs;
using screens::SyncTrouble;

namespace {

struct Sender {
    trial::Laptop laptop;
    base::FixedClock clock{*base::parse_date_time("2026-03-05T09:30:00+07:00")};
    base::SystemRandom random;
    std::unique_ptr<client_app::Work> work;
    client_app::BackRoom back_room{[] {}};
    client_app::FamilyBook families{clock, back_room};
    client_app::Post post{families, clock, back_room, random};
    std::string network = "10.0.0.7 ";

    Sender() {
        {
            const auto store = laptop.open();
            laptop.record(*store, "household",
                          R"({"head_name":"Agus","rt":"003","status":"ACTIVE"})");
            laptop.record(*store, "household",
                          R"({"head_name":"Budi","rt":"004","status":"ACTIVE"})");
        }
        const auto files = client_app::store_files(laptop.data()).value();
        auto opened = client_app::open_work(files.front(), laptop.pin(), clock, random).value();
        REQUIRE(opened.work);
        work = std::move(opened.work);
        post.network = [this] { return network; };
        families.open(*work);
        post.open(*work);
    }
    void add(store::Store& store, const std::string& head, const std::string& rt) const {
        laptop.record(store, "household",
                      R"({"head_name":")" + head + R"(","rt":")" + rt + R"(","status":"ACTIVE"})");
    }
    ~Sender() {
        post.close();
        back_room.finish();
    }
    // Until the round under way has ended.
    void wait() {
        until([this] { return !post.state().is_running; });
    }
    void until(const std::function<bool()>& done) {
        for (int i = 0; i < 3000 && !done(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            back_room.take_handovers();
        }
        REQUIRE(done());
    }
};

}  // namespace

TEST_CASE_FIXTURE(Sender, "forms that a stick brought are in force at once") {
    wait();
    auto config = protocol::parse_config(work->identity.config).value();
    config.forms = forms::FormSet::builtin().texts();
    for (std::string& text : config.forms) {
        const std::string old = R"("form_id":"visit","version":"1")";
        const std::size_t at = text.find(old);
        if (at != std::string::npos)
            text.replace(at, old.size(), R"("form_id":"visit","version":"2")");
    }
    config.forms_digest = forms::FormSet::parse(config.forms).value().digest();
    store::Identity identity = work->store->identity().value();
    identity.config = protocol::to_json(config);
    REQUIRE(work->store->set_identity(identity).ok());
    REQUIRE(work->forms.find("visit")->version == "1");
    post.taken_in();
    CHECK(work->forms.find("visit")->version == "2");
    back_room.finish();
    CHECK(work->back_forms.digest() == config.forms_digest);
}

TEST_CASE("after a failure it is tried in ten minutes, then twenty, then half an hour") {
    base::SeededRandom random{3};
    const std::int64_t expected[] = {kNextRoundMs, kNextTryMs, 2 * kNextTryMs, 3 * kNextTryMs,
                                     kNextRoundMs};
    for (int failures = 0; failures < 5; ++failures) {
        for (int i = 0; i < 50; ++i) {
            const auto ms = client_app::pause_after(SyncTrouble::NoConnection, failures, random);
            CHECK(ms >= expected[failures] * 9 / 10);
            CHECK(ms <= expected[failures] * 11 / 10);
        }
    }
    CHECK(client_app::pause_after(SyncTrouble::Revoked, 1, random) > 2 * kNextTryMs);
}

TEST_CASE("two laptops of one office do not come at the same moment") {
    base::SeededRandom siti{1}, ani{2};
    CHECK(client_app::pause_after(SyncTrouble::ServerBusy, 1, siti) !=
          client_app::pause_after(SyncTrouble::ServerBusy, 1, ani));
}

TEST_CASE("a busy server's wish is kept: not before it, later after each failure, never for ever") {
    base::SeededRandom random{1};
    constexpr std::int64_t kWish = 10'000;
    for (int failures = 1; failures < 20; ++failures) {
        const auto ms = client_app::pause_after(SyncTrouble::ServerBusy, failures, random, kWish);
        const std::int64_t doubled = kWish << std::min(failures - 1, 10);
        CHECK(ms >= std::min(doubled, client_app::kNextTryMs));
        CHECK(ms <= std::min(doubled, client_app::kNextTryMs) * 3 / 2);
    }
}

TEST_CASE("this machine's addresses are read without asking anybody, the same twice") {
    CHECK(client_app::network_here() == client_app::network_here());
    CHECK(client_app::network_here().find("127.0.0.1") == std::string::npos);
}

TEST_CASE_FIXTURE(Sender, "nobody answers: nothing is called received, and the next try stands") {
    wait();
    CHECK(post.state().trouble == SyncTrouble::NoConnection);
    CHECK(post.state().waiting == 2);
    CHECK(post.state().sent_so_far == 0);
    CHECK_FALSE(post.state().last_sending);
    REQUIRE(post.state().next_try_at);
    const auto left = post.state().next_try_at->unix_ms - clock.now().unix_ms;
    CHECK(left >= kNextTryMs * 9 / 10);
    CHECK(left <= kNextTryMs * 11 / 10);
}

TEST_CASE_FIXTURE(Sender, "another network starts a try at once; the same one, or none, does not") {
    wait();
    clock.advance_ms(31'000);
    post.tick();
    CHECK_FALSE(post.state().is_running);
    network.clear();
    clock.advance_ms(31'000);
    post.tick();
    CHECK_FALSE(post.state().is_running);
    network = "10.0.0.7 ";
    post.tick();  // looked at every half minute, not in every frame
    CHECK_FALSE(post.state().is_running);
    clock.advance_ms(31'000);
    post.tick();
    CHECK(post.state().is_running);
    wait();
}

TEST_CASE_FIXTURE(Sender, "a clock set back by years does not end the trying") {
    wait();
    clock.set(*base::parse_date_time("2010-01-01T00:10:00+07:00"));
    post.tick();
    CHECK(post.state().is_running);
    wait();
}

TEST_CASE_FIXTURE(Sender, "what waits is told by family with its bytes, and no time is invented") {
    wait();
    post.look();
    until([this] { return post.state().cost.has_value(); });
    REQUIRE(post.state().waiting_families.size() == 2);
    CHECK(post.state().waiting_families[0].name == "Agus");
    CHECK(post.state().waiting_families[0].records == 1);
    CHECK(post.state().cost->bytes > 100);
    CHECK_FALSE(post.state().cost->ms);
}
