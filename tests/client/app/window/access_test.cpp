// Practice, PINs, settings, the second copy and the lock file, on a real laptop.
#include "client/app/keeping/sticks.h"
#include "client/app/keeping/store_hold.h"
#include "client/app/practice/practice.h"
#include "client/app/window/appearance_file.h"
#include "client/app/window/session.h"
#include "shared/base/file.h"
#include "tests/client/laptop/trial_laptop.h"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace {

namespace fs = std::filesystem;
using client_app::Session;
using screens::AccessState;
using screens::KeepingState;
using screens::Unlocking;

void until(Session& session, const std::function<bool()>& done) {
    for (int i = 0; i < 3000 && !done(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        session.tick();
    }
    REQUIRE(done());
}

void wait_for_opening(Session& session) {
    until(session, [&] { return session.unlocking().state != Unlocking::State::Working; });
}

void sign_in(Session& session, const std::string& pin) {
    session.unlock(session.users().front().id, pin);
    wait_for_opening(session);
}

struct Bench {
    trial::Laptop laptop;
    base::SystemClock clock;
};

}  // namespace

TEST_CASE("a second window on the same store is refused, until the first one locks") {
    Bench bench;
    Session first(bench.laptop.data(), bench.clock, [] {});
    Session second(bench.laptop.data(), bench.clock, [] {});
    sign_in(first, bench.laptop.pin());
    REQUIRE(first.unlocking().state == Unlocking::State::Open);
    sign_in(second, bench.laptop.pin());
    CHECK(second.unlocking().state == Unlocking::State::Elsewhere);
    first.lock();
    // Its back room may still be in a round that finds no server.
    for (int i = 0; i < 600 && second.unlocking().state != Unlocking::State::Open; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        sign_in(second, bench.laptop.pin());
    }
    CHECK(second.unlocking().state == Unlocking::State::Open);
}

TEST_CASE("a store is held against another process, and free when that one is gone") {
    Bench bench;
    const auto file = client_app::store_files(bench.laptop.data()).value().front();
    int ready[2];
    int leave[2];
    REQUIRE(pipe(ready) == 0);
    REQUIRE(pipe(leave) == 0);
    const pid_t child = fork();
    if (child == 0) {
        const auto hold = client_app::StoreHold::take(file);
        char byte = hold.ok() && hold.value() ? 'y' : 'n';
        if (write(ready[1], &byte, 1) != 1 || read(leave[0], &byte, 1) != 1) _exit(1);
        _exit(0);
    }
    char byte = 0;
    REQUIRE(read(ready[0], &byte, 1) == 1);
    CHECK(byte == 'y');
    {
        const auto hold = client_app::StoreHold::take(file);
        REQUIRE(hold.ok());
        CHECK(hold.value() == nullptr);
    }
    REQUIRE(write(leave[1], &byte, 1) == 1);
    waitpid(child, nullptr, 0);
    const auto hold = client_app::StoreHold::take(file);
    REQUIRE(hold.ok());
    CHECK(hold.value() != nullptr);
}

TEST_CASE("practice needs no PIN, has families, and never sends") {
    Bench bench;
    Session session(bench.laptop.data(), bench.clock, [] {});
    session.practise(false);
    wait_for_opening(session);
    REQUIRE(session.unlocking().state == Unlocking::State::Open);
    CHECK(session.me().is_practice);
    CHECK_FALSE(session.ports().families.list("").empty());
    session.ports().sync.start();
    session.tick();
    CHECK_FALSE(session.ports().sync.state().is_running);
    session.practise(true);  // from inside it
    wait_for_opening(session);
    REQUIRE(session.unlocking().state == Unlocking::State::Open);
    session.lock();
    sign_in(session, bench.laptop.pin());
    CHECK_FALSE(session.me().is_practice);
    CHECK(session.ports().families.list("").empty());
}

