// The rules of SYNC 1-11, each with a scenario that hurts without it.
#include "shared/protocol/request.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::Fields;
using base::RecordId;

TEST_CASE_FIXTURE(Village, "a record made offline is on the server and on the other laptop") {
    const RecordId id = siti.add("household", household("Budi"), kUnit);
    CHECK(siti.status().waiting == 1);
    agree();
    CHECK(siti.status().waiting == 0);
    CHECK(siti.status().is_green());
    CHECK(ani.shown(id).text("head_name") == "Budi");
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 1: a pull replaces only the confirmed text; own changes stay shown") {
    const RecordId id = known_household("Budi");
    ani.edit(id, set("rt", "005"));
    ani.sync();
    siti.edit(id, set("rw", "009"));
    siti.link().fault = [] { return Fault::RequestLost; };
    CHECK(!siti.round().ok());
    siti.link().fault = [] { return Fault::None; };
    siti.sync();
    CHECK(siti.shown(id).text("rt") == "005");
    CHECK(siti.shown(id).text("rw") == "009");
    agree();
}

TEST_CASE_FIXTURE(Village, "SYNC 3: an answer read again, or late, changes nothing") {
    const RecordId id = known_household("Budi");
    const std::string old_answer = siti.link().answers.front();
    siti.edit(id, set("rt", "007"));
    agree();
    const auto before = confirmed_rows(siti);
    siti.take_in(old_answer);
    CHECK(confirmed_rows(siti) == before);
    agree();
}

TEST_CASE_FIXTURE(Village, "SYNC 4: a cut last line ends the batch early and loses nothing") {
    const RecordId first = siti.add("household", household("Satu"), kUnit);
    const RecordId second = siti.add("household", household("Dua"), kUnit);
    siti.link().fault = [] { return Fault::RequestCut; };
    REQUIRE(siti.round().ok());
    CHECK(siti.status().waiting == 1);
    siti.link().fault = [] { return Fault::None; };
    agree();
    CHECK(ani.has(first));
    CHECK(ani.has(second));
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 4: a complete line that does not decode is kept raw, and blocks nothing") {
    siti.add("household", household("Satu"), kUnit);
    auto progress = siti.store().progress();
    REQUIRE(progress.ok());
    protocol::Hello hello;
    auto identity = siti.store().identity();
    REQUIRE(identity.ok());
    hello.device = base::DeviceId(identity.value().device);
    hello.last_n = 2;
    hello.count = 2;
    const auto waiting = store::to_send(siti.store(), 1 << 20);
    REQUIRE(waiting.ok());
    const std::string text =
        protocol::request_text(hello, {"{\"broken\": ", waiting.value()[0].line});
    const accept::Reply reply = server.handle(identity.value().token, text).value();
    CHECK(reply.refusal == accept::Refusal::None);
    CHECK(reply.text.find("\"undecodable\"") != std::string::npos);
    CHECK(reply.text.find("\"applied\"") != std::string::npos);
    const auto held = server_store::open_quarantine(server.connection());
    REQUIRE(held.ok());
    REQUIRE(held.value().size() == 1);
    CHECK(held.value()[0].line == "{\"broken\": ");
}

TEST_CASE_FIXTURE(Village, "SYNC 4: a gap is refused and nothing is taken") {
    protocol::Hello hello;
    auto identity = siti.store().identity();
    REQUIRE(identity.ok());
    hello.device = base::DeviceId(identity.value().device);
    hello.last_n = 5;
    hello.first_n = 5;
    hello.count = 1;
    const accept::Reply reply =
        server.handle(identity.value().token, protocol::request_text(hello, {"{}"})).value();
    CHECK(reply.refusal == accept::Refusal::Gap);
    CHECK(server_rows(server, {kUnit}).empty());
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 5: an answer lost after the commit: sending again changes nothing") {
    const RecordId id = siti.add("household", household("Budi"), kUnit);
    siti.link().fault = [] { return Fault::AnswerLost; };
    CHECK(!siti.round().ok());
    CHECK(siti.status().waiting == 1);
    const auto on_server = server_rows(server, {kUnit});
    CHECK(on_server.size() == 1);
    siti.link().fault = [] { return Fault::None; };
    siti.sync();
    CHECK(server_rows(server, {kUnit}) == on_server);
    CHECK(siti.status().is_green());
    CHECK(siti.shown(id).text("head_name") == "Budi");
    agree();
}

TEST_CASE_FIXTURE(Village, "SYNC 5: a request that arrives twice is taken once") {
    siti.add("household", household("Budi"), kUnit);
    siti.link().fault = [] { return Fault::RequestTwice; };
    REQUIRE(siti.round().ok());
    siti.link().fault = [] { return Fault::None; };
    CHECK(server_rows(server, {kUnit}).size() == 1);
    agree();
}

