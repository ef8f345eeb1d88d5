// The rules of SYNC 12-25, each with a scenario that hurts without it.
#include "client/app/recording/recorder.h"
#include "shared/protocol/request.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::Fields;
using base::RecordId;

TEST_CASE_FIXTURE(
    Village, "SYNC 12: a bad change is kept whole, blocks no other, and is mended by a later one") {
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

TEST_CASE_FIXTURE(
    Village, "SYNC 12: the health centre mends a quarantined change, and the author hears it") {
    Fields bad = household("Rusak");
    bad.set("rt", "dua belas");
    const RecordId id = siti.add("household", bad, kUnit);
    siti.sync();
    const auto held = server_store::open_quarantine(server.connection());
    REQUIRE(held.ok());
    REQUIRE(held.value().size() == 1);
    const auto& item = held.value()[0];
    const auto still_bad =
        accept::mend_quarantined(server.desk(), item.device, item.n, set("rt", "juga salah"), "");
    CHECK(!still_bad.ok());
    REQUIRE(
        accept::mend_quarantined(server.desk(), item.device, item.n, set("rt", "012"), "").ok());
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
                                       "keluarga ini sudah terdaftar")
                .ok());
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

TEST_CASE_FIXTURE(
    Village,
    "SYNC 12: changes of two types for one record hold each other up, whatever the second is") {
    const RecordId id(base::make_uuid7(clock.now(), random));
    Fields bad = household("Rusak");
    bad.set("rt", "dua belas");
    REQUIRE(siti.try_save("household", id, bad, kUnit));
    REQUIRE(siti.try_save("person", id, set("full_name", ""), kUnit));
    siti.sync();
    CHECK(server_rows(server, {kUnit}).empty());
    const auto items = held();
    REQUIRE(items.size() == 2);
    CHECK(items[1].code == "type");
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 12: what is not of one known type is refused a mend, and can be rejected") {
    const RecordId id(base::make_uuid7(clock.now(), random));
    Fields bad = household("Rusak");
    bad.set("rt", "dua belas");
    REQUIRE(siti.try_save("household", id, bad, kUnit));
    REQUIRE(siti.try_save("ramalan_cuaca", id, set("hujan", "1"), kUnit));
    siti.sync();
    const auto items = held();
    REQUIRE(items.size() == 2);
    const auto mend = [&] {
        return accept::mend_quarantined(server.desk(), items[0].device, items[0].n,
                                        set("rt", "012"), "");
    };
    const auto refused = mend();
    REQUIRE(!refused.ok());
    CHECK(refused.error().code == base::ErrorCode::Refused);
    REQUIRE(accept::reject_quarantined(server.desk(), items[1].device, items[1].n, "salah").ok());
    CHECK(mend().ok());
    CHECK(server_rows(server, {kUnit}).size() == 1);
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 12: what was held behind a rejected change is released if it can stand") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "dua belas"));
    siti.edit(id, set("landmark", "Sungai"));
    siti.sync();
    const auto items = held();
    REQUIRE(items.size() == 2);
    REQUIRE(accept::reject_quarantined(server.desk(), items[0].device, items[0].n, "salah").ok());
    CHECK(held().empty());
    agree();
    CHECK(siti.shown(id).text("landmark") == "Sungai");
    CHECK(ani.shown(id).text("landmark") == "Sungai");
    CHECK(siti.status().quarantined == 0);
    CHECK(siti.status().rejected == 1);
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 12: a rejection releases nothing that its author had no right to") {
    const RecordId id(base::make_uuid7(clock.now(), random));
    Fields bad = household("Tetangga");
    bad.set("rt", "dua belas");
    REQUIRE(siti.try_save("household", id, bad, "POSY-2"));
    REQUIRE(siti.try_save("household", id, household("Tetangga"), "POSY-2"));
    siti.sync();
    const auto items = held();
    REQUIRE(items.size() == 2);
    REQUIRE(accept::reject_quarantined(server.desk(), items[0].device, items[0].n, "salah").ok());
    CHECK(held().size() == 1);
    CHECK(server_rows(server, {"POSY-2"}).empty());
}

