// SYNC 24: a revoked laptop's stick may be older than what the laptop has: it does not shut the
// door on what was written since.
#include "client/sync/courier.h"
#include "sync-server/accept/round/carried.h"
#include "sync-server/store/people/people.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;

TEST_CASE_FIXTURE(Village,
                  "SYNC 24: after a stick of yesterday today's changes are taken as well") {
    siti.add("household", household("Kemarin"), kUnit);
    const auto identity = siti.store().identity();
    REQUIRE(identity.ok());
    const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
    const auto stick = sync_client::make_request(siti.store(), identity.value(), clock, self);
    REQUIRE(stick.ok());
    siti.add("household", household("Hari ini"), kUnit);
    const base::UserId user(identity.value().user);
    REQUIRE(server_store::disable_user(server.connection(), user, clock.now()).ok());
    auto service =
        accept::Service::open(server.connection(), forms::FormSet::builtin(), clock, random);
    REQUIRE(service.ok());
    const auto received =
        accept::receive_bundle(service.value(), server.connection(), stick.value().bytes);
    REQUIRE(received.ok());
    CHECK(received.value().taken == 1);
    const auto total = siti.sync();
    CHECK(!total.error);
    CHECK(total.must_erase);
    CHECK(held().size() == 2);
}
