// A coordinator sends a family to another health centre, and takes one in, in her browser.
#include "tests/sync-server/console/desk.h"

#include "shared/crypto/encoding.h"
#include "shared/forms/form_set.h"
#include "sync-server/accept/crossing/family_file.h"
#include "sync-server/accept/desk/desk.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/crossings.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

using namespace console_test;

namespace {

const std::string kHome = "01890000-0000-7000-8000-0000000000b1";
const std::string kMother = "01890000-0000-7000-8000-0000000000b2";
const std::string kHomeJson = R"({"head_name":"Agus","status":"ACTIVE"})";
const std::string kMotherJson =
    R"({"full_name":"ZQXIBU","household_id":")" + kHome +
    R"(","sex":"P","is_mother":"1","is_infant":"0","is_supporter":"0",)"
    R"("birth_date":"1999-02-03","birth_date_precision":"D","nik_status":"UNKNOWN",)"
    R"("vital_status":"ALIVE"})";

struct Moves : Desk {
    Moves() { sign_in("koord"); }
    void put(const std::string& id, const std::string& type, const std::string& json) {
        const accept::Desk desk{writer(), forms::FormSet::builtin(), clock, random};
        auto transaction = db::Transaction::begin(writer());
        auto session = accept::desk_session(desk);
        records::Record record;
        record.id = base::RecordId(id);
        record.type = type;
        record.unit = "P1";
        REQUIRE(accept::write_at_desk(session.value(),
                                      accept::desk_change(session.value(), record,
                                                          base::Fields::parse(json).value(), ""))
                    .ok());
        REQUIRE(transaction.value().commit().ok());
    }
    std::string unit_of(const std::string& id) {
        const auto stored = server_store::find_record(writer(), id).value();
        return stored ? stored->record.unit : "";
    }
    // What stands in large letters.
    static std::string code(const http::Response& answer) {
        const auto at = answer.body.find("code large\">");
        REQUIRE(at != std::string::npos);
        return answer.body.substr(at + 12, answer.body.find('<', at) - at - 12);
    }
    crossing::FamilyFile from_elsewhere(const std::string& to) {
        crossing::FamilyFile file;
        file.label = {"01890000-0000-7000-8000-0000000000c1", "Puskesmas Mawar", to, clock.now()};
        file.family = file.label.id;
        file.record = kHome;
        file.since = "2026-11-01";
        file.receipt = "ABCDEFGHJKMNPQRS";
        file.lines = {{kHome, "household", base::Fields::parse(kHomeJson).value(), "{}"},
                      {kMother, "person", base::Fields::parse(kMotherJson).value(), "{}"}};
        return file;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Moves, "SYNC 16: a family goes away by pages: plan, file, code, receipt") {
    put(kHome, "household", kHomeJson);
    put(kMother, "person", kMotherJson);
    CHECK(has(get("/moves"), "Belum ada yang pindah"));
    const auto plan = get("/moves/out?person=" + kMother + "&to=Puskesmas+Mawar");
    CHECK(plan.status == 200);
    CHECK(has(plan, "ZQXIBU"));
    const Fields wanted = {{"person", kMother},
                           {"to", "Puskesmas Mawar"},
                           {"on", "2026-11-10"},
                           {"reason", "pindah rumah"}};
    Fields stale = wanted;
    stale.push_back({"shown", "0123456789abcdef"});
    CHECK(post("/moves/out", stale).status != 200);
    CHECK(server_store::crossings(writer()).value().empty());
    Fields fresh = wanted;
    fresh.push_back({"shown", input_value(plan.body, "shown")});
    const auto written = post("/moves/out", fresh);
    CHECK(written.status == 200);
    const std::string letters = code(written);
    CHECK(letters.size() == 29);
    const auto moves = server_store::crossings(writer()).value();
    REQUIRE(moves.size() == 1);
    const auto file = get("/moves/" + moves[0].id + "/file");
    CHECK(file.body.starts_with("KAWANFAM"));
    CHECK(file.body.find("ZQXIBU") == std::string::npos);
    const auto opened = crossing::open(file.body, letters);
    REQUIRE(opened.ok());
    CHECK(has(get("/moves"), "sedang pindah ke Puskesmas Mawar"));
    CHECK(has(get("/figures/record/" + kMother), "sedang pindah ke Puskesmas Mawar"));
    CHECK(unit_of(kMother) == "P1");
    CHECK(has(upload("/moves/in", {{"code", letters}}, "file", "a.kmf", file.body),
              "Berkas ini dibuat di sini"));

    CHECK(post("/moves/confirm", {{"receipt", "AAAA-BBBB-CCCC-DDDD"}}).status == 422);
    const auto done = post("/moves/confirm", {{"receipt", opened.value().receipt}});
    CHECK(done.status == 303);
    CHECK(unit_of(kMother) == server_store::kOutside);
    CHECK(has(get("/figures/record/" + kMother), "pindah ke Puskesmas Mawar"));
    CHECK_FALSE(server_store::audited(writer(), "move_out_closed").value().empty());
    // They never arrived: they are taken back.
    CHECK(post("/moves/" + moves[0].id + "/cancel", {{"reason", "kembali"}}).status == 303);
    CHECK(unit_of(kMother) == "P1");
}

TEST_CASE_FIXTURE(Moves, "SYNC 16: a family comes by pages: looked at, taken once, the receipt") {
    const std::string letters = crossing::new_code();
    const std::string bytes = crossing::seal(from_elsewhere("Puskesmas Melati"), letters).value();
    std::string bad = bytes;
    bad[bad.size() - 3] = static_cast<char>(bad[bad.size() - 3] ^ 1);
    const auto damaged = upload("/moves/in", {{"code", letters}}, "file", "a.kmf", bad);
    CHECK(damaged.status == 422);
    CHECK(has(damaged, "rusak di jalan"));
    const auto other =
        upload("/moves/in", {{"code", crossing::new_code()}}, "file", "a.kmf", bytes);
    CHECK(has(other, "Kode ini milik berkas lain"));
    const auto look = upload("/moves/in", {{"code", letters}}, "file", "a.kmf", bytes);
    CHECK(look.status == 200);
    CHECK(has(look, "ZQXIBU"));
    CHECK(has(look, "Puskesmas Mawar"));
    CHECK(unit_of(kMother).empty());  // only looked at
    const auto took =
        post("/moves/in/take",
             {{"file", input_value(look.body, "file")}, {"code", letters}, {"unit", "P2"}});
    CHECK(took.status == 200);
    CHECK(code(took) == "ABCD-EFGH-JKMN-PQRS");
    CHECK(unit_of(kMother) == "P2");
    const auto again = upload("/moves/in", {{"code", letters}}, "file", "a.kmf", bytes);
    CHECK(code(again) == "ABCD-EFGH-JKMN-PQRS");
    CHECK(has(again, "sudah pernah diterima"));
    CHECK(post("/moves/in/take", {{"file", "!"}, {"code", letters}}).status != 500);
}

TEST_CASE_FIXTURE(Moves, "SYNC 16: a file that names another health centre needs a second look") {
    const std::string letters = crossing::new_code();
    const std::string bytes = crossing::seal(from_elsewhere("Puskesmas Kenanga"), letters).value();
    const auto look = upload("/moves/in", {{"code", letters}}, "file", "a.kmf", bytes);
    CHECK(has(look, "menyebut nama puskesmas lain"));
    Fields take = {{"file", input_value(look.body, "file")}, {"code", letters}, {"unit", "P1"}};
    CHECK(has(post("/moves/in/take", take), "menyebut nama puskesmas lain"));
    CHECK(unit_of(kMother).empty());
    take.push_back({"for_us", "1"});
    CHECK(post("/moves/in/take", take).status == 200);
    CHECK(unit_of(kMother) == "P1");
}
