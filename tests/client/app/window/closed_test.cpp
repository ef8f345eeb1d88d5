// SYNC 24 in the window: a laptop whose permission was closed tells it, and holds nothing any more.
#include "client/app/keeping/erasing.h"
#include "client/app/window/post/courier_desk.h"
#include "client/app/window/session.h"
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "shared/crypto/keys.h"
#include "shared/protocol/encoding.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/limits.h"
#include "sync-server/http/server.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/people/devices.h"
#include "tests/client/driver/driver.h"
#include "tests/client/laptop/trial_laptop.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

namespace {

namespace fs = std::filesystem;
using screens::Closed;
using screens::Page;

// A laptop whose health centre answers on the loopback.
struct Reached {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random{11};
    simulation::ScratchFolder folder;
    simulation::Server server{folder.path("centre.db"), clock, random, {"POSY-1"}};
    std::mutex one_at_a_time;
    std::unique_ptr<http::Server> web = listen();
    trial::Laptop laptop;
    std::string device;

    Reached() {
        const auto store = laptop.open();
        store::Identity identity = store->identity().value();
        const crypto::SigningKey key = crypto::SigningKey::generate();
        const protocol::EnrolRequest request{server.add_user("Siti", "KADER", {"POSY-1"}),
                                             key.verify_key().text(), "laptop", "0.1.0"};
        const auto answer =
            protocol::parse_enrol_answer(server.enrol(to_json(request)).text).value();
        identity.server = "http://127.0.0.1:" + std::to_string(web->port());
        identity.pin.clear();
        identity.device = device = answer.device.text();
        identity.token = answer.token;
        identity.receipt_key = answer.receipt_key;
        identity.config = answer.config;
        REQUIRE(store->set_identity(identity).ok());
        laptop.record(*store, "household", R"({"head_name":"Agus","rt":"003","status":"ACTIVE"})");
    }
    std::unique_ptr<http::Server> listen() {
        http::Config config;
        config.plain_http = true;
        const auto handler = [this](http::Request&& request) { return answer(std::move(request)); };
        return http::Server::start(config, handler).value();
    }
    http::Response answer(http::Request&& request) {
        const std::lock_guard lock(one_at_a_time);
        const auto encoding = protocol::parse_encoding(request.content_encoding()).value();
        const auto text =
            protocol::decompress(encoding, request.body, protocol::kUnpackedBytesMax).value();
        http::Response response;
        response.content_type = "application/x-ndjson";
        response.body = server.handle(std::string(request.bearer()), text).value().text;
        return response;
    }
    void revoke() {
        const std::lock_guard lock(one_at_a_time);
        const auto found = server_store::find_device(server.connection(), device).value();
        REQUIRE(server_store::revoke(server.connection(), found->no, clock.now()).ok());
    }
    bool is_told() {
        const std::lock_guard lock(one_at_a_time);
        return server_store::find_device(server.connection(), device).value()->is_told_to_erase;
    }
    std::vector<server_store::Quarantined> held() {
        const std::lock_guard lock(one_at_a_time);
        return server_store::open_quarantine(server.connection()).value();
    }
    // Only the receipt and what is of no person.
    bool is_erased() {
        for (const auto& each : fs::directory_iterator(laptop.data())) {
            const std::string name = each.path().filename().string();
            const bool is_of_store = name.find(".kawan") != std::string::npos ||
                                     name.find(".key") != std::string::npos ||
                                     name.find(".name") != std::string::npos;
            if (is_of_store) return false;
        }
        return true;
    }
};

struct Window {
    explicit Window(
        const trial::Laptop& laptop, std::function<void()> ring = [] {})
        : session(laptop.data(), clock, std::move(ring)),
          shell(session.ports()),
          d([this] { draw(); }) {}
    void draw() {
        session.tick();
        screens::draw(shell);
    }
    void until(const std::function<bool()>& done) {
        for (int i = 0; i < 3000 && !done(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            d.frames(1);
        }
        REQUIRE(done());
    }

    base::SystemClock clock;
    client_app::Session session;
    screens::ShellModel shell;
    driver::Driver d;
};

}  // namespace

TEST_CASE_FIXTURE(Reached, "at the first sending after it everything goes, and it is said") {
    revoke();
    Window w(laptop);
    w.d.fill("PIN", laptop.pin());
    w.d.click("Sign in");
    w.until(
        [&] { return w.session.closed() && w.session.closed()->state == Closed::State::Erased; });
    w.d.frames(2);
    CHECK(w.shell.page() == Page::SignIn);
    CHECK(w.d.value("closed") ==
          "Semua catatan sudah diterima puskesmas (1). Data di laptop ini sudah dihapus.");
    CHECK(is_erased());
    w.d.click("I have read it");
    w.d.frames(2);
    CHECK(w.session.users().empty());
    CHECK(w.d.shows("I have a slip with a code"));
}

TEST_CASE_FIXTURE(Reached, "a window that was cut off while erasing finishes it when it starts") {
    {
        const auto store = laptop.open();
        auto progress = store->progress().value();
        progress.acknowledged = progress.last_n;
        REQUIRE(store->set_progress(progress).ok());
        const auto file = client_app::store_files(laptop.data()).value().front();
        REQUIRE(client_app::begin_erasing(*store, file).ok());
    }
    Window w(laptop);
    w.d.frames(2);
    CHECK(is_erased());
    REQUIRE(w.session.closed().has_value());
    CHECK(w.session.closed()->state == Closed::State::Erased);
    CHECK(w.d.shows("I have read it"));
}

TEST_CASE_FIXTURE(Reached, "SYNC 24: what she saves while her laptop is told to go is sent first") {
    revoke();
    bool was_saved = false;
    // In the back room, between the answer and the window's hearing of it.
    const auto save = [&] {
        if (was_saved || !is_told()) return;
        was_saved = true;
        const auto store = laptop.open();
        laptop.record(*store, "household", R"({"head_name":"Baru","rt":"004","status":"ACTIVE"})");
    };
    Window w(laptop, save);
    w.d.fill("PIN", laptop.pin());
    w.d.click("Sign in");
    w.until(
        [&] { return w.session.closed() && w.session.closed()->state == Closed::State::Erased; });
    CHECK(was_saved);
    CHECK(w.session.closed()->received == 2);
    CHECK(held().size() == 2);
    CHECK(is_erased());
}
