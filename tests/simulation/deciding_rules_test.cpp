// SYNC 8 and 9: a decision answers what its author saw, and nothing else.
#include "sync-server/store/records/records.h"
#include "tests/simulation/crossing_village.h"

using namespace simulation;
using base::RecordId;

namespace {

// Siti wrote "Balai desa", which stands; Ani's "Masjid" contends; the midwife may decide.
struct Deciding : Village {
    Device ratna{folder.path("ratna.db"), server, server.add_user("Ratna", "BIDAN", {kUnit}), clock,
                 random};
    Device tuti{folder.path("tuti.db"), server, server.add_user("Tuti", "KADER", {kUnit}), clock,
                random};
    RecordId id = siti.add(
        "outreach", fields_of(R"({"date":"2026-02-20","kind":"PENYULUHAN","taught_massage":"0"})"),
        kUnit);
    std::string conflict;

    Deciding() {
        agree();
        tuti.sync();
        siti.edit(id, set("place", "Balai desa"));
        ani.edit(id, set("place", "Masjid"));
        siti.sync();
        ani.sync();
        ratna.sync();
        conflict = open_contenders().at(0).id;
    }
    std::string stands() {
        const auto stored = server_store::find_record(server.connection(), id.text());
        return stored.value()->record.fields.text("place");
    }
};

}  // namespace

TEST_CASE_FIXTURE(Deciding,
                  "SYNC 8: a decision does not overwrite what was written since it was made") {
    ratna.edit(id, set("place", "Masjid"), conflict);  // not sent yet
    siti.edit(id, set("place", "Sekolah"));
    siti.sync();
    ratna.sync();
    CHECK(stands() == "Sekolah");
    CHECK(open_contenders().size() == 2);  // Ani's, and the midwife's own
    CHECK(ratna.status().conflicted == 1);
}

TEST_CASE_FIXTURE(Deciding, "SYNC 8: to keep what stands keeps nothing that was not seen") {
    ratna.edit(id, {}, conflict);  // "Balai desa" is right; not sent yet
    siti.edit(id, set("place", "Sekolah"));
    siti.sync();
    ratna.sync();
    CHECK(stands() == "Sekolah");
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].mine.find("Masjid") != std::string::npos);
    ratna.edit(id, {}, conflict);  // now she has seen it
    ratna.sync();
    CHECK(open_contenders().empty());
}

TEST_CASE_FIXTURE(Deciding, "SYNC 8: deciding one conflict closes no other that nobody saw") {
    const std::string seen = open_contenders().at(0).id;
    const auto page = server_store::find_record(server.connection(), id.text());
    tuti.edit(id, set("place", "Kantor desa"));
    tuti.sync();
    REQUIRE(open_contenders().size() == 2);
    accept::By by;
    by.seen = page.value()->record.revision;
    REQUIRE(
        accept::resolve_conflict(server.desk(), seen, accept::Choice::Standing, {}, "", by).ok());
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].mine.find("Kantor desa") != std::string::npos);
    tuti.sync();
    CHECK(tuti.status().conflicted == 1);
    ani.sync();
    CHECK(ani.status().conflicted == 0);
}

TEST_CASE_FIXTURE(Deciding, "SYNC 8: who wanted what was decided is answered with it") {
    tuti.edit(id, set("place", "Masjid"));
    tuti.sync();
    ratna.edit(id, set("place", "Masjid"), conflict);
    ratna.sync();
    CHECK(stands() == "Masjid");
    CHECK(open_contenders().empty());
    for (Device* each : {&ani, &tuti}) {
        each->sync();
        CHECK(each->status().conflicted == 0);
    }
}

TEST_CASE_FIXTURE(Village, "SYNC 9: what stood wrong before is no fault of a decision") {
    const RecordId home = known_household("Budi");
    siti.edit(home, set("landmark", "dekat pasar"));
    agree();
    siti.edit(home, set("rt", "005"));
    ani.edit(home, set("rt", "006"));
    agree();
    REQUIRE(open_contenders().size() == 1);
    std::vector<std::string> texts = forms::FormSet::builtin().texts();
    for (std::string& text : texts) {
        const std::size_t at = text.find(R"("name":"landmark")");
        if (at == std::string::npos) continue;
        const std::string limit = "string-length(.) <= 120";
        text.replace(text.find(limit, at), limit.size(), "string-length(.) <= 3");
    }
    const auto sharper = forms::FormSet::parse(texts);
    REQUIRE(sharper.ok());
    const accept::Desk desk{server.connection(), sharper.value(), clock, random};
    const auto decide_with = [&](const base::Fields& third) {
        return accept::resolve_conflict(desk, open_contenders()[0].id, accept::Choice::Third, third,
                                        "", {});
    };
    CHECK(!decide_with(set("rt", "salah")).ok());
    CHECK(decide_with(set("rt", "007")).ok());
    CHECK(open_contenders().empty());
}

TEST_CASE_FIXTURE(Neighbours,
                  "SYNC 17: taking a joining apart leaves a conflict about the kept one open") {
    family();
    const RecordId twin = siti.add("person", person("Rina W", false), kUnit);
    everybody();
    ani.edit(mother, set("phone", "0831000000"));
    siti.edit(mother, set("phone", "0821000000"));
    ani.sync();
    siti.sync();
    REQUIRE(open_contenders().size() == 1);
    joining::Request request{mother.text(), twin.text(), {}, {}, "sama", "", true, {}};
    request.actor = server_store::kCommandLine;
    const auto merge = joining::join(server.desk(), request);
    REQUIRE(merge.ok());
    siti.edit(twin, set("phone", "0822000000"));
    siti.sync();
    CHECK(open_contenders().size() == 2);
    const joining::UndoRequest undo{merge.value(), {}, "dua orang", server_store::kCommandLine, {}};
    REQUIRE(joining::undo(server.desk(), undo).ok());
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].mine.find("0821000000") != std::string::npos);
    everybody();
    CHECK(siti.status().conflicted == 1);
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: of one author's late words the last goes after the family") {
    const std::string id = move_away(home);
    siti.edit(mother, set("full_name", "Rina Salah"));
    siti.edit(mother, set("full_name", "Rina Betul"));
    CHECK(!siti.sync().error);
    take(far, into(write_further(id), ""));
    far_too();
    CHECK(wati.shown(mother).text("full_name") == "Rina Betul");
    CHECK(server_store::open_contenders(far.connection()).value().empty());
}

TEST_CASE_FIXTURE(TwoCentres, "SYNC 16: two authors' late words are both kept for a decision") {
    const std::string id = move_away(home);
    siti.edit(mother, set("full_name", "Rina A"));
    ani.edit(mother, set("full_name", "Rina B"));
    CHECK(!siti.sync().error);
    CHECK(!ani.sync().error);
    far_too();
    wati.edit(mother, set("full_name", "Rina C"));
    far_too();
    take(far, into(write_further(id), ""));
    far_too();
    CHECK(wati.shown(mother).text("full_name") == "Rina C");
    CHECK(server_store::open_contenders(far.connection()).value().size() == 2);
}