TEST_CASE("what she chose comes with her; the page before the PIN keeps the laptop's look") {
    Bench bench;
    {
        Session session(bench.laptop.data(), bench.clock, [] {});
        sign_in(session, bench.laptop.pin());
        screens::Settings& settings = session.ports().settings;
        CHECK(settings.lock_minutes() == 5);
        REQUIRE(settings.set_appearance({true, 150, true}).ok());
        REQUIRE(settings.set_lock_minutes(2).ok());
        REQUIRE(settings.set_midwife_phone("0812 3456 7890").ok());
    }
    CHECK(client_app::read_appearance(bench.laptop.data()) == screens::Appearance{true, 150, true});
    REQUIRE(client_app::write_appearance(bench.laptop.data(), {false, 100, false}).ok());
    Session session(bench.laptop.data(), bench.clock, [] {});
    screens::Settings& settings = session.ports().settings;
    CHECK(settings.appearance() == screens::Appearance{});
    CHECK(settings.midwife_phone().empty());
    sign_in(session, bench.laptop.pin());
    CHECK(settings.appearance() == screens::Appearance{true, 150, true});
    CHECK(settings.lock_minutes() == 2);
    CHECK(settings.midwife_phone() == "0812 3456 7890");
    session.lock();
    CHECK(settings.appearance() == screens::Appearance{});
}

TEST_CASE("a damaged or strange file of the look is as if nothing had been chosen") {
    for (const char* text : {"", "{", "[]", R"({"text":"big"})", R"({"text":9000,"language":7})"}) {
        CAPTURE(text);
        const screens::Appearance look = client_app::appearance_of(text);
        CHECK(look.text_percent >= 100);
        CHECK(look.text_percent <= 200);
        CHECK_FALSE(look.is_english);
    }
}

TEST_CASE("a PIN is asked for at the cover while the store stays open, and tries are counted") {
    Bench bench;
    Session session(bench.laptop.data(), bench.clock, [] {});
    sign_in(session, bench.laptop.pin());
    REQUIRE(session.unlocking().state == Unlocking::State::Open);
    screens::Access& access = session.ports().access;
    const auto told = [&](const std::string& pin) {
        access.check_pin(pin);
        until(session, [&] { return access.state().outcome != AccessState::Outcome::Working; });
        return access.state();
    };
    // A disk that is full counts nothing in the key file: as one that went back.
    const auto file = client_app::store_files(bench.laptop.data()).value().front();
    const std::string key_file = base::read_file(file.vault).value();
    for (int slips = 0; slips < 3; ++slips) {
        const AccessState wrong = told("11112222");
        CHECK(wrong.outcome == AccessState::Outcome::WrongPin);
        CHECK(wrong.wait_s == 0);
        REQUIRE(base::replace_file(file.vault, key_file).ok());
    }
    CHECK(told(bench.laptop.pin()).outcome == AccessState::Outcome::Done);
    for (int slips = 0; slips < 4; ++slips) {
        (void)told("11112222");
        REQUIRE(base::replace_file(file.vault, key_file).ok());
    }
    const AccessState early = told(bench.laptop.pin());
    CHECK(early.outcome == AccessState::Outcome::WrongPin);  // not heard yet
    CHECK(early.wait_s > 0);
    CHECK_FALSE(session.me().user_id.empty());  // open all the while
}

TEST_CASE("her PIN is changed from the open store: the new one opens it, the old one does not") {
    Bench bench;
    Session session(bench.laptop.data(), bench.clock, [] {});
    sign_in(session, bench.laptop.pin());
    screens::Access& access = session.ports().access;
    access.change_pin("11112222", "kopi pahit di teras");
    until(session, [&] { return access.state().outcome != AccessState::Outcome::Working; });
    CHECK(access.state().outcome == AccessState::Outcome::WrongPin);
    access.forget();
    access.change_pin(bench.laptop.pin(), "kopi pahit di teras");
    until(session, [&] { return access.state().outcome != AccessState::Outcome::Working; });
    CHECK(access.state().outcome == AccessState::Outcome::Done);
    session.lock();
    sign_in(session, "kopi pahit di teras");
    CHECK(session.unlocking().state == Unlocking::State::Open);
}

