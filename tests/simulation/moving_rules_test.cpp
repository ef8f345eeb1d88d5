// SYNC 15: families that move, cadres that move, and what is on its way meanwhile.
#include "client/store/drafts.h"
#include "sync-server/accept/desk/desk.h"
#include "sync-server/store/records/erasing.h"
#include "tests/simulation/moving_village.h"

using namespace simulation;
using base::Fields;

TEST_CASE_FIXTURE(
    Neighbours,
    "SYNC 15: a family moves in one piece; the old laptops let go, the new one has it") {
    family();
    CHECK(siti.has(mother));
    CHECK(!tini.has(mother));
    CHECK(move(to(home, kOther)) == 4);
    everybody();
    for (const RecordId& id : {home, mother, infant, visit}) {
        CHECK(unit_on_server(id) == kOther);
        CHECK(!siti.has(id));
        CHECK(!ani.has(id));
        CHECK(tini.has(id));
        CHECK(bidan.has(id));  // she has both
    }
    CHECK(siti.status().is_green());
    CHECK(tini.status().is_green());
    CHECK(bidan.status().is_green());
}

TEST_CASE_FIXTURE(Neighbours, "SYNC 15: there and back again, heard of only at the end") {
    family();
    move(to(home, kOther));
    tini.sync();
    move(to(home, kUnit));
    everybody();
    CHECK(siti.has(mother));
    CHECK(!tini.has(mother));
    move(to(home, kOther));
    everybody();
    CHECK(!siti.has(mother));
    CHECK(tini.has(mother));
    move(to(home, kUnit));
    move(to(home, kOther));
    everybody();
    CHECK(tini.has(infant));
    CHECK(!ani.has(infant));
}

TEST_CASE_FIXTURE(Neighbours,
                  "SYNC 15: of two moves in one answer the later counts, whichever is told first") {
    protocol::Unit third;
    third.code = third.name = "POSY-3";
    REQUIRE(server_store::put_unit(server.connection(), third).ok());
    family();
    move(to(home, kOther));
    everybody();
    move(to(home, kUnit));
    move(to(home, third.code));  // told before the other by the feed of the first posyandu
    const std::size_t answers = bidan.link().answers.size();
    CHECK(!bidan.sync().error);
    CHECK(bidan.link().answers.size() == answers + 1);  // nothing differed, nothing was repaired
    CHECK(!bidan.has(home));
    check(bidan, {kUnit, kOther});
}

