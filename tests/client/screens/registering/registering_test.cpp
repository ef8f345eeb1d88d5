// A family written down in one go: what becomes of what was typed.
#include "client/screens/registering/registering_model.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using desk::Desk;
using screens::RegisteringModel;
using screens::RegisterStart;
using screens::Situation;

void type(RegisteringModel& model, const std::string& key, const std::string& text) {
    model.typed(key) = text;
    model.typed_changed(key);
}

void pause(Desk& desk, RegisteringModel& model) {
    desk.clock.advance_ms(500);
    model.tick();
}

void family(RegisteringModel& model) {
    type(model, "household.head_name", "Wahyu Nugroho");
    type(model, "household.rt", "7");
    type(model, "household.rw", "2");
}

void mother(RegisteringModel& model) {
    type(model, "mother.full_name", "Kartika Sari");
    type(model, "mother.birth_date", "27");
}

void birth(RegisteringModel& model) {
    type(model, "birth.delivery_date", "1-3-2026");
    model.choose("birth.place", "PKM");
    model.choose("birth.attendant", "BIDAN");
    model.choose("birth.mode", "VAGINAL");
    for (const auto& section : model.sections()) {
        for (const auto& ask : section.asks) {
            if (ask.key() == "birth.complications") return model.toggle(ask, "NONE");
        }
    }
}

void baby(RegisteringModel& model, const std::string& number, const std::string& sex) {
    const std::string outcome = "outcome" + number + ".";
    model.choose(outcome + "outcome", "LIVE");
    model.choose(outcome + "sex", sex);
    model.choose(outcome + "imd", "1");
    model.choose(outcome + "bf_start_unit", "IMM");
    model.choose(outcome + "prelacteal_2d", "0");
}

bool asks(const RegisteringModel& model, const std::string& key) {
    for (const auto& section : model.sections()) {
        for (const auto& ask : section.asks) {
            if (ask.key() == key) return true;
        }
    }
    return false;
}