TEST_CASE("a request for a new PIN is written to a stick, and the newest answer read from it") {
    Bench bench;
    Session session(bench.laptop.data(), bench.clock, [] {});
    screens::Access& access = session.ports().access;
    const std::string user = session.users().front().id;
    const std::string stick = bench.laptop.data() + "/stick";
    fs::create_directories(stick);
    const auto request = access.pin_request(user);
    REQUIRE(request.ok());
    REQUIRE(access.write_request(user, stick).ok());
    CHECK(std::distance(fs::directory_iterator(stick), fs::directory_iterator()) == 1);
    CHECK_FALSE(access.read_answer(stick).ok());
    CHECK_FALSE(access.read_answer(stick + "/gone").ok());
    CHECK_FALSE(access.write_request(user, stick + "/gone").ok());
    access.set_rescued_pin(user, "not an answer", "kopi pahit di teras");
    until(session, [&] { return access.state().outcome != AccessState::Outcome::Working; });
    CHECK(access.state().outcome == AccessState::Outcome::Mistyped);
}

TEST_CASE("a code that is not whole is refused before anything is sent") {
    Bench bench;
    Session session(bench.laptop.data(), bench.clock, [] {});
    screens::Access& access = session.ports().access;
    CHECK_FALSE(access.is_whole_code("127.0.0.1:9/AAAA"));
    access.enrol({"127.0.0.1:9/AAAA", "", "kopi pahit di teras"});
    until(session, [&] { return access.state().outcome != AccessState::Outcome::Working; });
    CHECK(access.state().outcome == AccessState::Outcome::BadCode);
    CHECK(session.users().size() == 1);
}

TEST_CASE("a copy is made, tried, and brought up to date after a save") {
    Bench bench;
    const std::string stick = bench.laptop.data() + "-stick";
    fs::create_directories(stick);
    {
        Session session(bench.laptop.data(), bench.clock, [] {});
        sign_in(session, bench.laptop.pin());
        screens::Keeping& keeping = session.ports().keeping;
        const auto is_idle = [&] {
            return keeping.state().is_read && keeping.state().busy == KeepingState::Busy::No;
        };
        until(session, is_idle);
        CHECK(keeping.state().copy.folder.empty());
        keeping.copy_now(stick + "/gone");
        until(session, is_idle);
        CHECK(keeping.state().copy_trouble == KeepingState::CopyTrouble::NoFolder);
        keeping.copy_now(stick);
        until(session, is_idle);
        CHECK(keeping.state().copy_trouble == KeepingState::CopyTrouble::None);
        CHECK(keeping.state().copy.is_present);
        keeping.try_copy();
        until(session, is_idle);
        REQUIRE(keeping.state().trial.has_value());
        CHECK(keeping.state().trial->finding == screens::CopyTrial::Finding::Equal);
        keeping.check_store();
        until(session, is_idle);
        CHECK(keeping.state().health.checked_at.has_value());
        CHECK(keeping.state().health.is_whole);
    }
    fs::remove_all(stick);
}

TEST_CASE("sticks are told from what is mounted, with spaces in their names") {
    const auto sticks = client_app::sticks_in(
        "/dev/sda1 / ext4 rw 0 0\n"
        "/dev/sdb1 /media/sri/KINGSTON vfat rw 0 0\n"
        "/dev/sdc1 /run/media/sri/DATA\\040BU\\040SRI vfat rw 0 0\n"
        "broken\n");
    REQUIRE(sticks.size() == 2);
    CHECK(sticks[0].name == "KINGSTON");
    CHECK(sticks[1].folder == "/run/media/sri/DATA BU SRI");
}
