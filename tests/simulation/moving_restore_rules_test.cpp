// SYNC 22 and 15: what moved after the backup that the server was restored from.
#include "shared/protocol/record_line.h"
#include "sync-server/accept/desk/desk.h"
#include "sync-server/accept/round/witnessing.h"
#include "tests/simulation/moving_village.h"

using namespace simulation;
using base::Fields;

TEST_CASE_FIXTURE(Neighbours, "SYNC 22: a move that the backup did not know is brought back") {
    family();
    server.back_up(folder.path("backup.db"));
    move(to(home, kOther));
    everybody();
    server.restore(folder.path("backup.db"));
    CHECK(unit_on_server(mother) == kUnit);
    bidan.sync();  // she has both posyandu
    CHECK(unit_on_server(mother) == kOther);
    CHECK(held().empty());
    everybody();
    CHECK(tini.has(mother));
    CHECK(!siti.has(mother));
}

TEST_CASE_FIXTURE(Neighbours,
                  "SYNC 22: who heard of a move and not yet of what had moved is answered too") {
    family();
    server.back_up(folder.path("backup.db"));
    move(to(home, kOther));
    bidan.link().answer_bytes_max = 200;  // the old feed's word fits, not the new one's
    bidan.round();
    bidan.link().answer_bytes_max = 0;
    server.restore(folder.path("backup.db"));
    everybody();
    CHECK(unit_on_server(home) == kUnit);
    CHECK(bidan.has(home));
}

TEST_CASE("SYNC 22: who knows another of two moves than the one that waits is not asked for ever") {
    base::FixedClock clock{base::Instant{1'772'000'000'000}};
    base::SeededRandom random{7};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"A", "B", "C"}};
    const auto laptop = [&](const char* name, const char* role, std::vector<std::string> units) {
        return std::make_unique<Device>(folder.path(name), server,
                                        server.add_user(name, role, units), clock, random);
    };
    const auto siti = laptop("siti", "KADER", {"A"});
    const auto tini = laptop("tini", "KADER", {"C"});
    const auto bidan = laptop("bidan", "BIDAN", {"A", "B", "C"});
    const RecordId home = siti->add("household", household("Budi"), "A");
    for (Device* each : {siti.get(), tini.get(), bidan.get()}) CHECK(!each->sync().error);
    server.back_up(folder.path("backup.db"));
    const auto move_to = [&](const std::string& unit) {
        joining::MoveRequest request;
        request.record = home.text();
        request.to = unit;
        request.reason = "pindah";
        request.actor = server_store::kCommandLine;
        REQUIRE(joining::move(server.desk(), request).ok());
    };
    move_to("B");
    CHECK(!bidan->sync().error);
    move_to("C");
    CHECK(!tini->sync().error);
    server.restore(folder.path("backup.db"));
    CHECK(!tini->sync().error);  // as of C; she may not say so
    int rounds = 0;
    while (bidan->round().round.more && rounds < 50) ++rounds;
    CHECK(rounds < 50);
    CHECK(server_store::open_quarantine(server.connection()).value().size() == 1);
}

TEST_CASE_FIXTURE(Neighbours,
                  "SYNC 22: a move known only to who has no right to the old posyandu waits for a "
                  "person, who brings the whole family back") {
    family();
    server.back_up(folder.path("backup.db"));
    move(to(home, kOther));
    everybody();
    tini.edit(mother, set("full_name", "Rina Wati"));
    tini.sync();
    server.restore(folder.path("backup.db"));
    tini.sync();
    for (const RecordId& id : {home, mother, infant, visit}) CHECK(unit_on_server(id) == kUnit);
    REQUIRE(!held().empty());
    for (const auto& each : held()) {
        if (each.code == "scope") continue;  // her own change, which is sent again
        CHECK(each.code == accept::kMovedBack);
        CHECK(each.reason.find(kOther) != std::string::npos);
        CHECK(each.reason.find(kUnit) != std::string::npos);
    }
    const auto waits = [&] {
        for (const auto& each : held()) {
            if (each.code == accept::kMovedBack && each.record == infant.text()) return each;
        }
        FAIL("the infant's witness does not wait");
        return held()[0];
    }();
    REQUIRE(
        accept::mend_quarantined(server.desk(), waits.device, waits.n, {}, "memang pindah").ok());
    for (const RecordId& id : {home, mother, infant, visit}) CHECK(unit_on_server(id) == kOther);
    for (const auto& each : held()) CHECK(each.code != accept::kMovedBack);
    everybody();
    CHECK(tini.shown(mother).text("full_name") == "Rina Wati");
    CHECK(tini.has(infant));
    CHECK(!siti.has(mother));
}