TEST_CASE_FIXTURE(
    Neighbours, "SYNC 15: what a cadre of the old posyandu wrote before she heard of it is taken") {
    family();
    siti.edit(mother, set("full_name", "Rina Wati"));
    move(to(home, kOther));
    everybody();
    CHECK(held().empty());
    CHECK(tini.shown(mother).text("full_name") == "Rina Wati");
    CHECK(!siti.has(mother));
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(
    Neighbours,
    "SYNC 15: a record stays on the old laptop until what is pending on it is resolved") {
    family();
    move(to(home, kOther));
    siti.edit(home, set("rt", "salah"));  // fails its check: it waits for the health centre
    siti.edit(mother, set("full_name", "Rina Wati"));
    siti.sync();
    CHECK(siti.has(home));
    CHECK(siti.shown(home).text("rt") == "salah");
    CHECK(!siti.has(mother));
    CHECK(siti.status().quarantined == 1);
    CHECK(siti.status().agreed);
    const auto waiting = held();
    REQUIRE(waiting.size() == 1);
    REQUIRE(accept::mend_quarantined(server.desk(), waiting[0].device, waiting[0].n,
                                     set("rt", "004"), "ditanyakan")
                .ok());
    everybody();
    CHECK(!siti.has(home));
    CHECK(tini.shown(home).text("rt") == "004");
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Neighbours, "SYNC 15: a conflict goes on after the move, and its author hears") {
    family();
    siti.edit(mother, set("full_name", "Rina A"));
    ani.edit(mother, set("full_name", "Rina B"));
    siti.sync();
    move(to(home, kOther));
    ani.sync();
    CHECK(ani.has(mother));
    CHECK(ani.status().conflicted == 1);
    REQUIRE(open_contenders().size() == 1);
    decide(open_contenders()[0], accept::Choice::Incoming);
    everybody();
    CHECK(!ani.has(mother));
    CHECK(ani.status().is_green());
    CHECK(tini.shown(mother).text("full_name") == "Rina B");
}

TEST_CASE_FIXTURE(Neighbours, "SYNC 15: a visit that comes after the move goes after the family") {
    family();
    move(to(home, kOther));
    Fields task;
    task.set("person_id", mother.text());
    task.set("task_code", "KF2");
    task.set("note", "sudah didatangi");
    const RecordId late = siti.add("followup_task", task, kUnit);
    siti.edit(late, set("note", "sudah didatangi dua kali"));
    Fields child = person("Kedua", true);
    const RecordId second = siti.add("person", child, kUnit);
    everybody();
    CHECK(unit_on_server(late) == kOther);
    CHECK(unit_on_server(second) == kOther);
    CHECK(tini.shown(late).text("note") == "sudah didatangi dua kali");
    CHECK(tini.has(second));
    CHECK(!siti.has(late));
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Neighbours, "SYNC 15: a draft of a family that moved keeps it here until saved") {
    family();
    REQUIRE(store::put_draft(siti.store(), {"d1", "person", mother.text(), "1",
                                            set("full_name", "Rina Baru"), clock.now()})
                .ok());
    move(to(home, kOther));
    siti.sync();
    CHECK(siti.has(mother));
    CHECK(!siti.has(infant));
    CHECK(siti.status().agreed);
    const auto standing = siti.store().find(mother.text());
    REQUIRE(standing.ok());
    const store::Write write{
        "person", mother, standing.value()->record.unit, set("full_name", "Rina Baru"), "1",
        "",       ""};
    REQUIRE(store::save(siti.store(), write, {}, clock.now(), "d1").ok());
    everybody();
    CHECK(held().empty());
    CHECK(!siti.has(mother));
    CHECK(tini.shown(mother).text("full_name") == "Rina Baru");
}

TEST_CASE_FIXTURE(Neighbours,
                  "SYNC 15: an answer of before the move, read late, brings nothing back") {
    family();
    const auto answers = siti.link().answers;
    const auto of_ani = ani.link().answers;
    move(to(home, kOther));
    everybody();
    for (const std::string& answer : answers) siti.take_in(answer);
    for (const std::string& answer : of_ani) ani.take_in(answer);
    CHECK(!siti.has(mother));
    CHECK(!ani.has(mother));
    everybody();
}

TEST_CASE_FIXTURE(Neighbours, "SYNC 15: a person moves with her children; the others stay") {
    family();
    const RecordId granny = siti.add("person", person("Nenek", false), kUnit);
    everybody();
    move(to(mother, kOther));
    everybody();
    CHECK(unit_on_server(home) == kUnit);
    CHECK(unit_on_server(granny) == kUnit);
    CHECK(tini.has(mother));
    CHECK(tini.has(infant));
    CHECK(tini.has(visit));
    CHECK(!siti.has(mother));
    CHECK(siti.has(granny));
    const std::string lives_in = tini.shown(mother).text("household_id");
    CHECK(lives_in != home.text());
    CHECK(tini.shown(infant).text("household_id") == lives_in);
    CHECK(tini.has(RecordId(lives_in)));
    joining::MoveRequest back = to(mother, kUnit);
    back.into = home.text();
    move(back);
    everybody();
    CHECK(siti.shown(mother).text("household_id") == home.text());
}

TEST_CASE_FIXTURE(Neighbours, "a move is refused where it makes no sense, and for a stale page") {
    family();
    const auto why = [&](const joining::MoveRequest& request) {
        const auto moved = joining::move(server.desk(), request);
        REQUIRE(!moved.ok());
        return moved.error().code;
    };
    CHECK(why(to(home, kUnit)) == base::ErrorCode::Refused);
    CHECK(why(to(home, "POSY-9")) == base::ErrorCode::NotFound);
    CHECK(why(to(visit, kOther)) == base::ErrorCode::Refused);
    CHECK(why(to(RecordId("0199c0de-0000-7000-8000-000000000001"), kOther)) ==
          base::ErrorCode::NotFound);
    joining::MoveRequest stale = to(home, kOther);
    stale.seen[home.text()] = {1, 1};
    siti.edit(home, set("rw", "007"));
    siti.sync();
    CHECK(why(stale) == base::ErrorCode::Refused);
    stale.reason.clear();
    CHECK(why(stale) == base::ErrorCode::Usage);
    everybody();
}

TEST_CASE_FIXTURE(Neighbours, "SYNC 15: a posyandu is handed over; the one has it, the other not") {
    family();
    tini.add("household", household("Di sana"), kOther);
    everybody();
    siti.edit(mother, set("full_name", "Rina Wati"));
    const RecordId late = siti.add("household", household("Sebelum tahu"), kUnit);
    REQUIRE(joining::hand_over(server.desk(), unit_of("Siti", kUnit), unit_of("Tini", kUnit).user)
                .ok());
    everybody();
    CHECK(held().empty());
    CHECK(confirmed_rows(siti).empty());
    CHECK(!siti.has(mother));
    CHECK(siti.status().is_green());
    CHECK(tini.shown(mother).text("full_name") == "Rina Wati");
    CHECK(tini.has(late));
    CHECK(tini.status().is_green());
    // And it comes back, all of it.
    REQUIRE(joining::hand_over(server.desk(), unit_of("Tini", kUnit), unit_of("Siti", kUnit).user)
                .ok());
    everybody();
    CHECK(siti.shown(mother).text("full_name") == "Rina Wati");
    CHECK(!tini.has(mother));
}

TEST_CASE_FIXTURE(Neighbours,
                  "SYNC 15: what is written with the knowledge that it is not hers waits") {
    family();
    REQUIRE(joining::take_unit(server.desk(), unit_of("Siti", kUnit)).ok());
    everybody();
    siti.add("household", household("Masih tahu"), kUnit);
    everybody();  // the laptop has said that it knows; this one may have been made before
    siti.add("household", household("Bukan lagi"), kUnit);
    siti.sync();
    REQUIRE(held().size() == 1);
    CHECK(held()[0].code == "scope");
    CHECK(siti.status().quarantined == 1);
}

TEST_CASE_FIXTURE(Neighbours,
                  "SYNC 15: many changes go out in small batches past the loss, all taken") {
    family();
    for (int i = 0; i < 30; ++i) siti.add("household", household("Rumah"), kUnit);
    REQUIRE(joining::take_unit(server.desk(), unit_of("Siti", kUnit)).ok());
    siti.link().answer_bytes_max = 200;
    everybody();
    CHECK(held().empty());
    CHECK(server_rows(server, {kUnit}).size() == 34);
    CHECK(confirmed_rows(siti).empty());
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Neighbours, "SYNC 23: who moved and is erased is gone from the old laptops too") {
    family();
    siti.edit(mother, set("full_name", "Rina Wati"));
    move(to(home, kOther));
    auto transaction = db::Transaction::begin(server.connection());
    REQUIRE(transaction.ok());
    REQUIRE(server_store::apply_erased(server.connection(), {mother.text()}).ok());
    REQUIRE(transaction.value().commit().ok());
    everybody();
    CHECK(!siti.has(mother));
    CHECK(!tini.has(mother));
    CHECK(!bidan.has(mother));
    CHECK(tini.has(infant));
}

TEST_CASE_FIXTURE(Neighbours,
                  "SYNC 18: a repair waits for the feed: who moved is whole until that is told") {
    family();
    REQUIRE(siti.store().connection().execute("UPDATE unit_state SET hash = hash + 1").ok());
    for (int i = 0; i < 2; ++i) CHECK(siti.round().ok());  // that they differ, and in which unit
    REQUIRE(!siti.status().agreed);
    for (int i = 0; i < 2; ++i) ani.add("household", household("Tetangga"), kUnit);
    ani.sync();
    move(to(home, kOther));
    siti.edit(home, set("rt", "salah"));  // waits at the health centre, and keeps the family here
    siti.link().answer_bytes_max = 1;     // the neighbours come first, the move another time
    CHECK(siti.round().ok());
    CHECK(siti.shown(home).text("head_name") == "Budi");
    siti.link().answer_bytes_max = 0;
    CHECK(!siti.sync().error);
    CHECK(siti.shown(home).text("head_name") == "Budi");
    CHECK(siti.shown(home).text("rt") == "salah");
    CHECK(siti.status().agreed);
}