const screens::Save* saved(const Desk& desk, const std::string& type, std::size_t which = 0) {
    for (const screens::Save& save : desk.saves) {
        if (save.type != type) continue;
        if (which-- == 0) return &save;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a mother with a newborn becomes five records that name each other, saved together") {
    Desk desk;
    RegisteringModel model(desk.ports(), {});
    family(model);
    model.choose_situation(Situation::Born);
    mother(model);
    birth(model);
    baby(model, "1", "P");
    model.save_clicked();
    CAPTURE(model.trouble().text());
    REQUIRE(model.is_saved());
    REQUIRE(desk.saves.size() == 5);
    const screens::Save& house = *saved(desk, "household");
    const screens::Save& woman = *saved(desk, "person", 0);
    const screens::Save& child = *saved(desk, "person", 1);
    const screens::Save& event = *saved(desk, "birth_event");
    const screens::Save& outcome = *saved(desk, "birth_outcome");
    CHECK(model.family() == house.record);
    CHECK(house.unit == "P03");
    CHECK(woman.answers.text("household_id") == house.record);
    CHECK(woman.answers.text("is_mother") == "1");
    CHECK(event.answers.text("mother_id") == woman.record);
    CHECK(child.answers.text("mother_person_id") == woman.record);
    CHECK(child.answers.text("full_name") == "By Ny Kartika Sari");
    CHECK(child.answers.text("birth_date") == "2026-03-01");
    CHECK(child.answers.text("birth_date_precision") == "D");
    CHECK(child.answers.text("sex") == "P");
    CHECK(outcome.answers.text("birth_event_id") == event.record);
    CHECK(outcome.answers.text("infant_id") == child.record);
    CHECK(desk.drafts().empty());
}

TEST_CASE("an age in years becomes an estimated date of birth, a date a certain one") {
    Desk desk;
    RegisteringModel model(desk.ports(), {});
    family(model);
    model.choose_situation(Situation::Pregnant);
    mother(model);
    type(model, "pregnancy.expected_date", "20-4-2026");
    model.choose("pregnancy.source", "BUKU_KIA");
    model.save_clicked();
    REQUIRE(model.is_saved());
    const screens::Save& woman = *saved(desk, "person");
    CHECK(woman.answers.text("birth_date") == "1999-03-05");
    CHECK(woman.answers.text("birth_date_precision") == "E");
    CHECK(woman.answers.text("nik_status") == "UNKNOWN");
    CHECK(saved(desk, "pregnancy")->answers.text("mother_id") == woman.record);
    CHECK(saved(desk, "pregnancy")->answers.text("outcome") == "ONGOING");
}

TEST_CASE("nothing of the first feeds is answered beforehand: each must be asked") {
    const char* const kAsked[] = {"outcome1.outcome", "outcome1.imd", "outcome1.bf_start_unit",
                                  "outcome1.prelacteal_2d"};
    for (const char* left_out : kAsked) {
        CAPTURE(left_out);
        Desk desk;
        RegisteringModel model(desk.ports(), {});
        family(model);
        model.choose_situation(Situation::Born);
        mother(model);
        birth(model);
        CHECK(model.said("outcome1.outcome").empty());
        baby(model, "1", "L");
        model.choose(left_out, model.said(left_out));  // chosen again: taken back
        model.save_clicked();
        CHECK_FALSE(model.is_saved());
        CHECK(desk.saves.empty());
        CHECK(model.take_focus() == left_out);
    }
}

TEST_CASE("twins are two persons and two outcomes, in their order") {
    Desk desk;
    RegisteringModel model(desk.ports(), {});
    family(model);
    model.choose_situation(Situation::Born);
    mother(model);
    birth(model);
    model.choose("birth.fetus_count", "2");
    baby(model, "1", "L");
    baby(model, "2", "P");
    model.save_clicked();
    REQUIRE(model.is_saved());
    REQUIRE(desk.saves.size() == 7);
    CHECK(saved(desk, "person", 1)->answers.text("full_name") == "By Ny Kartika Sari 1");
    CHECK(saved(desk, "person", 2)->answers.text("full_name") == "By Ny Kartika Sari 2");
    CHECK(saved(desk, "person", 2)->answers.text("birth_order") == "2");
    CHECK(saved(desk, "birth_event")->answers.text("fetus_count") == "2");
    CHECK(saved(desk, "birth_outcome", 1)->answers.text("sex") == "P");
}

TEST_CASE("after a stillbirth there is no baby and no question about feeding") {
    Desk desk;
    const desk::Village village = desk::settle(desk);
    desk.saves.clear();
    RegisterStart start;
    start.family = village.household;
    start.mother = village.mother;
    start.situation = "BORN";
    start.is_stillborn = true;
    RegisteringModel model(desk.ports(), start);
    CHECK(model.is_stillbirth());
    birth(model);
    for (const char* key : {"baby1.full_name", "outcome1.imd", "outcome1.birth_weight_g",
                            "outcome1.prelacteal_2d", "outcome1.bf_start_unit"}) {
        CAPTURE(key);
        CHECK_FALSE(asks(model, key));
    }
    model.save_clicked();
    REQUIRE(model.is_saved());
    CHECK(saved(desk, "person") == nullptr);
    CHECK(saved(desk, "birth_outcome")->answers.text("outcome") == "STILL");
    CHECK(saved(desk, "birth_event")->answers.text("mother_id") == village.mother);
}

TEST_CASE("a stillbirth that was taken back is not there again on the way back to the page") {
    Desk desk;
    const desk::Village village = desk::settle(desk);
    RegisterStart start;
    start.family = village.household;
    start.mother = village.mother;
    start.situation = "BORN";
    start.is_stillborn = true;
    start.draft = desk.ports().records.new_draft_id();
    {
        RegisteringModel model(desk.ports(), start);
        CHECK(model.is_stillbirth());
        model.choose("outcome1.outcome", "STILL");  // chosen again: taken back
        CHECK_FALSE(model.is_stillbirth());
    }
    RegisteringModel again(desk.ports(), start);
    CHECK_FALSE(again.is_stillbirth());
    CHECK(again.said("birth.fetus_count") == "1");
}

TEST_CASE("a birth closes the pregnancy that it ends, in the same saving") {
    Desk desk;
    const desk::Village village = desk::settle(desk);
    const std::string pregnancy = desk.put(
        "pregnancy", R"({"mother_id":")" + village.mother +
                         R"(","expected_date":"2026-03-10","source":"USG","outcome":"ONGOING"})");
    RegisterStart start;
    start.family = village.household;
    start.mother = village.mother;
    start.pregnancy = pregnancy;
    start.situation = "BORN";
    desk.confirmed_at = {1, 4};
    RegisteringModel model(desk.ports(), start);
    desk.confirmed_at = {1, 9};  // arrived while she wrote
    birth(model);
    baby(model, "1", "L");
    model.save_clicked();
    REQUIRE(model.is_saved());
    CHECK(saved(desk, "pregnancy")->base == records::Revision{1, 4});
    CHECK(!saved(desk, "birth_event")->base);
    const screens::Fields& closed = desk.find(pregnancy)->fields;
    CHECK(closed.text("outcome") == "BORN");
    CHECK(closed.text("birth_event_id") == saved(desk, "birth_event")->record);
    CHECK(closed.text("ended_on") == "2026-03-01");
    CHECK(closed.text("expected_date") == "2026-03-10");
    CHECK(model.family() == village.household);
}