TEST_CASE_FIXTURE(
    Village,
    "SYNC 12: behind fifty held changes a later one waits unlooked at; one mend releases all") {
    Fields bad = household("Rusak");
    bad.set("rt", "dua belas");
    const RecordId id = siti.add("household", bad, kUnit);
    for (int i = 1; i < 60; ++i) siti.edit(id, set("landmark", "rumah " + std::to_string(i)));
    siti.sync();
    const auto items = held();
    REQUIRE(items.size() == 60);
    CHECK(items[49].code == "check");
    CHECK(items[50].code == "held");
    REQUIRE(
        accept::mend_quarantined(server.desk(), items[0].device, items[0].n, set("rt", "012"), "")
            .ok());
    agree();
    CHECK(ani.shown(id).text("landmark") == "rumah 59");
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(
    Village,
    "text that is not UTF-8 is refused at the health centre's desk, and nothing was decided") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    ani.edit(id, set("rt", "006"));
    Fields bad = household("Rusak");
    bad.set("rt", "dua belas");
    siti.add("household", bad, kUnit);
    siti.sync();
    ani.sync();
    const std::string odd = "ditolak \x96 ganda";
    const auto item = held().at(0);
    const auto is_usage = [](const base::Status& status) {
        return !status.ok() && status.error().code == base::ErrorCode::Usage;
    };
    CHECK(is_usage(accept::reject_quarantined(server.desk(), item.device, item.n, odd)));
    CHECK(is_usage(
        accept::mend_quarantined(server.desk(), item.device, item.n, set("rt", "012"), odd)));
    CHECK(is_usage(accept::resolve_conflict(server.desk(), open_contenders().at(0).id,
                                            accept::Choice::Standing, {}, odd)));
    CHECK(held().size() == 1);
    CHECK(open_contenders().size() == 1);
    CHECK(!siti.sync().error);
    CHECK(!ani.sync().error);
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
    const RecordId from_siti =
        record(siti, R"({"person_id":"01890000-0000-7000-8000-000000000001","task_code":"KF2",)"
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

TEST_CASE_FIXTURE(
    Village, "SYNC 8: a midwife decides a conflict from her laptop; a cadre's word is not enough") {
    Device ratna(folder.path("ratna.db"), server, server.add_user("Ratna", "BIDAN", {kUnit}), clock,
                 random);
    const RecordId id = siti.add(
        "outreach", fields_of(R"({"date":"2026-02-20","kind":"PENYULUHAN","taught_massage":"0"})"),
        kUnit);
    agree();
    siti.edit(id, set("place", "Balai desa"));
    ani.edit(id, set("place", "Masjid"));
    siti.sync();
    ani.sync();
    ratna.sync();
    const std::string conflict = conflict_id(outcome_of(ani, id));
    siti.edit(id, set("place", "Masjid"), conflict);
    siti.sync();
    CHECK(open_contenders().size() == 1);
    ratna.sync();
    ratna.edit(id, set("place", "Sekolah"), conflict);
    ratna.sync();
    CHECK(open_contenders().empty());
    agree();
    CHECK(siti.shown(id).text("place") == "Sekolah");
    CHECK(ani.status().conflicted == 0);
    CHECK(ani.status().rejected == 1);
}

TEST_CASE_FIXTURE(Village, "SYNC 8: who somebody is, only a coordinator decides, by laptop too") {
    Device ratna(folder.path("ratna.db"), server, server.add_user("Ratna", "BIDAN", {kUnit}), clock,
                 random);
    Device dewi(folder.path("dewi.db"), server, server.add_user("Dewi", "KOORD", {kUnit}), clock,
                random);
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    ani.edit(id, set("rt", "006"));
    siti.sync();
    ani.sync();
    const std::string conflict = conflict_id(outcome_of(ani, id));
    ratna.sync();
    ratna.edit(id, set("rt", "005"), conflict);
    ratna.sync();
    CHECK(open_contenders().size() == 1);
    dewi.sync();
    dewi.edit(id, set("rt", "006"), conflict);
    dewi.sync();
    CHECK(open_contenders().empty());
    agree();
    CHECK(siti.shown(id).text("rt") == "006");
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

TEST_CASE_FIXTURE(
    Village, "SYNC 18: a damaged row is found by the hash and repaired, own changes untouched") {
    const RecordId id = known_household("Budi");
    const RecordId mine = siti.add("household", household("Belum dikirim"), kUnit);
    REQUIRE(siti.store()
                .connection()
                .execute("UPDATE record SET confirmed = '{\"head_name\":\"Rusak\"}' WHERE "
                         "confirmed IS NOT NULL; "
                         "UPDATE unit_state SET hash = hash + 12345")
                .ok());
    siti.sync();
    CHECK(siti.status().agreed);
    CHECK(confirmed_rows(siti) == server_rows(server, {kUnit}));
    CHECK(siti.shown(id).text("head_name") == "Budi");
    CHECK(siti.has(mine));
    agree();
}

TEST_CASE_FIXTURE(Village, "SYNC 18: a row the server does not hold is dropped by the repair") {
    known_household("Budi");
    REQUIRE(
        siti.store()
            .connection()
            .execute("INSERT INTO record (id, type, unit, epoch, counter, confirmed, shown) VALUES "
                     "('01890000-0000-7000-8000-0000000000aa', 'household', 'POSY-1', 1, 1, '{}', "
                     "'{}'); "
                     "UPDATE unit_state SET hash = hash + 1")
            .ok());
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

TEST_CASE_FIXTURE(Village,
                  "SYNC 20: an answer whose receipt another signed marks nothing as sent") {
    siti.add("household", household("Satu"), kUnit);
    auto identity = siti.store().identity();
    REQUIRE(identity.ok());
    identity.value().receipt_key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    REQUIRE(siti.store().set_identity(identity.value()).ok());
    const auto result = siti.round();
    REQUIRE(!result.ok());
    CHECK(siti.status().waiting == 1);
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 25: unknown fields and codes survive an edit, a merge and the way back") {
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
