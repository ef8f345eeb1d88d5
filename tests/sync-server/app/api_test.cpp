// The devices' doors: encodings, and every refusal's own problem.
#include "sync-server/app/serving/api.h"

#include "client/store/outbox.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/request.h"
#include "sync-server/store/meta.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>
#include <limits>

using namespace simulation;
using protocol::Encoding;

namespace {

struct Doors {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random{5};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"P1"}};
    Device siti{folder.path("siti.db"), server, server.add_user("Siti", "KADER", {"P1"}), clock,
                random};
    accept::Service service =
        accept::Service::open(server.connection(), forms::FormSet::builtin(), clock, random)
            .value();
    server_app::Api api{service, folder.path("centre.db")};
    http::Router router;

    Doors() { api.add_to(router); }

    http::Response post(const std::string& path, const std::string& body,
                        const std::string& encoding, const std::string& token,
                        const std::string& accepted = "") {
        http::Request request;
        request.method = "POST";
        request.path = path;
        request.body = body;
        request.headers = {{"authorization", "Bearer " + token},
                           {"content-encoding", encoding},
                           {"accept-encoding", accepted}};
        return http::settled(router(std::move(request)));
    }
    std::string token() { return siti.store().identity().value().token; }
    std::string hello() {
        protocol::Hello line;
        line.device = base::DeviceId(siti.store().identity().value().device);
        return protocol::request_text(line, {});
    }
    std::string hello_with_a_line() {
        protocol::Hello line;
        line.device = base::DeviceId(siti.store().identity().value().device);
        line.first_n = line.last_n = line.count = 1;
        return protocol::request_text(line, {"{}"});
    }
};

}  // namespace

TEST_CASE_FIXTURE(Doors, "a request is understood packed by zstd, by gzip and as it is") {
    for (const Encoding encoding : {Encoding::Zstd, Encoding::Gzip, Encoding::Identity}) {
        const auto packed = protocol::compress(encoding, hello(), 5);
        REQUIRE(packed.ok());
        const std::string name(name_of(encoding));
        const http::Response response = post("/v1/sync", packed.value(), name, token(), name);
        CHECK(response.status == 200);
        CHECK(response.encoding == encoding);
        const auto text = protocol::decompress(response.encoding, response.body, 1 << 20);
        REQUIRE(text.ok());
        CHECK(text.value().starts_with("{\"welcome\":"));
    }
}

TEST_CASE_FIXTURE(Doors, "k1 is answered to whoever names it or asks in it, and to nobody else") {
    const auto old = post("/v1/sync", hello(), "identity", token(), "zstd, gzip");
    CHECK(old.encoding == Encoding::Zstd);
    const auto asked = post("/v1/sync", hello(), "identity", token(), "k1, zstd, gzip");
    CHECK(asked.encoding == Encoding::K1);
    const std::string packed = protocol::compress(Encoding::K1, hello(), 9).value();
    const auto silent = post("/v1/sync", packed, "k1", token());
    REQUIRE(silent.encoding == Encoding::K1);
    const auto text = protocol::decompress(Encoding::K1, silent.body, 1 << 20, hello());
    REQUIRE(text.ok());
    CHECK(text.value().starts_with("{\"welcome\":"));
}

TEST_CASE_FIXTURE(Doors, "a decompression bomb from a known laptop is too large, and harmless") {
    const std::string zeros(protocol::kUnpackedBytesMax + 1, '0');
    const auto bomb = protocol::compress(Encoding::Zstd, zeros, 3);
    REQUIRE(bomb.ok());
    CHECK(post("/v1/sync", bomb.value(), "zstd", token()).status == 413);
    CHECK(post("/v1/sync", hello(), "identity", token()).status == 200);
}

TEST_CASE_FIXTURE(Doors, "each refusal has its own problem, and no other door is open") {
    CHECK(post("/v1/sync", hello(), "identity", "salah").status == 401);
    CHECK(post("/v1/sync", "rubbish", "identity", token()).status == 400);
    CHECK(post("/v1/sync", "rubbish", "zstd", token()).status == 400);
    CHECK(post("/v1/sync", hello(), "br", token()).status == 415);
    CHECK(post("/v1/enrol", "{}", "identity", "").status == 400);
    CHECK(post("/v1/enrol", R"({"secret":"X","device_key":"Y"})", "identity", "").status == 404);
    CHECK(post("/v2/sync", hello(), "identity", token()).status == 404);
}

TEST_CASE_FIXTURE(Doors, "nothing is unpacked for who is not enrolled, and an enrolment is small") {
    CHECK(post("/v1/sync", "rubbish", "zstd", "salah").status == 401);
    CHECK(post("/v1/sync", hello(), "br", "salah").status == 401);
    const std::string large = R"({"secret":[)" + std::string(20 * 1024, ' ') + "]}";
    const auto packed = protocol::compress(Encoding::Zstd, large, 3);
    REQUIRE(packed.ok());
    CHECK(post("/v1/enrol", packed.value(), "zstd", "").status == 413);
}

TEST_CASE_FIXTURE(
    Doors, "more lines than one request may carry are too large, and the laptop halves them") {
    protocol::Hello line;
    line.device = base::DeviceId(siti.store().identity().value().device);
    line.count = line.last_n = 20'001;
    const std::vector<std::string> lines(20'001, "{}");
    const std::string text = protocol::request_text(line, lines);
    CHECK(post("/v1/sync", text, "identity", token()).status == 413);
    CHECK(!protocol::parse_request(text).ok());
}

TEST_CASE_FIXTURE(Doors,
                  "a database that another process holds is busy, and the laptop tries again") {
    REQUIRE(server.connection().execute("PRAGMA busy_timeout = 10").ok());
    auto other = db::Connection::open(folder.path("centre.db"));
    REQUIRE(other.ok());
    const auto held = db::Transaction::begin(other.value());
    REQUIRE(held.ok());
    CHECK(post("/v1/sync", hello_with_a_line(), "identity", token()).status == 503);
    // Who brings nothing needs no writer.
    CHECK(post("/v1/sync", hello(), "identity", token()).status == 200);
}

TEST_CASE_FIXTURE(Doors, "a clock that says anything is no harm") {
    protocol::Hello line;
    line.device = base::DeviceId(siti.store().identity().value().device);
    line.clock_ms = std::numeric_limits<std::int64_t>::min();
    CHECK(protocol::parse_request(protocol::request_text(line, {})).value().hello.clock_ms == 0);
    CHECK(post("/v1/sync", protocol::request_text(line, {}), "identity", token()).status == 200);
}