TEST_CASE("a baby with her grandmother needs no mother") {
    Desk desk;
    RegisteringModel model(desk.ports(), {});
    family(model);
    model.choose_situation(Situation::Cared);
    type(model, "carer.full_name", "Mbah Sarinem");
    model.choose("carer.sex", "P");
    type(model, "baby1.full_name", "Bima");
    type(model, "baby1.birth_date", "10-1-2026");
    model.choose("baby1.sex", "L");
    model.save_clicked();
    CAPTURE(model.trouble().text());
    REQUIRE(model.is_saved());
    REQUIRE(desk.saves.size() == 3);
    CHECK(saved(desk, "person", 0)->answers.text("is_supporter") == "1");
    CHECK(saved(desk, "person", 0)->answers.text("is_mother") == "0");
    CHECK(saved(desk, "person", 1)->answers.text("is_infant") == "1");
    CHECK_FALSE(saved(desk, "person", 1)->answers.has("mother_person_id"));
}

TEST_CASE("somebody known is shown while the name is typed, and never stands in the way") {
    Desk desk;
    const desk::Village village = desk::settle(desk);
    RegisteringModel model(desk.ports(), {});
    type(model, "household.head_name", "Agus Prasetyo");
    type(model, "household.rt", "003");
    model.choose_situation(Situation::Pregnant);
    type(model, "mother.full_name", "St. Aminah");
    CHECK(model.likenesses().all().empty());  // not at each key
    pause(desk, model);
    REQUIRE(model.likenesses().all().size() == 1);
    CHECK(model.likenesses().all()[0].person == village.mother);
    CHECK_FALSE(screens::like_reasons(model.likenesses().all()[0]).empty());
    type(model, "mother.birth_date", "30");
    type(model, "pregnancy.expected_date", "20-4-2026");
    model.choose("pregnancy.source", "USG");

    SUBCASE("ticked: the record says whom she is not, by id and without a name") {
        model.not_the_same_ticked();
        CHECK(model.likenesses().is_told_apart());
        model.save_clicked();
        REQUIRE(model.is_saved());
        CHECK(saved(desk, "person")->reason == "bukan data ganda: " + village.mother);
    }
    SUBCASE("not ticked: it is saved all the same, and says nothing") {
        model.save_clicked();
        REQUIRE(model.is_saved());
        CHECK(saved(desk, "person")->reason.empty());
    }
}

TEST_CASE("what was typed is there again after the window was gone, under the same ids") {
    Desk desk;
    std::string first_id;
    {
        RegisteringModel model(desk.ports(), {});
        family(model);
        model.choose_situation(Situation::Born);
        mother(model);
        model.choose("birth.fetus_count", "2");
        type(model, "birth.delivery_date", "31-2-2026");  // no day at all, and still kept
        model.keep_draft_now();
    }
    REQUIRE(desk.drafts().size() == 1);
    const screens::Draft draft = desk.drafts().front();
    CHECK(draft.type == screens::kRegistering);
    first_id = draft.answers.text("id.mother");
    RegisterStart start;
    start.draft = draft.id;
    RegisteringModel model(desk.ports(), start);
    CHECK(model.situation() == Situation::Born);
    CHECK(model.said("mother.full_name") == "Kartika Sari");
    CHECK(model.said("birth.fetus_count") == "2");
    CHECK(model.said("birth.delivery_date") == "31-2-2026");
    birth(model);
    baby(model, "1", "L");
    baby(model, "2", "L");
    model.save_clicked();
    REQUIRE(model.is_saved());
    CHECK(saved(desk, "person")->record == first_id);
    CHECK(desk.saves.back().draft == draft.id);
    CHECK(desk.drafts().empty());
}

TEST_CASE("a disk that refuses loses nothing, and saving again works") {
    Desk desk;
    RegisteringModel model(desk.ports(), {});
    family(model);
    model.choose_situation(Situation::OnlyFamily);
    desk.disk_refuses = base::ErrorCode::DiskFull;
    model.save_clicked();
    CHECK_FALSE(model.is_saved());
    CHECK_FALSE(model.trouble().empty());
    desk.disk_refuses.reset();
    model.save_clicked();
    CHECK(model.is_saved());
    CHECK(saved(desk, "household")->answers.text("head_name") == "Wahyu Nugroho");
}

TEST_CASE("whoever works for two posyandu says which, and whom she writes down is chosen") {
    Desk desk;
    desk.units.push_back({"P04", "Posyandu Mawar"});
    RegisteringModel model(desk.ports(), {});
    family(model);
    model.save_clicked();
    CHECK(model.trouble().text() == "Belum tersimpan: pilih posyandu keluarga ini.");
    model.choose_unit("P04");
    model.save_clicked();
    CHECK(model.trouble().text() == "Belum tersimpan: pilih siapa yang dicatat.");
    model.choose_situation(Situation::OnlyFamily);
    model.save_clicked();
    REQUIRE(model.is_saved());
    CHECK(saved(desk, "household")->unit == "P04");
}
