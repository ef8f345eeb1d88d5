// The devices' doors: encodings, and every refusal's own problem.
#include "sync-server/app/api.h"

#include "client/store/outbox.h"
#include "shared/protocol/request.h"
#include "sync-server/store/meta.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

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
        accept::Service::open(server.connection(), forms::FormSet::builtin(), clock, random).value();
    server_app::Api api{service};
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
        return router(std::move(request));
    }
    std::string token() { return siti.store().identity().value().token; }
    std::string hello() {
        protocol::Hello line;
        line.device = base::DeviceId(siti.store().identity().value().device);
        return protocol::request_text(line, {});
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

TEST_CASE_FIXTURE(Doors, "each refusal has its own problem, and no other door is open") {
    CHECK(post("/v1/sync", hello(), "identity", "salah").status == 401);
    CHECK(post("/v1/sync", "rubbish", "identity", token()).status == 400);
    CHECK(post("/v1/sync", "rubbish", "zstd", token()).status == 400);
    CHECK(post("/v1/sync", hello(), "br", token()).status == 415);
    CHECK(post("/v1/enrol", "{}", "identity", "").status == 400);
    CHECK(post("/v1/enrol", R"({"secret":"X","device_key":"Y"})", "identity", "").status == 404);
    CHECK(post("/v2/sync", hello(), "identity", token()).status == 404);
}
