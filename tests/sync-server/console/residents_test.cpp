// Who stays somewhere for a while: where she counts is said in words, and set by a coordinator.
#include "sync-server/accept/desk/desk.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"
#include "tests/sync-server/console/desk.h"

using namespace console_test;

namespace {

const std::string kHome = "01890000-0000-7000-8000-0000000000b0";
const std::string kHomeOfP2 = "01890000-0000-7000-8000-0000000000b3";
const std::string kBaby = "01890000-0000-7000-8000-0000000000b1";
const std::string kGuest = "01890000-0000-7000-8000-0000000000b2";

struct Residents : Desk {
    Residents() {
        put("P1", kHome, "household", R"("head_name":"Agus","rt":"001","status":"ACTIVE")");
        put("P2", kHomeOfP2, "household", R"("head_name":"Joko","rt":"002","status":"ACTIVE")");
        put("P1", kBaby, R"("full_name":"Bayi <i>Tetap</i>")");
        put("P2", kGuest,
            R"("full_name":"Bayi Tamu","residence":"TEMPORARY",)"
            R"("residence_from_text":"Kendal","residence_since":"2026-10-06")");
        sign_in("koord");
    }
    void put(const std::string& unit, const std::string& id, const std::string& more) {
        put(unit, id, "person",
            R"("sex":"L","birth_date":"2026-09-05","birth_date_precision":"D","is_infant":"1",)"
            R"("is_supporter":"0","nik_status":"NONE","vital_status":"ALIVE","household_id":")" +
                (unit == "P1" ? kHome : kHomeOfP2) + R"(",)" + more);
    }
    void put(const std::string& unit, const std::string& id, const std::string& type,
             const std::string& json) {
        const accept::Desk desk{writer(), forms, clock, random};
        auto transaction = db::Transaction::begin(writer());
        auto session = accept::desk_session(desk);
        records::Record record;
        record.id = base::RecordId(id);
        record.type = type;
        record.unit = unit;
        const auto standing = server_store::find_record(writer(), id).value();
        if (standing) record.revision = standing->record.revision;
        const auto fields = base::Fields::parse("{" + json + "}");
        const auto change = accept::desk_change(session.value(), record, fields.value(), "");
        REQUIRE(accept::write_at_desk(session.value(), change).ok());
        REQUIRE(transaction.value().commit().ok());
    }
    records::Record record(const std::string& id) {
        return server_store::find_record(writer(), id).value().value().record;
    }
    std::string shown(const std::string& id) {
        return input_value(get("/residents/" + id).body, "shown");
    }

    forms::FormSet forms = forms::FormSet::builtin();
};

}  // namespace

TEST_CASE_FIXTURE(Residents, "who stays for a while is listed with where she counts, in words") {
    const auto list = get("/residents");
    CHECK(has(list, "Bayi Tamu"));
    CHECK(has(list, "tidak masuk laporan puskesmas ini"));
    CHECK(has(list, "Kendal"));
    CHECK(has(list, "Melati 2 (Sukasari)"));
    CHECK_FALSE(has(list, "Tetap"));
    CHECK(server_store::audited(writer(), "see_residents").value().size() == 1);
    const auto everybody = get("/residents?unit=P1");
    CHECK(has(everybody, "Bayi &lt;i&gt;Tetap&lt;/i&gt;"));
    CHECK_FALSE(has(everybody, "Bayi Tamu"));
    set_cookie("__Host-kawan-language", "en");
    CHECK(has(get("/residents"), "not in this health centre&#39;s reports"));
}

