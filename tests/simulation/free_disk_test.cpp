// What a laptop says of its disk reaches the health centre; one that says nothing is no worse off.
#include "shared/protocol/request.h"
#include "sync-server/store/people/devices.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;

namespace {

struct Room : Village {
    void says(std::int64_t free_bytes) {
        const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest(), free_bytes};
        auto outgoing = sync_client::prepare(siti.store(), clock, self, 1 << 20);
        REQUIRE(outgoing.ok());
        const auto reply =
            server.handle(siti.link().token,
                          protocol::request_text(outgoing.value().hello, outgoing.value().lines));
        REQUIRE(reply.ok());
        CHECK(reply.value().refusal == accept::Refusal::None);
    }
    std::optional<std::int64_t> known() {
        const std::string id = siti.store().identity().value().device;
        return server_store::find_device(server.connection(), id).value()->free_mb;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Room, "a laptop's free disk is known at the health centre, as it last said it") {
    CHECK(!known());
    says(-1);
    CHECK(!known());
    says(123'456'789);
    CHECK(known() == 100);
    says(-1);  // an older program on the same laptop
    CHECK(known() == 100);
    says(3'000'000'000);
    CHECK(known() == 2000);
}
