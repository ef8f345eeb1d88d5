// The writer's turns: shared commits, a bounded queue, a stop that finishes what was accepted.
#include "sync-server/app/serving/one_writer.h"

#include "client/sync/http_transport.h"
#include "shared/protocol/request.h"
#include "sync-server/app/serving/api.h"
#include "sync-server/http/server.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <atomic>
#include <future>
#include <latch>
#include <thread>

using namespace simulation;
using accept::Reply;
using base::Result;
using server_app::OneWriter;

namespace {

struct Centre {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random{5};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"P1"}};
    accept::Service service =
        accept::Service::open(server.connection(), forms::FormSet::builtin(), clock, random)
            .value();

    std::unique_ptr<Device> device(const std::string& name) {
        auto made = std::make_unique<Device>(folder.path(name + ".db"), server,
                                             server.add_user(name, "KADER", {"P1"}), clock, random);
        made->add("household", household(name), "P1");
        return made;
    }
    accept::Incoming request_of(Device& device) {
        const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
        const auto out = sync_client::prepare(device.store(), clock, self, 1 << 20).value();
        return {device.store().identity().value().token,
                protocol::request_text(out.hello, out.lines)};
    }
    std::int64_t rows_seen_by_others() const {
        auto reader = db::Connection::open(folder.path("centre.db"));
        return reader.value().number("SELECT count(*) FROM change").value();
    }
};

// Holds the writer up in the middle of its answers.
struct Gate {
    std::latch is_reached{1};
    std::promise<void> opened;
    OneWriter::Answered wait() {
        return [this](const Result<Reply>& reply) {
            CHECK(reply.ok());
            is_reached.count_down();
            opened.get_future().wait();
        };
    }
};

}  // namespace

TEST_CASE_FIXTURE(Centre, "pushes that came while a commit ran share the next one") {
    const auto siti = device("Siti");
    const auto dewi = device("Dewi");
    const auto rina = device("Rina");
    std::atomic<int> answered = 0;
    std::int64_t there_at_first_answer = 0;
    {
        OneWriter writer(service);
        Gate gate;
        REQUIRE(writer.sync(request_of(*siti), gate.wait()));
        gate.is_reached.wait();
        REQUIRE(writer.sync(request_of(*dewi), [&](const Result<Reply>& reply) {
            CHECK(reply.ok());
            there_at_first_answer = rows_seen_by_others();
            ++answered;
        }));
        REQUIRE(writer.sync(request_of(*rina), [&](const Result<Reply>& reply) {
            CHECK(reply.ok());
            ++answered;
        }));
        gate.opened.set_value();
    }
    CHECK(answered == 2);               // stopping finished what it took,
    CHECK(there_at_first_answer == 3);  // and when the first was answered the second was in
}

TEST_CASE_FIXTURE(Centre,
                  "a page that writes has its turn before a commit that was asked for later") {
    const auto siti = device("Siti");
    const auto dewi = device("Dewi");
    std::int64_t there_at_the_page = 0;
    std::thread page;
    const auto nothing = [](const Result<Reply>& reply) { CHECK(reply.ok()); };
    {
        OneWriter writer(service);
        const auto wait_until_in_line = [&](std::uint64_t count) {
            while (writer.turn().in_line() < count) std::this_thread::yield();
        };
        writer.turn().lock();  // another page is writing
        REQUIRE(writer.sync(request_of(*siti), nothing));
        wait_until_in_line(2);
        page = std::thread([&] {
            const std::lock_guard turn(writer.turn());
            there_at_the_page = rows_seen_by_others();
        });
        wait_until_in_line(3);
        REQUIRE(writer.sync(request_of(*dewi), nothing));
        writer.turn().unlock();
        page.join();
    }
    CHECK(there_at_the_page == 1);  // Siti came before it, Dewi after
    CHECK(rows_seen_by_others() == 2);
}

