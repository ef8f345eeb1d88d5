// The rules of SYNC 1-14 and 18-20, each with a scenario that hurts without it.
#include "client/app/recorder.h"
#include "shared/protocol/request.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::Fields;
using base::RecordId;

namespace {

const std::string kUnit = "POSY-1";

struct Village {
    base::FixedClock clock{base::Instant{1'772'000'000'000}};
    base::SeededRandom random{7};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {kUnit, "POSY-2"}};
    Device siti{folder.path("siti.db"), server, server.add_user("Siti", "KADER", {kUnit}), clock,
                random};
    Device ani{folder.path("ani.db"), server, server.add_user("Ani", "KADER", {kUnit}), clock,
               random};

    void agree() {
        siti.sync();
        ani.sync();
        siti.sync();
        CHECK(confirmed_rows(siti) == server_rows(server, {kUnit}));
        CHECK(confirmed_rows(ani) == server_rows(server, {kUnit}));
        CHECK(siti.status().agreed);
        CHECK(ani.status().agreed);
    }
    RecordId known_household(const std::string& head) {
        const RecordId id = siti.add("household", household(head), kUnit);
        agree();
        return id;
    }
};

Fields set(const std::string& name, const std::string& value) {
    Fields fields;
    fields.set(name, value);
    return fields;
}

std::string outcome_of(Device& device, const RecordId& id) {
    return device.outbox_of(id).back().outcome;
}

std::string conflict_id(const std::string& outcome_line) {
    auto outcome = protocol::parse_outcome(outcome_line);
    REQUIRE(outcome.ok());
    REQUIRE(outcome.value().contests.size() == 1);
    return outcome.value().contests[0].conflict;
}

}  // namespace

TEST_CASE_FIXTURE(Village, "a record made offline is on the server and on the other laptop") {
    const RecordId id = siti.add("household", household("Budi"), kUnit);
    CHECK(siti.status().waiting == 1);
    agree();
    CHECK(siti.status().waiting == 0);
    CHECK(siti.status().is_green());
    CHECK(ani.shown(id).text("head_name") == "Budi");
}

