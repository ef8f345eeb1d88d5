// What somebody may hold who is not known here.
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
