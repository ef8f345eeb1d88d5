// SYNC 16 with what else the health centre does: joining, taking apart, mending.
#include "sync-server/accept/desk/deciding.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/moves.h"
#include "tests/simulation/crossing_village.h"

using namespace simulation;
using base::Fields;
using server_store::kOutside;

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: who is on the way is not joined, and who has gone is not taken apart") {
    const RecordId twin = siti.add("person", person("Rina W", false), kUnit);
    everybody();
    const auto join = [&] {
        joining::Request request{mother.text(), twin.text(), {}, {}, "sama", "", true, {}};
        request.actor = server_store::kCommandLine;
        return joining::join(server.desk(), request);
    };
    const crossing::Sealed sealed = write(mother);
    CHECK(refusal(join()).find("is moving to another health centre") != std::string::npos);
    REQUIRE(crossing::cancel(server.desk(), sealed.id, "belum", "siapa").ok());
    const auto merge = join();
    REQUIRE(merge.ok());
    move_away(home);
    CHECK(unit_on_server(twin) == kOutside);
    CHECK(unit_there(twin) == kFar);  // who is one with her goes along
    joining::UndoRequest undo{merge.value(), {}, "dua orang", server_store::kCommandLine, {}};
    CHECK(refusal(joining::undo(server.desk(), undo)) == "they have gone to another health centre");
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: who cannot stand yet at the new centre is mended into her posyandu") {
    crossing::OutRequest request = away(mother);
    request.is_alone = true;
    const crossing::Sealed sealed = write(server, request);
    auto file = crossing::open(sealed.bytes, sealed.code);
    REQUIRE(file.ok());
    for (crossing::Line& line : file.value().lines) {
        if (line.record == mother.text()) line.set.set("full_name", std::string(130, 'R'));
    }
    const std::string code = crossing::new_code();
    crossing::InRequest in = into(sealed, kFar);
    in.bytes = crossing::seal(file.value(), code).value();
    in.code = code;
    CHECK(take(far, in).waiting == 1);
    const auto waiting = server_store::open_quarantine(far.connection());
    REQUIRE(waiting.value().size() == 1);
    REQUIRE(accept::mend_quarantined(far.desk(), waiting.value()[0].device, waiting.value()[0].n,
                                     set("full_name", "Rina"), "ditanyakan")
                .ok());
    CHECK(unit_there(mother) == kFar);
    far_too();
    CHECK(wati.shown(mother).text("full_name") == "Rina");
    const std::string lives_in = wati.shown(mother).text("household_id");
    CHECK(lives_in == wati.shown(infant).text("household_id"));
    CHECK(wati.has(RecordId(lives_in)));
}

TEST_CASE_FIXTURE(TwoCentres, "SYNC 16: joined with somebody who stayed, she is herself there") {
    const crossing::Sealed sealed = write(home);
    auto file = crossing::open(sealed.bytes, sealed.code);
    REQUIRE(file.ok());
    for (crossing::Line& line : file.value().lines) {
        if (line.record == mother.text()) {
            line.set.set("merged_into", "0199c0de-0000-7000-8000-00000000abcd");
        }
    }
    const std::string code = crossing::new_code();
    crossing::InRequest in = into(sealed, kFar);
    in.bytes = crossing::seal(file.value(), code).value();
    in.code = code;
    take(far, in);
    far_too();
    CHECK(wati.shown(mother).text("merged_into").empty());
}

