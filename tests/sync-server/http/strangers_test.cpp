// What somebody may hold who is not known here.
#include "sync-server/http/host.h"
#include "tests/sync-server/http/loopback.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <thread>

using http::Request;
using loopback::Wire;
using namespace std::chrono_literals;

namespace {

http::Response echo(Request&& request) {
    http::Response response;
    response.body = std::move(request.body);
    return response;
}

}  // namespace

TEST_CASE("a stranger holds little: of one body, from one address, and not for long") {
    http::Config config;
    config.plain_http = true;
    config.limits.stranger_bytes_max = 1000;
    config.limits.stranger_address_bytes_max = 1500;
    config.limits.stranger_time_max = 200ms;
    config.is_known = [](const Request& head) { return head.bearer() == "ours"; };
    const auto server = http::Server::start(config, echo).value();
    const std::string part(800, 'x');
    const auto begun = [&](std::size_t length, const char* token) {
        auto wire = std::make_unique<Wire>(server->port());
        wire->send(
            "POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(length) +
            "\r\nAuthorization: Bearer " + token + "\r\n\r\n" + part);
        return wire;
    };
    const auto large = begun(1600, "theirs");
    large->send(part);
    CHECK(large->read_until("\r\n").find(" 413 ") != std::string::npos);
    const auto known = begun(1600, "ours");
    known->send(part);
    CHECK(known->read_until("\r\n").find(" 200 ") != std::string::npos);
    // Two who are not done yet are too much for one address; who is known is not counted.
    const auto first = begun(1000, "one");
    std::this_thread::sleep_for(50ms);
    const auto ours = begun(1000, "ours");
    const auto second = begun(1000, "another");
    CHECK(second->read_until("\r\n").find(" 503 ") != std::string::npos);
    std::this_thread::sleep_for(250ms);
    first->send("late");
    CHECK(first->read_until("\r\n").find(" 503 ") != std::string::npos);
    ours->send(std::string(200, 'x'));
    CHECK(ours->read_until("\r\n").find(" 200 ") != std::string::npos);
}

TEST_CASE("one address has so many connections and no more, and who ends one makes room") {
    http::Limits limits;
    limits.address_connections_max = 2;
    const auto server = loopback::start_plain(echo, limits);
    const std::string ask = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n1";
    Wire first(server->port());
    first.send(ask);
    CHECK(first.read_until("\r\n\r\n1").starts_with("HTTP/1.1 200"));
    {
        Wire second(server->port());
        second.send(ask);
        CHECK(second.read_until("\r\n\r\n1").starts_with("HTTP/1.1 200"));
        Wire third(server->port());
        CHECK(third.has_ended());
    }
    bool is_served = false;
    for (int i = 0; i < 50 && !is_served; ++i) {
        std::this_thread::sleep_for(20ms);
        Wire later(server->port());
        later.send(ask);
        is_served = later.read_until("\r\n\r\n1").starts_with("HTTP/1.1 200");
    }
    CHECK(is_served);
}

TEST_CASE("whoever owns a network of IPv6 is one host in it, not 2^64") {
    using http::host_of;
    CHECK(host_of("192.168.1.7") == "192.168.1.7");
    CHECK(host_of("::ffff:192.168.1.7") == "192.168.1.7");
    CHECK(host_of("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
    CHECK(host_of("2001:db8:1:2::9") == host_of("2001:db8:1:2:ffff::"));
    CHECK(host_of("2001:db8:1:3::9") != host_of("2001:db8:1:2::9"));
    CHECK(host_of("fe80::1%eth0") != host_of("fe80::2%eth0"));
    CHECK(host_of("no address") == "no address");
}
