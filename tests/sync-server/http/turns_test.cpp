// One request of a device at a time, and the others do not notice.
#include "sync-server/http/problems.h"
#include "tests/sync-server/http/loopback.h"

#include <doctest/doctest.h>
#include <future>
#include <latch>
#include <thread>
#include <vector>

using http::Request;
using http::Response;
using loopback::Wire;

namespace {

std::string head_of_device(const std::string& name, std::size_t length) {
    return "POST /v1/sync HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + name +
           "\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
}

Response said(std::string body) {
    Response response;
    response.body = std::move(body);
    return response;
}

}  // namespace

TEST_CASE("while a device's request is worked on its next is told to come again, and other's not") {
    std::latch is_begun(1);
    std::promise<void> go_on;
    const auto server = loopback::start_plain([&](Request&& request) {
        if (request.body == "long") {
            is_begun.count_down();
            go_on.get_future().wait();
        }
        return said("done:" + request.body);
    });
    Wire first(server->port());
    first.send(head_of_device("siti", 4) + "long");
    is_begun.wait();
    Wire second(server->port());
    second.send(head_of_device("siti", 5) + "again");
    const std::string refused = second.read_all();
    CHECK(refused.starts_with("HTTP/1.1 429"));
    CHECK(refused.find("Retry-After: ") != std::string::npos);
    Wire other(server->port());
    other.send(head_of_device("dewi", 5) + "short");
    CHECK(other.read_until("done:short").ends_with("done:short"));
    go_on.set_value();
    CHECK(first.read_until("done:long").ends_with("done:long"));
    Wire later(server->port());
    later.send(head_of_device("siti", 5) + "later");
    CHECK(later.read_until("done:later").ends_with("done:later"));
}

TEST_CASE("a laptop whose line broke in mid-upload is served at once: the dead line gives way") {
    const auto server =
        loopback::start_plain([](Request&& request) { return said("done:" + request.body); });
    Wire broken(server->port());
    broken.send(head_of_device("siti", 100) + "half");
    Wire again(server->port());
    again.send(head_of_device("siti", 5));
    CHECK(broken.has_ended());
    again.send("whole");
    CHECK(again.read_until("done:whole").ends_with("done:whole"));
}

TEST_CASE("a device that floods the workers' queue leaves room for another") {
    http::Limits limits;
    limits.waiting_max = 3;
    std::promise<void> go_on;
    const auto may_go_on = go_on.get_future().share();
    const auto server = loopback::start_plain(
        [&](Request&& request) {
            if (request.body == "flood") may_go_on.wait();
            return said("done:" + request.body);
        },
        limits);
    std::vector<std::unique_ptr<Wire>> flood;
    for (int i = 0; i < 50; ++i) {
        flood.push_back(std::make_unique<Wire>(server->port()));
        flood.back()->send(head_of_device("flood", 5) + "flood");
    }
    std::size_t refused = 0;
    while (refused < flood.size() - 1) {  // all but the one that is being worked on
        if (flood[refused + 1]->read_all().starts_with("HTTP/1.1 429")) ++refused;
    }
    Wire other(server->port());
    other.send(head_of_device("siti", 2) + "me");
    CHECK(other.read_until("done:me").ends_with("done:me"));
    go_on.set_value();
}

TEST_CASE("a response that comes later keeps no worker busy") {
    std::mutex mutex;
    std::vector<std::function<void(http::Finish)>> waiting;
    const auto server = loopback::start_plain([&](Request&& request) {
        if (request.body == "now") return said("now");
        return http::respond_later([&](std::function<void(http::Finish)> ready) {
            const std::lock_guard lock(mutex);
            waiting.push_back(std::move(ready));
        });
    });
    constexpr std::size_t kMoreThanWorkers = 20;
    std::vector<std::unique_ptr<Wire>> wires;
    for (std::size_t i = 0; i < kMoreThanWorkers; ++i) {
        wires.push_back(std::make_unique<Wire>(server->port()));
        wires.back()->send(head_of_device("d" + std::to_string(i), 5) + "later");
    }
    Wire other(server->port());
    other.send(head_of_device("siti", 3) + "now");
    CHECK(other.read_until("\r\n\r\nnow").ends_with("now"));
    for (std::size_t answered = 0; answered < kMoreThanWorkers;) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        std::vector<std::function<void(http::Finish)>> ready;
        {
            const std::lock_guard lock(mutex);
            ready.swap(waiting);
        }
        for (auto& each : ready) each([] { return said("later"); });
        answered += ready.size();
    }
    for (auto& wire : wires) CHECK(wire->read_until("\r\n\r\nlater").ends_with("later"));
}
