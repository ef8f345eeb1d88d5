#include "shared/protocol/encoding.h"
#include "sync-server/http/problems.h"
#include "tests/sync-server/http/loopback.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <vector>

namespace {

using http::Request;
using http::Response;
using loopback::Wire;
using protocol::Encoding;
using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

Response saying(std::string body) {
    Response response;
    response.body = std::move(body);
    return response;
}

Response echo(Request&& request) {
    Response response;
    response.content_type = std::string(request.content_type());
    response.encoding = protocol::parse_encoding(request.content_encoding()).value();
    response.body = std::move(request.body);
    return response;
}

// What a sync handler does: unpack within bounds, then answer.
Response unpacked_size(Request&& request) {
    const auto encoding = protocol::parse_encoding(request.content_encoding());
    if (!encoding) return to_response(http::Problem::UnsupportedEncoding);
    const auto text = protocol::decompress(*encoding, request.body, 1 << 20);
    if (text.ok()) return saying(std::to_string(text.value().size()));
    return to_response(text.error().code == base::ErrorCode::Refused
                           ? http::Problem::BodyTooLarge
                           : http::Problem::MalformedRequest);
}

std::string post_head(std::size_t length) {
    return "POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(length) +
           "\r\n\r\n";
}

}  // namespace

TEST_CASE("a handler sees the request as it was sent") {
    Request seen;
    const auto server = loopback::start_plain([&seen](Request&& request) {
        seen = std::move(request);
        return saying("yes");
    });
    Wire wire(server->port());
    wire.send(
        "POST /v1/sync?a=1&b=2 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer abc\r\n"
        "Content-Type: application/x-ndjson\r\nContent-Encoding: zstd\r\n"
        "ACCEPT-ENCODING: gzip\r\nCookie: session=7\r\nContent-Length: 5\r\n\r\nhello");
    CHECK(wire.read_until("yes") == "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes");
    CHECK(seen.method == "POST");
    CHECK(seen.path == "/v1/sync");
    CHECK(seen.query == "a=1&b=2");
    CHECK(seen.bearer() == "abc");
    CHECK(seen.content_type() == "application/x-ndjson");
    CHECK(seen.content_encoding() == "zstd");
    CHECK(seen.accept_encoding() == "gzip");
    CHECK(seen.cookie("session") == "7");
    CHECK(seen.body == "hello");
    CHECK(seen.remote_address == "127.0.0.1");
}

TEST_CASE("requests in a row, pipelined, chunked and byte by byte are all answered") {
    const auto server = loopback::start_plain(echo);
    Wire wire(server->port());
    const std::string first = post_head(5) + "first";
    const std::string second =
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nsec\r\n3\r\nond\r\n"
        "0\r\n\r\n";
    wire.send(first + second);
    CHECK(wire.read_until("first").ends_with("\r\n\r\nfirst"));
    CHECK(wire.read_until("second").ends_with("\r\n\r\nsecond"));
    for (const char byte : first) wire.send({&byte, 1});
    CHECK(wire.read_until("first").ends_with("\r\n\r\nfirst"));
}

TEST_CASE("a packet that ends behind the last chunk's 0 stops no server") {
    const auto server = loopback::start_plain(echo);
    Wire wire(server->port());
    const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    wire.send(head + "0\r\n");
    Wire other(server->port());
    other.send(post_head(5) + "other");
    CHECK(other.read_until("other").ends_with("\r\n\r\nother"));
    wire.send("\r\n");
    CHECK(wire.read_until("\r\n\r\n").starts_with("HTTP/1.1 200"));
    for (const char byte : head + "0\r\n\r\n") wire.send({&byte, 1});
    CHECK(wire.read_until("\r\n\r\n").starts_with("HTTP/1.1 200"));
}

