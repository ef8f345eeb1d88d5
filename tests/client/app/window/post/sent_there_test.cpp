// The window's sending against a real health centre: over the loopback, and by stick.
#include "client/app/window/post/courier_desk.h"
#include "client/app/window/post/post.h"
#include "shared/base/file.h"
#include "shared/protocol/encoding.h"
#include "shared/protocol/limits.h"
#include "sync-server/accept/round/carried.h"
#include "sync-server/http/server.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

using namespace simulation;
namespace fs = std::filesystem;

namespace {

struct Centre {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random{11};
    base::SystemRandom chance;
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"POSY-1"}};
    Device siti{folder.path("siti.db"), server, server.add_user("Siti", "KADER", {"POSY-1"}), clock,
                random};
    std::mutex one_at_a_time;
    std::function<void()> before_answer = [] {};
    std::unique_ptr<http::Server> web = listen();

    client_app::Work work;
    client_app::BackRoom back_room{[] {}};
    client_app::FamilyBook families{clock, back_room};
    client_app::Post post{families, clock, back_room, chance};
    client_app::CourierDesk courier{clock, back_room};

    std::unique_ptr<http::Server> listen() {
        http::Config config;
        config.plain_http = true;
        const auto handler = [this](http::Request&& request) { return answer(std::move(request)); };
        return http::Server::start(config, handler).value();
    }
    std::unique_ptr<store::Store> open() {
        auto connection = db::Connection::open(folder.path("siti.db"), {});
        return std::make_unique<store::Store>(
            store::Store::open(std::move(connection).value()).value());
    }
    void begin(int changes) {
        for (int i = 0; i < changes; ++i) {
            base::Fields fields = household("Keluarga " + std::to_string(i));
            std::string note;
            for (int k = 0; k < 900; ++k) note += static_cast<char>('a' + random.below(26));
            fields.set("note", note);
            siti.add("household", fields, "POSY-1");
        }
        work.store = open();
        work.back = open();
        work.identity = work.store->identity().value();
        work.identity.server = "http://127.0.0.1:" + std::to_string(web->port());
        work.forms = work.back_forms = forms::FormSet::builtin();
        work.outbox = client_app::outbox_now(*work.store).value();
        post.network = [] { return std::string("10.0.0.7 "); };
        families.open(work);
        courier.open(work);
        courier.when_read = [this] { post.taken_in(); };
    }
    ~Centre() {
        post.close();
        courier.close();
        families.close();
        back_room.finish();
    }
    http::Response answer(http::Request&& request) {
        const std::lock_guard lock(one_at_a_time);
        const auto encoding = protocol::parse_encoding(request.content_encoding()).value();
        const auto text =
            protocol::decompress(encoding, request.body, protocol::kUnpackedBytesMax).value();
        const auto reply = server.handle(std::string(request.bearer()), text).value();
        http::Response response;
        response.content_type = "application/x-ndjson";
        response.body = reply.text;
        before_answer();
        return response;
    }
    void until(const std::function<bool()>& done) {
        for (int i = 0; i < 3000 && !done(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            back_room.take_handovers();
        }
        REQUIRE(done());
    }
    void until_rest() {
        until([this] { return !post.state().is_running; });
    }
    // What the health centre's people do with the stick.
    void carry(const std::string& stick) {
        auto service =
            accept::Service::open(server.connection(), forms::FormSet::builtin(), clock, random);
        for (const auto& file : fs::directory_iterator(stick)) {
            const auto bytes = base::read_file(file.path().string()).value();
            const auto received =
                accept::receive_bundle(service.value(), server.connection(), bytes).value();
            REQUIRE(base::replace_file(stick + "/answer.reply.kab", received.reply).ok());
        }
    }
};

}  // namespace

TEST_CASE_FIXTURE(Centre, "all that waited is received, by the server's word, with its receipt") {
    begin(5);
    post.open(work);
    CHECK(post.state().waiting == 5);
    until_rest();
    CHECK(post.state().trouble == screens::SyncTrouble::None);
    until([this] { return post.state().waiting == 0; });
    REQUIRE(post.state().last_sending);
    CHECK(post.state().last_sending->n_from == 1);
    CHECK(post.state().last_sending->n_to == 5);
    CHECK(post.state().bytes_to_send > 0);
    CHECK(post.state().bytes_so_far == post.state().bytes_to_send);
    REQUIRE(post.state().receipts.size() == 1);
    const auto results = post.results(1, 5);
    REQUIRE(results.size() == 5);
    for (const auto& row : results) CHECK(row.kind == screens::ResultKind::Received);
}

TEST_CASE_FIXTURE(Centre, "a pause ends after the batch under way; what was received stays so") {
    begin(600);
    std::atomic<int> answers = 0;
    before_answer = [&] { ++answers; };
    post.open(work);
    post.pause();
    until_rest();
    const std::int64_t received = post.state().sent_so_far;
    CHECK(answers == 1);
    CHECK(received > 0);
    CHECK(received < 600);
    CHECK(post.state().is_paused);
    until([&] { return post.state().waiting == 600 - received; });
    post.start();
    CHECK_FALSE(post.state().is_paused);
    until_rest();
    until([this] { return post.state().waiting == 0; });
    CHECK(post.state().last_sending->n_from == received + 1);
    CHECK(post.state().last_sending->n_to == 600);
}

TEST_CASE_FIXTURE(Centre, "progress never says more than was sent") {
    begin(600);
    std::int64_t last = 0;
    post.open(work);
    until([&] {
        const screens::SyncState& now = post.state();
        CHECK(now.sent_so_far <= now.to_send);
        CHECK(now.bytes_so_far <= now.bytes_to_send);
        CHECK(now.sent_so_far >= last);
        last = now.sent_so_far;
        return !now.is_running;
    });
    CHECK(post.state().sent_so_far == 600);
}

TEST_CASE_FIXTURE(Centre, "what lies on a stick waits until its answer was read") {
    begin(3);
    const std::string stick = folder.path("stick");
    fs::create_directories(stick);
    courier.write_to(stick);
    CHECK(courier.courier_state().doing == screens::CourierState::Doing::Writing);
    until([this] { return courier.courier_state().is_written_now; });
    REQUIRE(courier.courier_state().written);
    CHECK(courier.courier_state().written->changes == 3);
    CHECK(courier.courier_state().written->awaiting == 3);
    CHECK(siti.status().waiting == 3);
    courier.read_from(stick);
    until([this] { return courier.courier_state().read.has_value(); });
    CHECK(courier.courier_state().read->trouble == screens::CarryTrouble::NoReply);
    carry(stick);
    courier.read_from(stick);
    until([this] {
        return courier.courier_state().read && courier.courier_state().read->replies == 1;
    });
    CHECK(courier.courier_state().read->confirmed == 3);
    CHECK(courier.courier_state().written->awaiting == 0);
    CHECK(siti.status().waiting == 0);
}

TEST_CASE_FIXTURE(Centre, "a stick that was pulled out is told as that, and nothing is lost") {
    begin(1);
    courier.write_to(folder.path("gone"));
    until([this] {
        return courier.courier_state().write_trouble == screens::CarryTrouble::NoSuchPlace;
    });
    CHECK_FALSE(courier.courier_state().written);
    CHECK(siti.status().waiting == 1);
}
