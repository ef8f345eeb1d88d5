// SYNC 16: a family that goes to another health centre is counted once in every month.
#include "sync-server/reports/settling.h"
#include "sync-server/store/reports/facts.h"
#include "tests/simulation/crossing_village.h"

using namespace simulation;

namespace {

std::size_t facts_of(Server& server, const char* month, const RecordId& person) {
    REQUIRE(reports::settle(server.connection(), *base::parse_month(month)).ok());
    const auto facts = server_store::facts_of_person(server.connection(), person.text(), month);
    REQUIRE(facts.ok());
    return facts.value().size();
}

}  // namespace

TEST_CASE_FIXTURE(
    TwoCentres, "SYNC 16: past months stay the old centre's, those from the day on are the new's") {
    // Born 1 January 2026; the village's clock stands in February; they go on 10 February.
    crossing::OutRequest request = away(home);
    request.on = base::parse_date("2026-02-10");
    const crossing::Sealed sealed = write(server, request);
    const crossing::Arrived arrived = take(sealed);
    CHECK(facts_of(server, "2026-02", infant) > 0);  // both have them until the receipt
    confirm(server, arrived.receipt);
    CHECK(facts_of(server, "2026-01", infant) > 0);
    CHECK(facts_of(server, "2026-02", infant) == 0);
    CHECK(facts_of(server, "2026-03", infant) == 0);
    CHECK(facts_of(far, "2026-01", infant) == 0);
    CHECK(facts_of(far, "2026-02", infant) > 0);
    CHECK(facts_of(far, "2026-03", infant) > 0);
}
