// SYNC 3, 6: an answer leaves out the records that its asker could work out. Another life of the
// store, which never made those changes, must not take it for the whole of what lies between.
#include "client/store/comparing.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;

TEST_CASE_FIXTURE(
    Village, "SYNC 3: an answer to a life that is no more moves no cursor past what it left out") {
    known_household("Sebelum");
    const std::string copy = folder.path("copy.db");
    siti.copy_to(copy);
    const base::RecordId after = siti.add("household", household("Sesudah"), kUnit);
    CHECK(siti.round().ok());
    const std::string answer = siti.link().answers.back();
    siti.restore_from(copy);
    const auto before = store::cursors(siti.store());
    siti.take_in(answer);
    const auto then = store::cursors(siti.store());
    REQUIRE(before.ok());
    REQUIRE(then.ok());
    CHECK(before.value() == then.value());
    agree();
    CHECK(siti.has(after));
}
