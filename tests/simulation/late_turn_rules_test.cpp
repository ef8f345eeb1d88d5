// SYNC 3 in SYNC 22: an answer to an earlier step of a laptop's turn to a restored server, read
// late or twice, does not make it skip a step.
#include "sync-server/store/records/records.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;

TEST_CASE_FIXTURE(Village,
                  "SYNC 3, 22: an answer of the turn that is read twice skips no posyandu") {
    const std::vector<std::string> both = {kUnit, "POSY-2"};
    Device rini(folder.path("rini.db"), server, server.add_user("Rini", "KADER", both), clock,
                random);
    Device wati(folder.path("wati.db"), server, server.add_user("Wati", "KADER", both), clock,
                random);
    wati.sync();
    const std::string backup = folder.path("backup.db");
    server.back_up(backup);
    const base::RecordId visit = rini.add("household", household("Hanya di Wati"), "POSY-2");
    rini.sync();
    wati.sync();
    server.restore(backup);
    // Rini's laptop is lost; what it sent is with Wati alone.
    CHECK(wati.round().ok());  // the server was restored
    CHECK(wati.round().ok());  // the first posyandu is gone through
    wati.take_in(wati.link().answers.back());
    wati.sync();
    wati.sync();
    const auto found = server_store::find_record(server.connection(), visit.text());
    REQUIRE(found.ok());
    CHECK(found.value().has_value());
    CHECK(wati.has(visit));
    CHECK(wati.status().is_green());
}