TEST_CASE_FIXTURE(Village, "SYNC 1: a pull replaces only the confirmed text; own changes stay shown") {
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

TEST_CASE_FIXTURE(Village, "SYNC 4: a complete line that does not decode is kept raw, and blocks nothing") {
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

TEST_CASE_FIXTURE(Village, "SYNC 5: an answer lost after the commit: sending again changes nothing") {
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
    for (int i = 0; i < 3; ++i) siti.add("household", household("Asli " + std::to_string(i)), kUnit);
    siti.sync();
    siti.copy_to(folder.path("first_life.db"));
    siti.restore_from(folder.path("copy.db"));
    for (int i = 0; i < 2; ++i) siti.add("household", household("Salinan " + std::to_string(i)), kUnit);
    siti.sync();
    siti.restore_from(folder.path("first_life.db"));
    siti.add("household", household("Asli lagi"), kUnit);
    siti.sync();
    CHECK(server_rows(server, {kUnit}).size() == 6);
    agree();
}

TEST_CASE_FIXTURE(Village, "SYNC 8: different fields of one record merge; the same value is identical") {
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

TEST_CASE_FIXTURE(Village, "SYNC 8: the same field, two values: a conflict that both see; nobody wins by clock") {
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
                                     "rumahnya sudah didatangi").ok());
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

TEST_CASE_FIXTURE(Village, "SYNC 8: a cadre's own later edit follows her earlier one without conflict") {
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

TEST_CASE_FIXTURE(Village, "SYNC 9: two decisions from stale pages conflict instead of overwriting") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    ani.edit(id, set("rt", "006"));
    siti.sync();
    ani.sync();
    const std::string conflict = conflict_id(outcome_of(ani, id));
    REQUIRE(accept::resolve_conflict(server.desk(), conflict, accept::Choice::Standing, {}, "").ok());
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

TEST_CASE_FIXTURE(Village, "SYNC 11: a sticky value is applied over any other, which becomes the contender") {
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

TEST_CASE_FIXTURE(Village, "SYNC 12: a bad change is kept whole, blocks no other, and is mended by a later one") {
    Fields bad = household("Rusak");
    bad.set("rt", "dua belas");
    const RecordId id = siti.add("household", bad, kUnit);
    const RecordId other = siti.add("household", household("Baik"), kUnit);
    siti.sync();
    CHECK(siti.status().quarantined == 1);
    CHECK(!siti.status().is_green());
    CHECK(siti.has(id));
    ani.sync();
    CHECK(ani.has(other));
    CHECK(!ani.has(id));
    siti.edit(id, set("landmark", "dekat sungai"));
    siti.sync();
    CHECK(siti.status().quarantined == 2);
    siti.edit(id, set("rt", "012"));
    siti.sync();
    CHECK(siti.status().quarantined == 0);
    agree();
    CHECK(ani.shown(id).text("rt") == "012");
    CHECK(ani.shown(id).text("landmark") == "dekat sungai");
    CHECK(ani.shown(id).text("head_name") == "Rusak");
}

TEST_CASE_FIXTURE(Village, "SYNC 12: the health centre mends a quarantined change, and the author hears it") {
    Fields bad = household("Rusak");
    bad.set("rt", "dua belas");
    const RecordId id = siti.add("household", bad, kUnit);
    siti.sync();
    const auto held = server_store::open_quarantine(server.connection());
    REQUIRE(held.ok());
    REQUIRE(held.value().size() == 1);
    const auto& item = held.value()[0];
    const auto still_bad = accept::mend_quarantined(server.desk(), item.device, item.n,
                                                    set("rt", "juga salah"), "");
    CHECK(!still_bad.ok());
    REQUIRE(accept::mend_quarantined(server.desk(), item.device, item.n, set("rt", "012"), "").ok());
    agree();
    CHECK(siti.shown(id).text("rt") == "012");
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Village, "SYNC 12: a rejected change says why, and leaves the author's screen") {
    Fields bad = household("Rusak");
    bad.set("rt", "dua belas");
    const RecordId id = siti.add("household", bad, kUnit);
    siti.sync();
    const auto held = server_store::open_quarantine(server.connection());
    REQUIRE(held.ok());
    REQUIRE(accept::reject_quarantined(server.desk(), held.value()[0].device, held.value()[0].n,
                                       "keluarga ini sudah terdaftar").ok());
    siti.sync();
    CHECK(!siti.has(id));
    CHECK(siti.status().rejected == 1);
    CHECK(outcome_of(siti, id).find("keluarga ini sudah terdaftar") != std::string::npos);
}

TEST_CASE_FIXTURE(Village, "SYNC 12: a change for a unit out of scope is quarantined, not lost") {
    const RecordId id = siti.add("household", household("Tetangga"), "POSY-2");
    siti.sync();
    CHECK(siti.status().quarantined == 1);
    CHECK(siti.has(id));
    const auto held = server_store::open_quarantine(server.connection());
    REQUIRE(held.ok());
    REQUIRE(held.value().size() == 1);
    CHECK(held.value()[0].code == "scope");
    CHECK(server_rows(server, {"POSY-2"}).empty());
}

TEST_CASE_FIXTURE(Village, "SYNC 12: a record of an unknown type is kept whole") {
    siti.add("ramalan_cuaca", fields_of(R"({"hujan":"1"})"), kUnit);
    siti.sync();
    CHECK(siti.status().quarantined == 1);
    const auto held = server_store::open_quarantine(server.connection());
    REQUIRE(held.ok());
    CHECK(held.value()[0].code == "type");
}

TEST_CASE_FIXTURE(Village, "SYNC 13: what two laptops say of one task meets in one record") {
    const auto record = [&](Device& device, const char* answers) {
        auto identity = device.store().identity();
        REQUIRE(identity.ok());
        client_app::Recorder recorder(device.store(), forms::FormSet::builtin(), clock, random,
                                      identity.value());
        client_app::Entry entry;
        entry.type = "followup_task";
        entry.answers = fields_of(answers);
        auto recorded = recorder.record(entry);
        REQUIRE(recorded.ok());
        REQUIRE(recorded.value().is_saved);
        return recorded.value().id;
    };
    const RecordId from_siti = record(
        siti, R"({"person_id":"01890000-0000-7000-8000-000000000001","task_code":"KF2",)"
              R"("birth_event_id":"01890000-0000-7000-8000-000000000002","note":"pindah"})");
    const RecordId from_ani = record(
        ani, R"({"person_id":"01890000-0000-7000-8000-000000000001","task_code":"KF2",)"
             R"("birth_event_id":"01890000-0000-7000-8000-000000000002","cancel_reason":"MOVED"})");
    CHECK(from_siti == from_ani);
    agree();
    CHECK(siti.shown(from_siti).text("cancel_reason") == "MOVED");
    CHECK(siti.shown(from_siti).text("note") == "pindah");
    CHECK(server_rows(server, {kUnit}).size() == 1);
}

TEST_CASE_FIXTURE(Village, "SYNC 2: only what no line could carry is refused; all else is saved") {
    Fields huge = household("Budi");
    huge.set("note", std::string(70 * 1024, 'x'));
    const RecordId id(base::make_uuid7(clock.now(), random));
    CHECK(!siti.try_save("household", id, huge, kUnit));
    CHECK(siti.status().waiting == 0);
    Fields odd = household("");
    odd.set("rt", "bukan angka");
    CHECK(siti.try_save("household", id, odd, kUnit));
    CHECK(siti.status().waiting == 1);
}

TEST_CASE_FIXTURE(Village, "SYNC 8: a midwife decides a conflict from her laptop; a cadre's word is not enough") {
    Device ratna(folder.path("ratna.db"), server, server.add_user("Ratna", "BIDAN", {kUnit}),
                 clock, random);
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    ani.edit(id, set("rt", "006"));
    siti.sync();
    ani.sync();
    ratna.sync();
    const std::string conflict = conflict_id(outcome_of(ani, id));
    siti.edit(id, set("rt", "006"), conflict);
    siti.sync();
    CHECK(server_store::open_contenders(server.connection()).value().size() == 1);
    ratna.sync();
    ratna.edit(id, set("rt", "007"), conflict);
    ratna.sync();
    CHECK(server_store::open_contenders(server.connection()).value().empty());
    agree();
    CHECK(siti.shown(id).text("rt") == "007");
    CHECK(ani.status().conflicted == 0);
    CHECK(ani.status().rejected == 1);
}

TEST_CASE_FIXTURE(Village, "SYNC 14: a child may arrive before its parent, or without") {
    Fields person = fields_of(
        R"({"full_name":"Rina","sex":"P","birth_date":"2000-01-01","birth_date_precision":"D",)"
        R"("nik_status":"NONE","is_mother":"1","is_infant":"0","is_supporter":"0",)"
        R"("vital_status":"ALIVE","household_id":"01890000-0000-7000-8000-000000000001"})");
    const RecordId id = siti.add("person", person, kUnit);
    agree();
    CHECK(ani.has(id));
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Village, "SYNC 18: a damaged row is found by the hash and repaired, own changes untouched") {
    const RecordId id = known_household("Budi");
    const RecordId mine = siti.add("household", household("Belum dikirim"), kUnit);
    REQUIRE(siti.store().connection().execute(
        "UPDATE record SET confirmed = '{\"head_name\":\"Rusak\"}' WHERE confirmed IS NOT NULL; "
        "UPDATE unit_state SET hash = hash + 12345").ok());
    siti.sync();
    CHECK(siti.status().agreed);
    CHECK(confirmed_rows(siti) == server_rows(server, {kUnit}));
    CHECK(siti.shown(id).text("head_name") == "Budi");
    CHECK(siti.has(mine));
    agree();
}

TEST_CASE_FIXTURE(Village, "SYNC 18: a row the server does not hold is dropped by the repair") {
    known_household("Budi");
    REQUIRE(siti.store().connection().execute(
        "INSERT INTO record (id, type, unit, epoch, counter, confirmed, shown) VALUES "
        "('01890000-0000-7000-8000-0000000000aa', 'household', 'POSY-1', 1, 1, '{}', '{}'); "
        "UPDATE unit_state SET hash = hash + 1").ok());
    siti.sync();
    CHECK(!siti.has(RecordId("01890000-0000-7000-8000-0000000000aa")));
    CHECK(siti.status().agreed);
}

TEST_CASE_FIXTURE(Village, "SYNC 20: a receipt is signed, kept, and covers what was sent") {
    siti.add("household", household("Satu"), kUnit);
    siti.add("household", household("Dua"), kUnit);
    siti.sync();
    const auto receipts = store::receipts(siti.store(), 10);
    REQUIRE(receipts.ok());
    REQUIRE(receipts.value().size() == 1);
    CHECK(receipts.value()[0].first_n == 1);
    CHECK(receipts.value()[0].last_n == 2);
    CHECK(receipts.value()[0].counts.at("applied") == 2);
}

TEST_CASE_FIXTURE(Village, "SYNC 20: an answer whose receipt another signed marks nothing as sent") {
    siti.add("household", household("Satu"), kUnit);
    auto identity = siti.store().identity();
    REQUIRE(identity.ok());
    identity.value().receipt_key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    REQUIRE(siti.store().set_identity(identity.value()).ok());
    const auto result = siti.round();
    REQUIRE(!result.ok());
    CHECK(siti.status().waiting == 1);
}

TEST_CASE_FIXTURE(Village, "SYNC 25: unknown fields and codes survive an edit, a merge and the way back") {
    Fields fields = household("Budi");
    fields.set_token("masa_depan", R"({"a":[1,2.50,"x"],"b":null})");
    fields.set("status", "STATUS_BARU");
    const RecordId id = siti.add("household", fields, kUnit);
    agree();
    ani.edit(id, set("rt", "009"));
    siti.edit(id, set("rw", "008"));
    agree();
    CHECK(*siti.shown(id).token("masa_depan") == R"({"a":[1,2.50,"x"],"b":null})");
    CHECK(*ani.shown(id).token("masa_depan") == R"({"a":[1,2.50,"x"],"b":null})");
    CHECK(ani.shown(id).text("status") == "STATUS_BARU");
}

TEST_CASE_FIXTURE(Village, "a captive portal's page is no connection, and nothing changes") {
    siti.add("household", household("Budi"), kUnit);
    siti.link().fault = [] { return Fault::CaptivePortal; };
    const auto result = siti.round();
    REQUIRE(!result.ok());
    CHECK(result.error->trouble == sync_client::Trouble::NoConnection);
    CHECK(siti.status().waiting == 1);
}

TEST_CASE_FIXTURE(Village, "half an answer is no answer") {
    siti.add("household", household("Budi"), kUnit);
    siti.link().fault = [] { return Fault::AnswerCut; };
    CHECK(!siti.round().ok());
    CHECK(siti.status().waiting == 1);
    siti.link().fault = [] { return Fault::None; };
    agree();
}
