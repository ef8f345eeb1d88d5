// SYNC 3, 6: an answer leaves out the records that its asker could work out. Another life of the
// store, which never made those changes, must not take it for the whole of what lies between.
#include "client/store/comparing.h"
#include "shared/protocol/request.h"
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

TEST_CASE_FIXTURE(Village, "SYNC 3: nor when the next life has taken that history for its own") {
    known_household("Sebelum");
    const std::string copy = folder.path("copy.db");
    siti.copy_to(copy);
    const base::RecordId after = siti.add("household", household("Sesudah"), kUnit);
    CHECK(siti.round().ok());
    const std::string answer = siti.link().answers.back();
    siti.restore_from(copy);
    CHECK(siti.round().ok());  // it is told of the fork, and goes on from the server's head
    const auto before = store::cursors(siti.store());
    siti.take_in(answer);
    const auto then = store::cursors(siti.store());
    REQUIRE(before.ok());
    REQUIRE(then.ok());
    CHECK(before.value() == then.value());
    agree();
    CHECK(siti.has(after));
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 3: nor does one whose outcomes are known already, and not their records") {
    known_household("Sebelum");
    const base::RecordId after = siti.add("household", household("Sesudah"), kUnit);
    const auto to_stick = sync_client::prepare(siti.store(), clock, {"0.1.0", ""}, 1 << 20);
    REQUIRE(to_stick.ok());
    const auto by_stick = server.handle(
        siti.link().token, protocol::request_text(to_stick.value().hello, to_stick.value().lines));
    REQUIRE(by_stick.ok());  // it leaves the record out
    siti.link().answer_bytes_max = 1;
    CHECK(siti.round().ok());  // says the outcome again; the record would follow
    siti.take_in(by_stick.value().text);
    siti.link().answer_bytes_max = 0;
    CHECK(siti.round().ok());
    CHECK(confirmed_rows(siti) == server_rows(server, {kUnit}));
    CHECK(siti.status().agreed);
    CHECK(siti.has(after));
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 6: what said nothing new is no ground to work a record out from, although "
                  "its outcome comes before those of the changes that made it") {
    const base::RecordId home = known_household("Sebelum");
    base::Fields both;
    both.set("landmark", "dekat balai desa");
    both.set("rw", "104");
    siti.edit(home, both);
    base::Fields again;
    again.set("rw", "104");
    siti.edit(home, again);
    siti.link().fault = [] { return Fault::AnswerLost; };
    CHECK(!siti.round().ok());
    // Her last line does not arrive whole this time: only the first is answered as a repetition.
    siti.link().fault = [] { return Fault::RequestCut; };
    CHECK(siti.round().ok());
    CHECK(confirmed_rows(siti) == server_rows(server, {kUnit}));
}