TEST_CASE_FIXTURE(Centre, "a queue that is full takes nothing, and says so at once") {
    const auto siti = device("Siti");
    const auto dewi = device("Dewi");
    const auto rina = device("Rina");
    std::atomic<int> answered = 0;
    const auto count = [&](const Result<Reply>& reply) { answered += reply.ok() ? 1 : 0; };
    server_app::WriterLimits limits;
    limits.waiting_max = 1;
    {
        OneWriter writer(service, limits);
        Gate gate;
        REQUIRE(writer.sync(request_of(*siti), gate.wait()));
        gate.is_reached.wait();
        CHECK(writer.sync(request_of(*dewi), count));
        CHECK(!writer.sync(request_of(*rina), count));
        gate.opened.set_value();
    }
    CHECK(answered == 1);
    CHECK(rows_seen_by_others() == 2);
}

TEST_CASE_FIXTURE(Centre,
                  "a laptop that met a full queue is told when to come, and succeeds then") {
    const auto siti = device("Siti");
    const auto dewi = device("Dewi");
    const auto rina = device("Rina");
    server_app::WriterLimits limits;
    limits.waiting_max = 1;
    server_app::Api api(service, folder.path("centre.db"), limits);
    http::Router router;
    api.add_to(router);
    http::Config config;
    config.plain_http = true;
    const auto http_server = http::Server::start(config, std::move(router)).value();
    // Another process holds the database: the writer stands still, one more waits behind it.
    auto other = db::Connection::open(folder.path("centre.db"));
    auto held = std::make_optional(db::Transaction::begin(other.value()).value());
    const auto sync_of = [&](Device& device) {
        sync_client::HttpSettings settings;
        settings.url = "http://127.0.0.1:" + std::to_string(http_server->port());
        settings.token = device.store().identity().value().token;
        const auto transport = sync_client::HttpTransport::open(settings).value();
        return sync_client::run_all(
            device.store(), *transport, clock,
            [](const auto&) { return std::vector<std::string>(); },
            {"0.1.0", forms::FormSet::builtin().digest()}, [](const auto&) { return true; });
    };
    // One stands with the writer, one waits, and there is no room for the third, whoever it is.
    Device* const devices[] = {&*siti, &*dewi, &*rina};
    std::vector<std::future<sync_client::Total>> rounds;
    for (Device* each : devices) {
        rounds.push_back(
            std::async(std::launch::async, [&sync_of, each] { return sync_of(*each); }));
    }
    const auto is_over = [](const auto& round) {
        return round.wait_for(std::chrono::milliseconds(10)) == std::future_status::ready;
    };
    auto refused = rounds.end();
    for (int tries = 0; tries < 300 && refused == rounds.end(); ++tries) {
        refused = std::find_if(rounds.begin(), rounds.end(), is_over);
    }
    REQUIRE(refused != rounds.end());
    held.reset();
    const sync_client::Total total = refused->get();
    Device& its_device = *devices[refused - rounds.begin()];
    REQUIRE(total.error);
    CHECK(total.error->trouble == sync_client::Trouble::ServerBusy);
    CHECK(total.error->retry_after_ms > 0);
    CHECK(its_device.status().waiting == 1);
    for (auto& each : rounds) {
        if (each.valid()) each.wait();
    }
    for (Device* each : devices) {
        CHECK(!sync_of(*each).error);
        CHECK(each->status().waiting == 0);
    }
}

TEST_CASE_FIXTURE(Centre, "that a laptop was there is noted, though nobody waited for it") {
    const auto siti = device("Siti");
    {
        OneWriter writer(service);
        writer.note({1, base::Instant{1'790'000'000'777}, 5, false, "0.9.9"});
    }
    CHECK(server.connection()
              .number("SELECT count(*) FROM device WHERE no = 1 AND app = '0.9.9' AND "
                      "last_seen_at = 1790000000777")
              .value() == 1);
}