TEST_CASE_FIXTURE(Neighbours,
                  "SYNC 22: of two ages of one who had moved the newer waits, and is taken") {
    Device tono{folder.path("tono.db"), server, server.add_user("Tono", "KADER", {kOther}), clock,
                random};
    family();
    server.back_up(folder.path("backup.db"));
    move(to(home, kOther));
    everybody();
    tini.edit(mother, set("full_name", "Rina Dua"));
    tini.sync();
    tono.sync();
    bidan.sync();
    bidan.edit(mother, set("full_name", "Rina Tiga"));
    bidan.sync();
    tini.sync();  // Tono has not heard
    server.restore(folder.path("backup.db"));
    tono.sync();
    tini.sync();
    const auto waits = [&] {
        std::vector<server_store::Quarantined> found;
        for (const auto& each : held()) {
            const bool is_hers = each.record == mother.text();
            if (is_hers && each.code == accept::kMovedBack) found.push_back(each);
        }
        return found;
    }();
    REQUIRE(waits.size() == 1);
    CHECK(waits[0].line.find("Rina Tiga") != std::string::npos);
    REQUIRE(accept::mend_quarantined(server.desk(), waits[0].device, waits[0].n, {}, "ya").ok());
    const auto stored = server_store::find_record(server.connection(), mother.text());
    CHECK(stored.value()->record.fields.text("full_name") == "Rina Tiga");
    CHECK(open_contenders().empty());
}

TEST_CASE_FIXTURE(Neighbours,
                  "SYNC 22: after her the midwife of both posyandu says it, and it is done") {
    family();
    server.back_up(folder.path("backup.db"));
    move(to(home, kOther));
    everybody();
    server.restore(folder.path("backup.db"));
    tini.sync();
    CHECK(held().size() == 4);
    everybody();
    CHECK(held().empty());
    for (const RecordId& id : {home, mother, infant, visit}) CHECK(unit_on_server(id) == kOther);
    CHECK(tini.has(infant));
    CHECK(!siti.has(mother));
}

TEST_CASE_FIXTURE(Neighbours, "SYNC 22: a forged witness pulls no family into another posyandu") {
    family();
    server.back_up(folder.path("backup.db"));
    server.restore(folder.path("backup.db"));
    // Tini's laptop claims to hold Siti's family, as of her own posyandu.
    auto session = accept::desk_session(server.desk());
    REQUIRE(session.ok());
    const auto user = server_store::find_user_by_name(server.connection(), "Tini");
    session.value().user = *user.value();
    session.value().units = {kOther};
    for (const RecordId& id : {mother, infant}) {
        const auto stored = server_store::find_record(server.connection(), id.text());
        const auto& record = stored.value()->record;
        REQUIRE(accept::take_witness(session.value(),
                                     protocol::record_line(id.text(), record.type, kOther, {1, 99},
                                                           stored.value()->fields_text, {}))
                    .ok());
    }
    CHECK(held().size() == 2);
    for (const auto& each : held()) CHECK(each.code == accept::kMovedBack);
    everybody();
    for (const RecordId& id : {home, mother, infant}) CHECK(unit_on_server(id) == kUnit);
    CHECK(!tini.has(mother));
    CHECK(siti.has(mother));
}

TEST_CASE_FIXTURE(Neighbours,
                  "SYNC 22: a laptop that missed the move asks a restored server once") {
    family();
    move(to(home, kOther));
    server.back_up(folder.path("backup.db"));
    server.restore(folder.path("backup.db"));
    everybody();
    CHECK(unit_on_server(mother) == kOther);
    CHECK(!siti.has(mother));
    CHECK(tini.has(mother));
}
