#include "client/screens/families/families_model.h"
#include "client/screens/family/family_model.h"
#include "client/screens/frame/task_words.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

namespace {

using desk::Desk;
using desk::Village;
using screens::FamiliesModel;
using screens::FamilyModel;

std::string visit_json(const Village& v, const std::string& outcome, const std::string& at) {
    return R"({"household_id":")" + v.household + R"(","mother_id":")" + v.mother +
           R"(","started_at":")" + at + R"(","outcome":")" + outcome + R"("})";
}
constexpr const char* kThisMorning = "2026-03-05T08:00:00+07:00";

}  // namespace

TEST_CASE("the list finds families as one types, by any name in them") {
    Desk desk;
    desk::settle(desk);
    FamiliesModel model(desk.ports());
    CHECK(model.rows().size() == 5);
    model.query = "HIDAYA";
    model.query_typed();
    REQUIRE(model.rows().size() == 1);
    CHECK(model.title_of(model.rows().front()) == "Joko Susilo");
    model.query = "tidak ada";
    model.query_typed();
    CHECK(model.rows().empty());
    CHECK(model.has_any());
}

TEST_CASE("a laptop without families says so, not that nothing was found") {
    Desk desk;
    const FamiliesModel model(desk.ports());
    CHECK(model.rows().empty());
    CHECK_FALSE(model.has_any());
}

TEST_CASE(
    "a row tells where, who, and when last; a family without a head goes by its first person") {
    Desk desk;
    desk::settle(desk);
    const FamiliesModel model(desk.ports());
    const auto& first = model.rows().front();
    CHECK(model.detail_of(first) == "Siti Aminah  ·  Aisyah Putri, 3 minggu");
    CHECK(model.last_visit_of(first) == "dikunjungi 13 hari lalu");
    CHECK(first.overdue == 1);
    const auto& last = model.rows().back();
    CHECK(model.title_of(last) == "Ny. Sumarni");
    CHECK(model.detail_of(last).empty());
    CHECK(model.last_visit_of(last) == "belum dikunjungi");
}

TEST_CASE("the list is asked for again only when something changed") {
    Desk desk;
    const Village village = desk::settle(desk);
    FamiliesModel model(desk.ports());
    desk.put("household", R"({"head_name":"Zainal"})");
    CHECK(model.rows().size() == 5);
    model.refresh();
    CHECK(model.rows().size() == 6);
}

TEST_CASE("a visit that met somebody today opens its steps; one that met nobody does not") {
    Desk desk;
    const Village v = desk::settle(desk);
    CHECK(FamilyModel(desk.ports(), v.household).visit_steps().empty());
    desk.put("visit", visit_json(v, "NOT_HOME", kThisMorning));
    CHECK(FamilyModel(desk.ports(), v.household).visit_steps().empty());
    const std::string visit = desk.put("visit", visit_json(v, "DONE", kThisMorning));
    const FamilyModel model(desk.ports(), v.household);
    const auto steps = model.visit_steps();
    REQUIRE(steps.size() == 4);
    CHECK(steps[0].type == "mother_check");
    CHECK(steps[1].type == "infant_check");
    CHECK(steps[1].person == v.infant);
    CHECK(steps[2].type == "feeding_recall");
    CHECK(steps[3].type == "massage_teaching");
    CHECK(model.start("mother_check").known.text("visit_id") == visit);
}

TEST_CASE("a step that is recorded is done, for that person and that visit only") {
    Desk desk;
    const Village v = desk::settle(desk);
    const std::string visit = desk.put("visit", visit_json(v, "DONE", kThisMorning));
    desk.put("infant_check", R"({"visit_id":"other","infant_id":")" + v.infant + R"("})");
    CHECK(FamilyModel(desk.ports(), v.household).visit_steps()[1].record.empty());
    const std::string id = desk.put(
        "infant_check", R"({"visit_id":")" + visit + R"(","infant_id":")" + v.infant + R"("})");
    CHECK(FamilyModel(desk.ports(), v.household).visit_steps()[1].record == id);
}

TEST_CASE("a baby who died is asked about no more") {
    Desk desk;
    const Village v = desk::settle(desk);
    desk.put("visit", visit_json(v, "DONE", kThisMorning));
    desk.put("person", R"({"household_id":")" + v.household +
                           R"(","full_name":"Bayi","is_infant":"1","vital_status":"DEAD"})");
    CHECK(FamilyModel(desk.ports(), v.household).visit_steps().size() == 4);
}

TEST_CASE("of two mothers in one house none is guessed") {
    Desk desk;
    const Village v = desk::settle(desk);
    const std::string other =
        desk.put("person", R"({"household_id":")" + v.household +
                               R"(","full_name":"Wulan","sex":"P","is_mother":"1"})");
    const FamilyModel model(desk.ports(), v.household);
    CHECK(model.start("visit").known.text("mother_id").empty());
    CHECK(model.start("visit", other).known.text("mother_id") == other);
}

TEST_CASE("tasks have words, and the form that fulfils them") {
    CHECK(screens::task_title("KF2") == "KF2, pemeriksaan nifas oleh petugas kesehatan");
    CHECK(screens::task_title("ASI3") == "Pertanyaan ASI, bayi umur 3 bulan");
    CHECK(screens::task_title("RETEST") == "Keluarga mempraktikkan ulang pijat");
    CHECK(screens::task_title("XYZ9") == "XYZ9");
    CHECK(screens::form_of_task("KN1") == "service_contact");
    CHECK(screens::form_of_task("KV10") == "visit");
    CHECK(screens::form_of_task("ASI0") == "feeding_recall");
}

TEST_CASE("a family that is not here says so") {
    Desk desk;
    CHECK_FALSE(FamilyModel(desk.ports(), "nowhere").is_found());
}