TEST_CASE_FIXTURE(Residents, "a coordinator says where she counts; the four answers go together") {
    const auto done = post("/residents/" + kBaby, {{"shown", shown(kBaby)},
                                                   {"residence", "TEMPORARY"},
                                                   {"from_unit", "P2"},
                                                   {"since", "2026-11-01"},
                                                   {"reason", "tanya ibunya"}});
    CHECK(done.status == 303);
    const base::Fields there = record(kBaby).fields;
    CHECK(there.text("residence") == "TEMPORARY");
    CHECK(there.text("residence_from_unit") == "P2");
    CHECK(there.text("residence_since") == "2026-11-01");
    CHECK(has(get("/residents"), "Bayi &lt;i&gt;Tetap"));
    CHECK(server_store::audited(writer(), "residence_set").value().at(0).reason == "tanya ibunya");

    CHECK(post("/residents/" + kBaby, {{"shown", shown(kBaby)},
                                       {"residence", "DOMICILE"},
                                       {"from_unit", "P2"},
                                       {"since", "2026-11-01"}})
              .status == 303);
    const base::Fields again = record(kBaby).fields;
    CHECK(again.text("residence") == "DOMICILE");
    CHECK(again.text("residence_from_unit").empty());
    CHECK(again.text("residence_since").empty());
}

TEST_CASE_FIXTURE(Residents, "a stay that is still to come is not yet one, as in the figures") {
    const auto stay_from = [&](const std::string& day) {
        const Fields stay = {{"shown", shown(kBaby)},
                             {"residence", "TEMPORARY"},
                             {"from_unit", "P2"},
                             {"since", day}};
        CHECK(post("/residents/" + kBaby, stay).status == 303);
        return get("/residents/" + kBaby).body;
    };
    const std::string here = "Melati 1";
    CHECK(stay_from("2026-11-01").find("tinggal sementara</span> sejak") != std::string::npos);
    const std::string later = stay_from("2030-01-01");
    CHECK(later.find("tinggal sementara</span> sejak") == std::string::npos);
    CHECK(later.find("mulai 1 Jan 2030 di " + here) != std::string::npos);
}

TEST_CASE_FIXTURE(Residents, "an old page of where she counts is told, and overwrites nothing") {
    const std::string before = shown(kGuest);
    const Fields back = {{"shown", before}, {"residence", "DOMICILE"}};
    put("P2", kGuest, R"("full_name":"Bayi Tamu Lain")");
    CHECK(post("/residents/" + kGuest, back).status == 409);
    CHECK(record(kGuest).fields.text("residence") == "TEMPORARY");
    CHECK(post("/residents/" + kGuest, {{"residence", "DOMICILE"}}).status == 409);
}

TEST_CASE_FIXTURE(Residents, "what cannot be is said, and nothing is written") {
    const std::string path = "/residents/" + kBaby;
    const auto nowhere = post(path, {{"shown", shown(kBaby)}, {"residence", "TEMPORARY"}});
    CHECK(nowhere.status == 422);
    CHECK(has(nowhere, "Sebutkan tempat asalnya"));
    for (const char* unit : {"P1", "P9", "P2 "}) {
        const bool is_fine = std::string(unit) == "P2 ";  // values are trimmed
        const auto answer =
            post(path, {{"shown", shown(kBaby)}, {"residence", "TEMPORARY"}, {"from_unit", unit}});
        CHECK(answer.status == (is_fine ? 303 : 422));
    }
    CHECK(post(path, {{"shown", shown(kBaby)}, {"residence", "SOMEWHERE"}}).status == 422);
    CHECK(post(path, {{"shown", shown(kBaby)},
                      {"residence", "TEMPORARY"},
                      {"from_unit", "P2"},
                      {"since", "kemarin"}})
              .status == 422);
    CHECK(post("/residents/01890000-0000-7000-8000-0000000000ff", {{"shown", "1:1"}}).status ==
          404);
}

TEST_CASE_FIXTURE(Residents, "a midwife sees hers only, and changes nobody's") {
    sign_in("bidan");  // of P1
    CHECK_FALSE(has(get("/residents"), "Bayi Tamu"));
    CHECK(get("/residents?unit=P2").status == 404);
    CHECK(get("/residents/" + kBaby).status == 403);
    CHECK(post("/residents/" + kBaby, {{"residence", "DOMICILE"}}).status == 403);
    sign_in("koord");
    CHECK(post("/residents/" + kGuest,
               {{"shown", shown(kGuest)}, {"residence", "TEMPORARY"}, {"from_unit", "P1"}})
              .status == 303);
    sign_in("bidan");
    CHECK(has(get("/residents"), "Bayi Tamu"));  // she counts there
    sign_in("dinkes");
    CHECK(get("/residents").status == 403);
}