TEST_CASE_FIXTURE(Village, "SYNC 6: a predicted result comes without its record line, and agrees") {
    siti.add("household", household("Budi"), kUnit);
    const auto result = siti.round();
    REQUIRE(result.ok());
    CHECK(siti.link().answers.back().find("{\"record\":") == std::string::npos);
    CHECK(result.round.applied.compared);
    CHECK(result.round.applied.agreed);
}

TEST_CASE_FIXTURE(Village, "SYNC 7: a restored copy forks: nothing is overwritten, nothing lost") {
    siti.add("household", household("Awal"), kUnit);
    siti.sync();
    siti.copy_to(folder.path("copy.db"));
    const RecordId lost_with_laptop = siti.add("household", household("Sesudah salinan"), kUnit);
    siti.sync();
    siti.restore_from(folder.path("copy.db"));
    const RecordId after = siti.add("household", household("Sesudah pulih"), kUnit);
    CHECK(!siti.has(lost_with_laptop));
    siti.sync();
    CHECK(siti.has(lost_with_laptop));
    CHECK(siti.has(after));
    agree();
    CHECK(ani.has(lost_with_laptop));
    CHECK(ani.has(after));
    auto progress = siti.store().progress();
    REQUIRE(progress.ok());
    CHECK(progress.value().incarnation == 2);
}

TEST_CASE_FIXTURE(Village, "SYNC 7: both lives of a copied store keep all their visits") {
    siti.sync();
    siti.copy_to(folder.path("copy.db"));
    for (int i = 0; i < 3; ++i)
        siti.add("household", household("Asli " + std::to_string(i)), kUnit);
    siti.sync();
    siti.copy_to(folder.path("first_life.db"));
    siti.restore_from(folder.path("copy.db"));
    for (int i = 0; i < 2; ++i)
        siti.add("household", household("Salinan " + std::to_string(i)), kUnit);
    siti.sync();
    siti.restore_from(folder.path("first_life.db"));
    siti.add("household", household("Asli lagi"), kUnit);
    siti.sync();
    CHECK(server_rows(server, {kUnit}).size() == 6);
    agree();
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 8: different fields of one record merge; the same value is identical") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    ani.edit(id, set("rw", "006"));
    siti.sync();
    ani.sync();
    CHECK(outcome_of(ani, id).find("\"merged\"") != std::string::npos);
    agree();
    siti.edit(id, set("landmark", "Mushola"));
    ani.edit(id, set("landmark", "Mushola"));
    siti.sync();
    ani.sync();
    CHECK(outcome_of(ani, id).find("\"identical\"") != std::string::npos);
    agree();
}

TEST_CASE_FIXTURE(
    Village, "SYNC 8: the same field, two values: a conflict that both see; nobody wins by clock") {
    const RecordId id = known_household("Budi");
    clock.advance_ms(-3600'000'000LL);
    siti.edit(id, set("rt", "005"));
    clock.advance_ms(7200'000'000LL);
    ani.edit(id, set("rt", "006"));
    siti.sync();
    ani.sync();
    CHECK(outcome_of(ani, id).find("\"conflict\"") != std::string::npos);
    CHECK(ani.status().conflicted == 1);
    CHECK(!ani.status().is_green());
    CHECK(ani.shown(id).text("rt") == "005");
    agree();
    const std::string conflict = conflict_id(outcome_of(ani, id));
    REQUIRE(accept::resolve_conflict(server.desk(), conflict, accept::Choice::Incoming, {},
                                     "rumahnya sudah didatangi")
                .ok());
    ani.sync();
    agree();
    CHECK(siti.shown(id).text("rt") == "006");
    CHECK(ani.shown(id).text("rt") == "006");
    CHECK(ani.status().conflicted == 0);
    CHECK(ani.status().is_green());
}

TEST_CASE_FIXTURE(Village, "SYNC 8: who never saw the conflict cannot close it by accident") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    ani.edit(id, set("rt", "006"));
    siti.sync();
    ani.sync();
    siti.edit(id, set("rt", "010"));
    agree();
    const auto open = server_store::open_contenders(server.connection());
    REQUIRE(open.ok());
    CHECK(open.value().size() == 1);
    CHECK(ani.status().conflicted == 1);
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 8: a cadre's own later edit follows her earlier one without conflict") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    siti.link().fault = [] { return Fault::AnswerLost; };
    static_cast<void>(siti.round());
    siti.link().fault = [] { return Fault::None; };
    siti.edit(id, set("rt", "006"));
    siti.sync();
    CHECK(siti.status().is_green());
    CHECK(siti.shown(id).text("rt") == "006");
    agree();
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 9: two decisions from stale pages conflict instead of overwriting") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    ani.edit(id, set("rt", "006"));
    siti.sync();
    ani.sync();
    const std::string conflict = conflict_id(outcome_of(ani, id));
    REQUIRE(
        accept::resolve_conflict(server.desk(), conflict, accept::Choice::Standing, {}, "").ok());
    const auto again =
        accept::resolve_conflict(server.desk(), conflict, accept::Choice::Incoming, {}, "");
    REQUIRE(!again.ok());
    CHECK(again.error().code == base::ErrorCode::NotFound);
}

