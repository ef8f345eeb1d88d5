#include "client/sync/http_transport.h"
#include "shared/protocol/encoding.h"
#include "tests/proxy/proxy.h"
#include "tests/sync-server/http/loopback.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <vector>

namespace {

using base::ErrorCode;
using http::Request;
using http::Response;
using protocol::Encoding;
using sync_client::HttpSettings;
using sync_client::HttpTransport;
using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr const char* kToken = "token-of-43-characters-0123456789abcdefghij";

Response echo(Request&& request) {
    Response response;
    response.content_type = "application/x-ndjson";
    response.encoding = protocol::parse_encoding(request.content_encoding()).value();
    response.body = std::move(request.body);
    return response;
}

HttpSettings settings_for(const std::string& url, const std::string& pin = "") {
    HttpSettings settings;
    settings.url = url;
    settings.pin = pin;
    settings.token = kToken;
    return settings;
}

std::unique_ptr<HttpTransport> transport_to(const std::string& url, const std::string& pin = "") {
    return HttpTransport::open(settings_for(url, pin)).value();
}

// Answers the first connection with whatever it was given, and then listens no more.
class Impostor {
public:
    explicit Impostor(std::string answer) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        ::listen(socket_, 1);
        socklen_t size = sizeof address;
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
        url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
        thread_ = std::thread([this, text = std::move(answer)] { serve(text); });
    }
    Impostor(const Impostor&) = delete;
    Impostor& operator=(const Impostor&) = delete;
    ~Impostor() {
        thread_.join();
        ::close(socket_);
    }
    const std::string& url() const { return url_; }

private:
    void serve(const std::string& answer) const {
        const int connection = ::accept(socket_, nullptr, nullptr);
        char request[4096];
        static_cast<void>(::recv(connection, request, sizeof request, 0));
        ::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
        ::close(connection);
    }

    int socket_;
    std::string url_;
    std::thread thread_;
};

}  // namespace

TEST_CASE("a body goes there and comes back, with its encoding, plain and over TLS") {
    const auto identity = http::make_tls_identity("Sukamaju").value();
    const auto plain = loopback::start_plain(echo);
    const auto tls = loopback::start_tls(identity, echo);
    const std::string pin = http::pin_of(identity.certificate_pem).value();
    std::vector<std::unique_ptr<HttpTransport>> ways;
    ways.push_back(transport_to(loopback::url_of(*plain, "http")));
    ways.push_back(transport_to(loopback::url_of(*tls, "https"), pin));
    for (const auto& transport : ways) {
        for (const std::size_t size : {0U, 1U, 20'000U, 5'000'000U}) {
            const std::string body(size, 'x');
            const auto reply = transport->post("/v1/sync", body, Encoding::Zstd);
            REQUIRE(reply.ok());
            CHECK(reply.value().status == 200);
            CHECK(reply.value().content_type == "application/x-ndjson");
            CHECK(reply.value().encoding == Encoding::Zstd);
            CHECK(reply.value().body == body);
            CHECK(reply.value().bytes_sent > static_cast<std::int64_t>(size));
            CHECK(reply.value().bytes_sent < static_cast<std::int64_t>(size + 300));
            CHECK(reply.value().bytes_received < static_cast<std::int64_t>(size + 300));
        }
    }
}

TEST_CASE("the heads of a round stay small, and nothing is sent that nobody needs") {
    Request seen;
    const auto server = loopback::start_plain([&seen](Request&& request) {
        seen = request;
        return echo(std::move(request));
    });
    const auto transport = transport_to(loopback::url_of(*server, "http"));
    const std::string body(100, 'x');
    const auto reply = transport->post("/v1/sync", body, Encoding::Zstd).value();
    CHECK(reply.bytes_sent + reply.bytes_received - 2 * 100 < 360);
    CHECK(seen.bearer() == kToken);
    CHECK(seen.accept_encoding() == "k1, zstd, gzip");
    CHECK(seen.content_encoding() == "zstd");
    CHECK(seen.headers.size() == 5);
    CHECK(seen.header("user-agent").empty());
    CHECK(seen.header("accept").empty());
    const auto short_reply = transport->post("/v1/sync", body, Encoding::K1).value();
    CHECK(seen.accept_encoding().empty());
    CHECK(short_reply.bytes_sent + short_reply.bytes_received - 2 * 100 < 260);
}

TEST_CASE("a later connection to the same server resumes the TLS session, pinned as before") {
    const auto identity = http::make_tls_identity("Sukamaju").value();
    const auto server = loopback::start_tls(identity, echo);
    const proxy::Proxy way(server->port());
    const std::string url = "https://127.0.0.1:" + std::to_string(way.port());
    const std::string pin = http::pin_of(identity.certificate_pem).value();
    const auto all_bytes = [&] {  // the way may still count when the answer is here
        for (std::size_t before = way.bytes_down();;) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            const std::size_t now = way.bytes_down();
            if (now == before) return now;
            before = now;
        }
    };
    const auto bytes_for_one = [&] {
        const std::size_t before = all_bytes();
        REQUIRE(transport_to(url, pin)->post("/v1/sync", "x", Encoding::Identity).ok());
        return all_bytes() - before;
    };
    const std::size_t first = bytes_for_one();
    const std::size_t second = bytes_for_one();
    CHECK(way.connections() == 2);
    CHECK(second + 400 < first);  // no certificate, no signature
    const auto another = http::make_tls_identity("Sukamaju").value();
    const auto other = transport_to(url, http::pin_of(another.certificate_pem).value());
    const auto refused = other->post("/v1/sync", "x", Encoding::Identity);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Refused);
}