TEST_CASE_FIXTURE(TwoCentres, "SYNC 16: taken back, they have also what was new about them") {
    const std::string id = move_away(home);
    Fields late;
    late.set("person_id", infant.text());
    late.set("task_code", "KN3");
    const RecordId task = siti.add("followup_task", late, kUnit);
    const RecordId second = siti.add("person", person("Kedua", true), kUnit);
    late.set("person_id", second.text());
    const RecordId of_second = siti.add("followup_task", late, kUnit);
    CHECK(!siti.sync().error);
    CHECK(held().size() == 3);
    REQUIRE(crossing::cancel(server.desk(), id, "kembali", "siapa").ok());
    CHECK(held().empty());
    everybody();
    for (const RecordId& each : {task, second, of_second}) {
        CHECK(unit_on_server(each) == kUnit);
        CHECK(ani.has(each));
    }
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: taken back, nothing that laptops said meanwhile waits any more") {
    siti.edit(mother, set("phone", "0812000001"));  // neither has heard that they go
    ani.edit(mother, set("occupation", "guru"));
    ani.edit(infant, set("full_name", "Dewi Ani"));
    const std::string id = move_away(home);
    CHECK(!siti.sync().error);
    CHECK(!ani.sync().error);
    CHECK(held().size() == 3);
    REQUIRE(crossing::cancel(server.desk(), id, "kembali", "siapa").ok());
    CHECK(held().empty());
    everybody();
    CHECK(siti.status().is_green());
    CHECK(siti.shown(mother).text("occupation") == "guru");
    CHECK(ani.shown(mother).text("phone") == "0812000001");
    CHECK(siti.shown(infant).text("full_name") == "Dewi Ani");
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: come back to another posyandu, what the old one wrote is let in too") {
    siti.edit(mother, set("phone", "0812000001"));
    move_away(home);
    CHECK(!siti.sync().error);
    CHECK(held().size() == 1);
    ani.edit(mother, set("occupation", "guru"));  // not sent until they are back
    crossing::OutRequest home_again = away(home);
    home_again.to = "Puskesmas Uji";
    const crossing::Sealed sealed = write(far, home_again);
    crossing::InRequest in = into(sealed, kOther);
    in.is_for_us = true;
    confirm(far, take(server, in).receipt);
    CHECK(held().empty());
    everybody();
    CHECK(held().empty());
    CHECK(siti.status().is_green());
    CHECK(tini.shown(mother).text("occupation") == "guru");
    CHECK(tini.shown(mother).text("phone") == "0812000001");
}

TEST_CASE_FIXTURE(TwoCentres, "SYNC 16: a late word overwrites nothing there that it never saw") {
    siti.edit(mother, set("full_name", "Rina Siti"));  // not sent before they go
    ani.edit(mother, set("full_name", "Rina Ani"));
    CHECK(!ani.sync().error);
    const std::string id = move_away(home);
    siti.edit(mother, set("phone", "0812000000"));
    CHECK(!siti.sync().error);
    take(far, into(write_further(id), ""));
    far_too();
    CHECK(wati.shown(mother).text("full_name") == "Rina Ani");
    CHECK(wati.shown(mother).text("phone") == "0812000000");
    const auto open = server_store::open_contenders(far.connection());
    REQUIRE(open.value().size() == 1);
    CHECK(open.value()[0].mine.find("Rina Siti") != std::string::npos);
}

TEST_CASE_FIXTURE(
    TwoCentres, "SYNC 16: of her words on each answer her own last goes, however the clock jumps") {
    const std::string id = move_away(home);
    const base::Instant left = clock.now();
    const auto says = [&](int hours, const char* field, const char* value) {
        clock.set({left.unix_ms + hours * 3'600'000LL});
        siti.edit(mother, set(field, value));
        CHECK(!siti.sync().error);
    };
    says(2, "phone", "0812000001");
    says(3, "phone", "0812000002");
    says(1, "occupation", "guru");  // the server's clock was put back
    take(far, into(write_further(id), ""));
    far_too();
    CHECK(wati.shown(mother).text("phone") == "0812000002");
    CHECK(wati.shown(mother).text("occupation") == "guru");
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: two late words that differ wait for a person, also if one takes back") {
    const std::string id = move_away(home);
    const auto says = [&](Device& device, const char* status, const char* died) {
        clock.set({clock.now().unix_ms + 3'600'000});
        Fields fields;
        fields.set("vital_status", status);
        died == nullptr ? fields.set_token("death_date", "null") : fields.set("death_date", died);
        device.edit(infant, fields);
        CHECK(!device.sync().error);
    };
    says(ani, "DEAD", "2026-01-04");  // and then it was another child
    says(ani, "ALIVE", nullptr);
    says(siti, "DEAD", "2026-01-03");
    take(far, into(write_further(id), ""));
    far_too();
    CHECK(wati.shown(infant).text("vital_status") == "DEAD");  // it sticks (SYNC 11)
    CHECK(wati.shown(infant).text("death_date") == "2026-01-03");
    const auto open = server_store::open_contenders(far.connection());
    REQUIRE(open.value().size() == 1);
    CHECK(open.value()[0].mine.find("ALIVE") != std::string::npos);
}
