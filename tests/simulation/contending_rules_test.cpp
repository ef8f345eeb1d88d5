// SYNC 6 and 8: what becomes of a change that contends for more than one thing, or more than once.
#include "sync-server/store/records.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::Fields;
using base::RecordId;

TEST_CASE_FIXTURE(Village,
                  "SYNC 8: a contender replaced by its author's later one is done; the later one "
                  "is what is open") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    ani.edit(id, set("rt", "006"));
    ani.edit(id, set("rt", "007"));
    siti.sync();
    ani.sync();
    CHECK(ani.status().conflicted == 1);
    const auto open = open_contenders();
    REQUIRE(open.size() == 1);
    CHECK(open[0].mine == R"({"rt":"007"})");
    decide(open[0], accept::Choice::Incoming);
    agree();
    CHECK(ani.status().conflicted == 0);
    CHECK(ani.status().is_green());
    CHECK(ani.shown(id).text("rt") == "007");
}

TEST_CASE_FIXTURE(
    Village,
    "SYNC 8: of two contested fields one decided leaves the other contested, and shown so") {
    const RecordId id = known_household("Budi");
    Fields of_siti = set("rt", "005");
    of_siti.set("landmark", "Sungai");
    Fields of_ani = set("rt", "006");
    of_ani.set("landmark", "Masjid");
    siti.edit(id, of_siti);
    ani.edit(id, of_ani);
    siti.sync();
    ani.sync();
    const auto open = open_contenders();
    REQUIRE(open.size() == 2);
    decide(open[0], accept::Choice::Incoming);
    agree();
    CHECK(ani.status().conflicted == 1);
    CHECK(conflict_id(outcome_of(ani, id)) == open[1].id);
    decide(open[1], accept::Choice::Standing);
    agree();
    CHECK(ani.status().conflicted == 0);
    CHECK(ani.status().rejected == 0);
    CHECK(ani.status().is_green());
}

TEST_CASE_FIXTURE(Village, "SYNC 8: a change is rejected only if all that it wanted was refused") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    Fields of_ani = set("rt", "006");
    of_ani.set("landmark", "Masjid");
    ani.edit(id, of_ani);
    siti.sync();
    ani.sync();
    decide(open_contenders().at(0), accept::Choice::Standing);
    agree();
    CHECK(ani.status().rejected == 0);
    CHECK(ani.shown(id).text("landmark") == "Masjid");
    siti.edit(id, set("rw", "001"));
    ani.edit(id, set("rw", "009"));
    siti.sync();
    ani.sync();
    decide(open_contenders().at(0), accept::Choice::Standing);
    agree();
    CHECK(ani.status().rejected == 1);
    CHECK(outcome_of(ani, id).find("sudah didatangi") != std::string::npos);
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 6: a decision's outcome carries the revision that the record has now") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    ani.edit(id, set("rt", "006"));
    siti.sync();
    ani.sync();
    decide(open_contenders().at(0), accept::Choice::Incoming);
    agree();
    const auto outcome = protocol::parse_outcome(outcome_of(ani, id));
    REQUIRE(outcome.ok());
    const auto stored = server_store::find_record(server.connection(), id.text());
    REQUIRE(stored.ok());
    CHECK(outcome.value().revision == stored.value()->record.revision);
}

TEST_CASE_FIXTURE(Village, "SYNC 8: what arrived below her own unsent value she has not seen") {
    const RecordId id = known_household("Budi");
    ani.edit(id, set("rw", "103"));
    ani.sync();
    bool is_first = true;
    siti.link().fault = [&] {  // she types while another's value is under way
        if (std::exchange(is_first, false)) siti.edit(id, set("rw", "101"));
        return Fault::None;
    };
    siti.round();
    siti.edit(id, set("rw", "102"));
    siti.sync();
    siti.sync();
    REQUIRE(open_contenders().size() == 1);
    ani.sync();
    CHECK(ani.shown(id).text("rw") == "103");
    CHECK(siti.shown(id).text("rw") == "103");
}
