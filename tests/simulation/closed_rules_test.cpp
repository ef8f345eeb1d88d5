// A laptop knows which months the health centre has closed: what was reported of them stays.
#include "client/app/recording/recorder.h"
#include "client/sync/courier.h"
#include "sync-server/accept/round/carried.h"
#include "sync-server/reports/month_closing.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;

namespace {

struct Office : Village {
    void close(const char* month) {
        REQUIRE(reports::close_month(server.connection(), *base::parse_month(month), clock.now(),
                                     base::Zone(), "test")
                    .ok());
    }
    void reopen(const char* month) {
        REQUIRE(reports::reopen_month(server.connection(), *base::parse_month(month), clock.now(),
                                      "test", "dua bayi terlewat")
                    .ok());
    }
    void carry() {
        const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
        const auto identity = siti.store().identity().value();
        auto made = sync_client::make_request(siti.store(), identity, clock, self);
        REQUIRE(made.ok());
        auto service =
            accept::Service::open(server.connection(), forms::FormSet::builtin(), clock, random);
        auto received =
            accept::receive_bundle(service.value(), server.connection(), made.value().bytes);
        REQUIRE(received.ok());
        const auto named = [](const records::Record& record) {
            return client_app::named_by(forms::FormSet::builtin(), record);
        };
        REQUIRE(sync_client::take_reply(siti.store(), identity, clock, named, self,
                                        received.value().reply)
                    .ok());
    }
    std::string known() { return siti.store().identity().value().closed; }
};

}  // namespace

TEST_CASE_FIXTURE(Office,
                  "a closed month reaches a laptop with the next answer, and leaves it when it is "
                  "opened again; an answer of before changes neither") {
    known_household("Keluarga");
    const std::string before = siti.link().answers.back();
    CHECK(known().empty());
    CHECK(before.find("closed") == std::string::npos);
    close("2025-11");
    close("2025-12");
    CHECK(siti.round().ok());
    CHECK(known() == "2025-11/2025-12");
    siti.add("household", household("Lain"), kUnit);
    CHECK(siti.round().ok());
    siti.take_in(before);
    CHECK(known() == "2025-11/2025-12");
    reopen("2025-11");
    CHECK(siti.round().ok());
    CHECK(known() == "2025-12");
    close("2025-11");
    CHECK(siti.round().ok());
    CHECK(known() == "2025-11/2025-12");
    reopen("2025-11");
    reopen("2025-12");
    CHECK(siti.round().ok());
    CHECK(known().empty());
    agree();
}

TEST_CASE_FIXTURE(Office, "of the closed months an answer says those of the last two years") {
    close("2023-01");
    close("2024-02");
    close("2024-03");
    CHECK(siti.round().ok());
    CHECK(known() == "2024-03");  // it is February 2026
}

TEST_CASE_FIXTURE(Office, "a reply by stick says too which months are closed") {
    close("2025-12");
    siti.add("household", household("Budi"), kUnit);
    carry();
    CHECK(known() == "2025-12");
}