TEST_CASE("one connection serves all requests of a transport") {
    http::Limits limits;
    limits.connections_max = 1;
    const auto server = loopback::start_plain(echo, limits);
    const auto transport = transport_to(loopback::url_of(*server, "http"));
    for (int i = 0; i < 20; ++i) {
        CHECK(transport->post("/", "x", Encoding::Identity).value().status == 200);
        CHECK(transport->get("/").value().status == 200);
    }
}

TEST_CASE("a connection that the server let go is made anew without anyone noticing") {
    http::Limits limits;
    limits.idle_time_max = 50ms;
    const auto server = loopback::start_plain(echo, limits);
    const auto transport = transport_to(loopback::url_of(*server, "http"));
    for (int i = 0; i < 3; ++i) {
        CHECK(transport->post("/", "x", Encoding::Identity).ok());
        std::this_thread::sleep_for(150ms);
    }
}

TEST_CASE("a server with another key is refused before the token is sent") {
    const auto identity = http::make_tls_identity("Sukamaju").value();
    const auto other = http::make_tls_identity("Sukamaju").value();
    std::atomic<int> handled = 0;
    const auto server = loopback::start_tls(identity, [&handled](Request&& request) {
        ++handled;
        return echo(std::move(request));
    });
    const std::string url = loopback::url_of(*server, "https");
    const auto reply =
        transport_to(url, http::pin_of(other.certificate_pem).value())->get("/v1/sync");
    REQUIRE_FALSE(reply.ok());
    CHECK(reply.error().code == ErrorCode::Refused);
    CHECK(reply.error().message == "the server is not the one that the enrolment code names");
    CHECK(handled == 0);
}

TEST_CASE("without a pin a certificate that nobody vouches for is refused") {
    const auto server = loopback::start_tls(http::make_tls_identity("A").value(), echo);
    const auto reply = transport_to(loopback::url_of(*server, "https"))->get("/");
    REQUIRE_FALSE(reply.ok());
    CHECK(reply.error().code == ErrorCode::Refused);
}

TEST_CASE("the pin that a server offers is that of its certificate") {
    const auto identity = http::make_tls_identity("Sukamaju").value();
    const auto server = loopback::start_tls(identity, echo);
    const auto pin = sync_client::pin_offered_by(loopback::url_of(*server, "https"));
    REQUIRE(pin.ok());
    CHECK(pin.value() == http::pin_of(identity.certificate_pem).value());
    const auto plain = loopback::start_plain(echo);
    CHECK_FALSE(sync_client::pin_offered_by(loopback::url_of(*plain, "http")).ok());
    const auto not_tls = sync_client::pin_offered_by(loopback::url_of(*plain, "https"));
    REQUIRE_FALSE(not_tls.ok());
    CHECK(not_tls.error().code == ErrorCode::Network);
}

TEST_CASE("an address that is not https, or a pin that is none, is refused at once") {
    for (const char* url : {"http://192.168.1.10:8443", "http://example.org", "ftp://127.0.0.1",
                            "file:///etc/passwd", "", "http://127.0.0.1.example.org"}) {
        CAPTURE(url);
        const auto transport = HttpTransport::open(settings_for(url));
        REQUIRE_FALSE(transport.ok());
        CHECK(transport.error().code == ErrorCode::Usage);
    }
    CHECK_FALSE(HttpTransport::open(settings_for("https://127.0.0.1", "/etc/passwd")).ok());
    CHECK(HttpTransport::open(settings_for("http://[::1]:8080")).ok());
}

TEST_CASE("no server, a server that cuts, and one that is not ours are told apart") {
    const auto message_of = [](const std::string& url) {
        const auto reply = transport_to(url)->get("/");
        REQUIRE_FALSE(reply.ok());
        CHECK(reply.error().code == ErrorCode::Network);
        return reply.error().message;
    };
    CHECK(message_of("http://127.0.0.1:1") == "no connection to the server");
    CHECK(message_of(Impostor("").url()) == "the connection to the server was cut");
    const std::string half = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345";
    CHECK(message_of(Impostor(half).url()) == "the connection to the server was cut");
    CHECK(message_of(Impostor("SSH-2.0-OpenSSH\r\n").url()) == "what answered is not our server");
    const std::string strange =
        "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx";
    CHECK(message_of(Impostor(strange).url()) == "what answered is not our server");
}

TEST_CASE("an answer of more than 64 MiB is not read to its end") {
    const auto server = loopback::start_plain([](Request&& request) {
        Response response;
        response.body.assign(request.path == "/small" ? 1U << 20U : 65U << 20U, 'x');
        return response;
    });
    const auto transport = transport_to(loopback::url_of(*server, "http"));
    const auto reply = transport->get("/large");
    REQUIRE_FALSE(reply.ok());
    CHECK(reply.error().code == ErrorCode::Network);
    CHECK(transport->get("/small").value().body.size() == 1U << 20U);
}

TEST_CASE("a server that stalls is given up, and so is a request that its user stops") {
    std::promise<void> finish;
    const auto finished = finish.get_future().share();
    const auto server = loopback::start_plain([finished](Request&& request) {
        finished.wait_for(20s);
        return echo(std::move(request));
    });
    HttpSettings settings = settings_for(loopback::url_of(*server, "http"));
    settings.stall_time_max = 1s;
    const auto start = SteadyClock::now();
    const auto late = HttpTransport::open(settings).value()->get("/");
    REQUIRE_FALSE(late.ok());
    CHECK(late.error().message == "the connection timed out");

    std::atomic<bool> is_cancelled = true;
    const auto transport = HttpTransport::open(settings, &is_cancelled).value();
    const auto stopped = transport->get("/");
    REQUIRE_FALSE(stopped.ok());
    CHECK(stopped.error().message == "the transfer was stopped");
    CHECK(SteadyClock::now() - start < 10s);
    finish.set_value();
    is_cancelled = false;
    CHECK(transport->get("/").ok());
}