TEST_CASE_FIXTURE(Village, "SYNC 10: fields of a merge group are decided together") {
    Fields person = fields_of(
        R"({"full_name":"Rina","sex":"P","birth_date":"2000-01-01","birth_date_precision":"D",)"
        R"("nik_status":"NONE","is_mother":"1","is_infant":"0","is_supporter":"0",)"
        R"("vital_status":"ALIVE"})");
    const RecordId home = known_household("Budi");
    person.set("household_id", home.text());
    const RecordId id = siti.add("person", person, kUnit);
    agree();
    Fields dead = set("vital_status", "DEAD");
    dead.set("death_date", "2026-02-01");
    siti.edit(id, dead);
    ani.edit(id, set("death_date", "2026-02-03"));
    siti.sync();
    ani.sync();
    agree();
    CHECK(siti.shown(id).text("vital_status") == "DEAD");
    CHECK(siti.shown(id).text("death_date") == "2026-02-01");
    CHECK(ani.status().conflicted == 1);
}

TEST_CASE_FIXTURE(Village, "SYNC 10: a field that was taken out still counts in its merge group") {
    const RecordId id = known_mother(R"("vital_status":"DEAD","death_date":"2026-01-01")");
    Fields out;
    out.set_token("death_date", "null");
    siti.edit(id, out);
    ani.edit(id, set("vital_status", "UNK"));
    siti.sync();
    ani.sync();
    CHECK(open_contenders().size() == 1);
}

TEST_CASE_FIXTURE(Village, "SYNC 10: a field that bears its merge group's name counts in it") {
    const RecordId id = known_mother(R"("vital_status":"ALIVE")");
    siti.edit(id, set("birth_date", "1999-05-05"));
    ani.edit(id, set("birth_date_precision", "Y"));
    siti.sync();
    ani.sync();
    CHECK(open_contenders().size() == 1);
    agree();
    CHECK(ani.shown(id).text("birth_date") == "1999-05-05");
    CHECK(ani.shown(id).text("birth_date_precision") == "D");
}

TEST_CASE_FIXTURE(
    Village, "SYNC 11: a sticky value is applied over any other, which becomes the contender") {
    Fields person = fields_of(
        R"({"full_name":"Rina","sex":"P","birth_date":"2000-01-01","birth_date_precision":"D",)"
        R"("nik_status":"NONE","is_mother":"1","is_infant":"0","is_supporter":"0",)"
        R"("vital_status":"ALIVE"})");
    const RecordId home = known_household("Budi");
    person.set("household_id", home.text());
    const RecordId id = siti.add("person", person, kUnit);
    agree();
    siti.edit(id, set("vital_status", "UNK"));
    Fields dead = set("vital_status", "DEAD");
    dead.set("death_date", "2026-02-01");
    ani.edit(id, dead);
    siti.sync();
    ani.sync();
    agree();
    CHECK(siti.shown(id).text("vital_status") == "DEAD");
    const auto open = server_store::open_contenders(server.connection());
    REQUIRE(open.ok());
    REQUIRE(open.value().size() == 1);
    CHECK(open.value()[0].mine.find("UNK") != std::string::npos);
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 11: each value that sticky ones displaced stays to be decided on") {
    const RecordId id = known_mother(R"("vital_status":"ALIVE")");
    Device ratna(folder.path("ratna.db"), server, server.add_user("Ratna", "KADER", {kUnit}), clock,
                 random);
    ratna.sync();
    const auto died = [](const char* day) {
        Fields dead = set("vital_status", "DEAD");
        dead.set("death_date", day);
        return dead;
    };
    siti.edit(id, set("vital_status", "UNK"));
    ani.edit(id, died("2026-02-01"));
    ratna.edit(id, died("2026-02-02"));
    siti.sync();
    ani.sync();
    ratna.sync();
    const auto open = open_contenders();
    REQUIRE(open.size() == 2);
    CHECK(open[0].mine.find("UNK") != std::string::npos);
    CHECK(open[1].mine.find("2026-02-01") != std::string::npos);
    decide(open[1], accept::Choice::Incoming);
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].id == open[0].id);
    decide(open[0], accept::Choice::Standing);
    CHECK(open_contenders().empty());
    agree();
    CHECK(siti.shown(id).text("death_date") == "2026-02-01");
}
