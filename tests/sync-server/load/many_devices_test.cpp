// Many laptops at once against the real listener, writer and readers, over loopback. What it proves
// by itself is little beside what ThreadSanitizer sees in it (preset "tsan").
#include "client/sync/http_transport.h"
#include "sync-server/app/serving/api.h"
#include "sync-server/http/server.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>
#include <atomic>
#include <thread>

using namespace simulation;

namespace {

constexpr int kDevices = 8;
constexpr int kRecordsEach = 30;
constexpr int kRoundsAtOnce = 3;

struct Village {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random{5};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"P1", "P2"}};
    std::vector<std::unique_ptr<Device>> devices;

    Village() {
        for (int i = 0; i < kDevices; ++i) {
            const std::string name = "Bu " + std::to_string(i);
            const std::string unit = i % 2 == 0 ? "P1" : "P2";
            devices.push_back(std::make_unique<Device>(folder.path(name + ".db"), server,
                                                       server.add_user(name, "KADER", {unit}),
                                                       clock, random));
            for (int k = 0; k < kRecordsEach; ++k) {
                devices.back()->add("household", household(name), unit);
            }
        }
    }
    std::int64_t count(const char* sql) { return server.connection().number(sql).value(); }
};

// The server of one life; going away stops it as SIGTERM does.
struct Serving {
    explicit Serving(Village& village)
        : random(9),
          service(accept::Service::open(village.server.connection(), forms::FormSet::builtin(),
                                        village.clock, random)
                      .value()),
          api(service, village.folder.path("centre.db")) {
        http::Router router;
        api.add_to(router);
        http::Config config;
        config.plain_http = true;
        listener = http::Server::start(config, std::move(router)).value();
    }
    base::SeededRandom random;
    accept::Service service;
    server_app::Api api;
    std::unique_ptr<http::Server> listener;
};

sync_client::Total sync_over(std::uint16_t port, Device& device, const base::Clock& clock) {
    sync_client::HttpSettings settings;
    settings.url = "http://127.0.0.1:" + std::to_string(port);
    settings.token = device.store().identity().value().token;
    const auto transport = sync_client::HttpTransport::open(settings).value();
    const auto nobody = [](const records::Record&) { return std::vector<std::string>(); };
    const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
    // Small batches: many rounds, many commits.
    static_cast<void>(device.store().set_meta("batch_bytes", "4096"));
    return sync_client::run_all(device.store(), *transport, clock, nobody, self,
                                [](const sync_client::Total&) { return true; });
}

template <typename Work>
void each_at_once(Village& village, Work work) {
    std::vector<std::thread> threads;
    for (auto& device : village.devices) threads.emplace_back([&work, &device] { work(*device); });
    for (std::thread& each : threads) each.join();
}

}  // namespace

TEST_CASE("many laptops that sync at once all agree with the server, and nothing is there twice") {
    Village village;
    {
        const Serving serving(village);
        std::atomic<int> failures = 0;
        each_at_once(village, [&](Device& device) {
            for (int round = 0; round < kRoundsAtOnce; ++round) {
                const auto total = sync_over(serving.listener->port(), device, village.clock);
                if (total.error) ++failures;
            }
        });
        CHECK(failures == 0);
        // All have sent: once more each, for what the last had not seen.
        each_at_once(village, [&](Device& device) {
            if (!sync_over(serving.listener->port(), device, village.clock).agreed) ++failures;
        });
        CHECK(failures == 0);
    }
    CHECK(village.count("SELECT count(*) FROM record") == kDevices * kRecordsEach);
    CHECK(village.count("SELECT count(*) FROM change") == kDevices * kRecordsEach);
    CHECK(village.count("SELECT count(*) FROM device WHERE last_seen_at IS NULL AND no IN "
                        "(SELECT device FROM change)") == 0);
}

TEST_CASE(
    "a server that is stopped under load keeps what it acknowledged, and the rest comes later") {
    Village village;
    {
        auto serving = std::make_unique<Serving>(village);
        const std::uint16_t port = serving->listener->port();
        std::vector<std::thread> laptops;
        for (auto& device : village.devices) {
            laptops.emplace_back(
                [&village, &device, port] { sync_over(port, *device, village.clock); });
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        serving->listener->stop();
        for (std::thread& each : laptops) each.join();
        serving.reset();
    }
    std::int64_t acknowledged = 0;
    for (auto& device : village.devices) {
        acknowledged += device->store().progress().value().acknowledged;
    }
    // An answer may be lost on its way; never what was answered.
    CHECK(village.count("SELECT count(*) FROM change") >= acknowledged);
    const Serving again(village);
    for (auto& device : village.devices) {
        CHECK(!sync_over(again.listener->port(), *device, village.clock).error);
        CHECK(device->status().waiting == 0);
    }
}