TEST_CASE("HEAD has the head of GET and no body") {
    const auto server = loopback::start_plain([](Request&&) { return saying("12345"); });
    Wire wire(server->port());
    wire.send("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    CHECK(wire.read_all() == "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n");
}

TEST_CASE("Expect: 100-continue is answered before the body comes") {
    const auto server = loopback::start_plain(echo);
    Wire wire(server->port());
    wire.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    CHECK(wire.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    wire.send("ok");
    CHECK(wire.read_until("ok").ends_with("\r\n\r\nok"));
}

TEST_CASE("somebody at a browser who sends too much reads so, in a page without script") {
    http::Limits limits;
    limits.body_bytes_max = 10;
    const auto server = loopback::start_plain(echo, limits);
    Wire wire(server->port());
    wire.send(
        "POST /forms/check HTTP/1.1\r\nHost: x\r\nAccept: text/html,*/*\r\n"
        "Content-Length: 1000000\r\n\r\n");
    const std::string answer = wire.read_until("</html>");
    CHECK(answer.starts_with("HTTP/1.1 413 "));
    CHECK(answer.find("terlalu besar") != std::string::npos);
}

TEST_CASE("a body over the limit is answered 413, whether announced or chunked") {
    http::Limits limits;
    limits.body_bytes_max = 100'000;
    const auto server = loopback::start_plain(echo, limits);
    const auto device = loopback::device_of(*server);
    CHECK(device->post("/", std::string(100'000, 'x'), Encoding::Identity).value().status == 200);
    for (const std::size_t size : {100'001U, 5'000'000U}) {
        const auto reply = device->post("/", std::string(size, 'x'), Encoding::Identity);
        REQUIRE(reply.ok());
        CHECK(reply.value().status == 413);
        CHECK(reply.value().body.find("\"body_too_large\"") != std::string::npos);
    }
    Wire wire(server->port());
    wire.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n30d40\r\n" +
              std::string(200'000, 'x') + "\r\n0\r\n\r\n");
    CHECK(wire.read_until("}}").starts_with("HTTP/1.1 413 "));
}

TEST_CASE("a decompression bomb is refused by its handler and the server lives on") {
    const auto server = loopback::start_plain(unpacked_size);
    const auto device = loopback::device_of(*server);
    for (const Encoding encoding : {Encoding::Gzip, Encoding::Zstd}) {
        const std::string bomb =
            protocol::compress(encoding, std::string(50 << 20, '\0'), 5).value();
        CHECK(device->post("/", bomb, encoding).value().status == 413);
        CHECK(device->post("/", bomb.substr(0, 20), encoding).value().status == 400);
        const std::string good = protocol::compress(encoding, std::string(1000, 'x'), 5).value();
        CHECK(device->post("/", good, encoding).value().body == "1000");
    }
}

TEST_CASE("garbage is answered 400 or dropped, and the next request is served") {
    const auto server = loopback::start_plain(echo);
    const std::vector<std::string> garbage = {
        "\x16\x03\x01\x02",
        std::string(3000, '\0'),
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;" + std::string(100'000, 'e'),
        "GET / HTTP/1.1\r\nA\x01: b\r\n\r\n",
    };
    for (const std::string& bytes : garbage) {
        CAPTURE(bytes.substr(0, 60));
        Wire wire(server->port());
        wire.send(bytes);
        wire.end_sending();
        const std::string answer = wire.read_all();
        CHECK((answer.empty() || answer.starts_with("HTTP/1.1 4")));
        CHECK(loopback::device_of(*server)->get("/").value().status == 200);
    }
}

TEST_CASE("a head over the limit is answered 431") {
    const auto server = loopback::start_plain(echo);
    Wire wire(server->port());
    wire.send("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(9000, 'x') + "\r\n\r\n");
    CHECK(wire.read_until("}}").starts_with("HTTP/1.1 431 "));
}

TEST_CASE("a request cut short reaches no handler") {
    std::atomic<int> handled = 0;
    const auto server = loopback::start_plain([&handled](Request&& request) {
        ++handled;
        return echo(std::move(request));
    });
    for (const std::string& part : {post_head(10) + "12345", post_head(10).substr(0, 30)}) {
        Wire wire(server->port());
        wire.send(part);
        wire.end_sending();
        CHECK(wire.read_all() == "");
    }
    CHECK(handled == 0);
}

TEST_CASE("who is too slow with the head, the body or the next request is dropped") {
    http::Limits limits;
    limits.head_time_max = 200ms;
    limits.stall_time_max = 200ms;
    limits.idle_time_max = 200ms;
    const auto server = loopback::start_plain(echo, limits);
    const auto start = SteadyClock::now();
    for (const std::string& part : {std::string(), std::string("POST / HT"), post_head(10) + "1"}) {
        Wire wire(server->port());
        wire.send(part);
        CHECK(wire.has_ended());
    }
    CHECK(SteadyClock::now() - start < 5s);
}

TEST_CASE("a body that keeps coming is waited for, however slow as a whole") {
    http::Limits limits;
    limits.head_time_max = 300ms;
    limits.stall_time_max = 300ms;
    limits.idle_time_max = 300ms;
    const auto server = loopback::start_plain(echo, limits);
    Wire wire(server->port());
    wire.send(post_head(10));
    for (int i = 0; i < 10; ++i) {
        std::this_thread::sleep_for(100ms);
        wire.send("x");
    }
    CHECK(wire.read_until("xxxxxxxxxx").starts_with("HTTP/1.1 200 "));
}

TEST_CASE("300 slow uploads hold up no fast request") {
    const auto server = loopback::start_plain(echo);
    std::vector<std::unique_ptr<Wire>> slow;
    for (int i = 0; i < 300; ++i) {
        slow.push_back(std::make_unique<Wire>(server->port()));
        slow.back()->send(post_head(8'000'000) + "beginning");
    }
    const auto device = loopback::device_of(*server);
    const auto start = SteadyClock::now();
    for (int i = 0; i < 200; ++i) CHECK(device->get("/").value().status == 200);
    CHECK(SteadyClock::now() - start < 5s);
}

TEST_CASE("200 requests at once are all answered, each with its own") {
    const auto server = loopback::start_plain(echo);
    std::vector<std::future<bool>> answers;
    for (int i = 0; i < 200; ++i) {
        answers.push_back(std::async(std::launch::async, [&server, i] {
            const std::string body =
                std::string(static_cast<std::size_t>(i) * 500, 'x') + std::to_string(i);
            const auto reply = loopback::device_of(*server)->post("/", body, Encoding::Identity);
            return reply.ok() && reply.value().body == body;
        }));
    }
    int right = 0;
    for (auto& each : answers) right += each.get() ? 1 : 0;
    CHECK(right == 200);
}

TEST_CASE("too many waiting requests or held bodies are answered 503 with Retry-After") {
    http::Limits limits;
    limits.held_bytes_max = 10'000;
    const auto server = loopback::start_plain(echo, limits);
    Wire wire(server->port());
    wire.send(post_head(20'000) + std::string(20'000, 'x'));
    const std::string answer = wire.read_until("}}");
    CHECK(answer.starts_with("HTTP/1.1 503 "));
    CHECK(answer.find("\r\nRetry-After: 10\r\n") != std::string::npos);
    CHECK(loopback::device_of(*server)->post("/", "small", Encoding::Identity).value().status ==
          200);

    limits.waiting_max = 0;
    const auto full = loopback::start_plain(echo, limits);
    CHECK(loopback::device_of(*full)->get("/").value().status == 503);
}

TEST_CASE("connections over the limit are closed; one that ends makes room") {
    http::Limits limits;
    limits.connections_max = 2;
    const auto server = loopback::start_plain(echo, limits);
    Wire first(server->port());
    first.send(post_head(1) + "1");
    CHECK(first.read_until("\r\n\r\n1").starts_with("HTTP/1.1 200"));
    {
        Wire second(server->port());
        second.send(post_head(1) + "2");
        CHECK(second.read_until("\r\n\r\n2").starts_with("HTTP/1.1 200"));
        Wire third(server->port());
        CHECK(third.has_ended());
    }
    bool is_served = false;
    for (int i = 0; i < 50 && !is_served; ++i) {
        std::this_thread::sleep_for(20ms);
        is_served = loopback::device_of(*server)->get("/").ok();
    }
    CHECK(is_served);
}

TEST_CASE("a handler that throws or breaks a header is answered 500, and the next is served") {
    const auto server = loopback::start_plain([](Request&& request) -> Response {
        if (request.path == "/throw") throw std::string("Siti");
        Response response = saying("fine");
        if (request.path == "/split") response.headers.push_back({"Location", "/a\r\nX: y"});
        return response;
    });
    const auto device = loopback::device_of(*server);
    for (const char* path : {"/throw", "/split"}) {
        const auto reply = device->get(path);
        REQUIRE(reply.ok());
        CHECK(reply.value().status == 500);
        CHECK(reply.value().body.find("Siti") == std::string::npos);
        CHECK(device->get("/").value().body == "fine");
    }
}

TEST_CASE("stopping finishes what was accepted, a request half sent too, and drops who idles") {
    std::promise<void> entered;
    auto server = loopback::start_plain([&entered](Request&& request) {
        if (request.body == "slow") {
            entered.set_value();
            std::this_thread::sleep_for(500ms);
        }
        return saying("done");
    });
    Wire idle(server->port());
    idle.send(post_head(0));
    CHECK(idle.read_until("done").ends_with("done"));
    Wire half(server->port());
    half.send(post_head(10) + "12345");
    Wire busy(server->port());
    busy.send(post_head(4) + "slow");
    entered.get_future().wait();

    const std::uint16_t port = server->port();
    auto stopped = std::async(std::launch::async, [&server] { server->stop(); });
    CHECK(idle.has_ended());
    half.send("67890");
    for (Wire* each : {&half, &busy}) {
        const std::string answer = each->read_until("done");
        CHECK(answer.ends_with("\r\nConnection: close\r\n\r\ndone"));
        each->end_sending();
    }
    stopped.get();
    CHECK_FALSE(Wire(port).is_open());
    server->stop();  // again: harmless
}

TEST_CASE("stopping does not wait for ever for an upload that stalls") {
    http::Limits limits;
    limits.stop_time_max = 200ms;
    const auto server = loopback::start_plain(echo, limits);
    Wire stalled(server->port());
    stalled.send(post_head(10) + "1");
    CHECK(loopback::device_of(*server)->get("/").ok());  // by then the other has been read
    const auto start = SteadyClock::now();
    server->stop();
    CHECK(SteadyClock::now() - start < 5s);
    CHECK(stalled.has_ended());
}

TEST_CASE("without TLS only a loopback address is listened on, and errors name what is wrong") {
    http::Config config;
    config.plain_http = true;
    for (const char* address : {"0.0.0.0", "192.168.1.10", "::", "localhost", ""}) {
        CAPTURE(address);
        config.address = address;
        const auto server = http::Server::start(config, echo);
        REQUIRE_FALSE(server.ok());
        CHECK(server.error().code == base::ErrorCode::Usage);
    }
    const auto first = loopback::start_plain(echo);
    config.address = "127.0.0.1";
    config.port = first->port();
    const auto second = http::Server::start(config, echo);
    REQUIRE_FALSE(second.ok());
    CHECK(second.error().message.starts_with("cannot listen on 127.0.0.1 port "));
}

TEST_CASE("a certificate without its own key is refused") {
    http::Config config;
    CHECK_FALSE(http::Server::start(config, echo).ok());
    config.certificate_pem = http::make_tls_identity("A").value().certificate_pem;
    config.key_pem = http::make_tls_identity("B").value().key_pem;
    const auto server = http::Server::start(config, echo);
    REQUIRE_FALSE(server.ok());
    CHECK(server.error().code == base::ErrorCode::Malformed);
}
