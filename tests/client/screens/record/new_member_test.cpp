// Somebody is added to a family that is known, and may be known already.
#include "client/screens/record/record_form_model.h"
#include "tests/client/screens/window.h"

#include <doctest/doctest.h>

using screens::FamilyModel;
using screens::RecordFormModel;
using screens_test::Window;

namespace {

struct Adding {
    desk::Desk desk;
    desk::Village village = desk::settle(desk);
    RecordFormModel model{desk.ports(),
                          FamilyModel(desk.ports(), village.household).start("person")};

    void type(const std::string& name, const std::string& text) {
        model.typed(name).text = text;
        model.typed_changed(name);
    }
    void pause() {
        desk.clock.advance_ms(screens::kDraftPauseMs);
        model.tick();
    }
};

}  // namespace

TEST_CASE("a new member who sounds like somebody known is warned of when the typing pauses") {
    Adding adding;
    adding.type("full_name", "St. Aminah");
    CHECK(adding.model.likenesses().all().empty());
    adding.pause();
    REQUIRE(adding.model.likenesses().all().size() == 1);
    CHECK(adding.model.likenesses().all()[0].person == adding.village.mother);
    CHECK(adding.model.warns_of_duplicate());
    adding.model.not_the_same_ticked();
    CHECK_FALSE(adding.model.warns_of_duplicate());
    adding.type("full_name", "Bu Kartini");
    adding.pause();
    CHECK(adding.model.likenesses().all().empty());
}

TEST_CASE("a member who is mended is no newcomer, and other forms warn of nobody") {
    desk::Desk desk;
    const desk::Village village = desk::settle(desk);
    screens::FormStart start = FamilyModel(desk.ports(), village.household).start("person");
    start.record = village.mother;
    CHECK(RecordFormModel(desk.ports(), start).likenesses().all().empty());
}

TEST_CASE("'Ini bukan data ganda' never stands in the way of saving, and is kept with the record") {
    Window w(1024, 600, 1.5F);
    w.open_family();
    w.d.click("Add a person");
    w.d.fill("full_name", "Siti Aminah");
    w.desk.clock.advance_ms(screens::kDraftPauseMs);
    w.d.frames(3);
    REQUIRE(w.d.shows("alike"));
    w.d.click("Perhaps known already");
    w.d.frames(2);
    w.d.click("not the same/yes");
    CHECK_FALSE(w.d.shows("Perhaps known already"));
    for (const char* each : {"sex/P", "is_mother/0", "is_infant/0", "is_supporter/1"})
        w.d.click(each);
    while (!w.d.shows("Save")) {
        w.d.click("Next");
        for (const char* each : {"nik_status/NONE", "vital_status/ALIVE"}) {
            if (w.d.shows(each) && w.d.value(each) != "on") w.d.click(each);
        }
    }
    w.d.click("Save");
    REQUIRE(w.desk.saves.size() == 1);
    CHECK(w.desk.saves[0].reason == "bukan data ganda: " + w.village.mother);
}
