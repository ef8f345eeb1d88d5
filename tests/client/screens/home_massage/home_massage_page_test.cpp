// The page on which massages at home are told, as it is drawn and pressed.
#include "client/screens/home_massage/home_massage_page.h"
#include "client/ui/layout.h"
#include "tests/client/driver/driver.h"
#include "tests/client/screens/asked_ways.h"
#include "tests/client/screens/home_massage/told_at_home.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace told;
using asked::Asked;
using driver::Driver;
using screens::HomeMassagePage;

namespace {

struct Window {
    Desk desk;
    FollowedFamily family = desk::settle_followed(desk);
    Asked ways{desk.ports()};
    HomeMassagePage page{desk.ports(), start_of(family)};
    Driver d;

    explicit Window(int width = 1366, int height = 768, float scale = 1)
        : d(
              [this] {
                  const ui::Root root;
                  page.refresh(ways);
                  page.draw(ways);
              },
              width, height, scale) {
        d.frames(2);
    }
};

}  // namespace

TEST_CASE("the page: a session is told by its names, and referred where it is grave") {
    Window w;
    w.d.click("source/MOTHER");
    w.d.click("taught/" + w.family.husband);
    w.d.click("day/yesterday");
    w.d.fill("minutes", "5");
    w.d.click("All of them");
    w.d.click("relax_before/4");
    w.d.click("relax_after/8");
    w.d.click("adverse/BLEED");
    CHECK(w.d.shows("grave"));
    w.d.click("Save and refer now");
    w.d.frames(2);
    const auto saved = new_sessions(w.desk);
    REQUIRE(saved.size() == 1);
    CHECK(saved[0]->fields.integer("relax_after") == 8);
    CHECK(saved[0]->fields.codes("steps_done").size() == 7);
    REQUIRE(w.ways.form);
    CHECK(w.ways.form->type == "referral");
}

TEST_CASE("the page: the first question without an answer comes into sight") {
    Window w(1024, 600, 1);
    w.d.click("source/MOTHER");
    w.d.click("taught/" + w.family.husband);
    w.d.click("day/yesterday");
    w.d.click("Save");
    w.d.frames(3);
    REQUIRE(w.d.shows("adverse/problem"));
    const ui::Item& problem = ui::probe::items().at("adverse/problem");
    CHECK(problem.place.top >= problem.visible.top);
    CHECK(problem.place.bottom <= problem.visible.bottom);
}

TEST_CASE("the page: many at once, and taken back after a question") {
    Window w;
    w.d.click("mode/several");
    w.d.fill("from", "2-3-2026");
    w.d.fill("to", "4-3-2026");
    w.d.click("times/2");
    w.d.click("tally/2026-03-03");
    w.d.click("One less");
    CHECK(w.d.value("selected day") == "Sel 3 Mar: 1 kali");
    CHECK(w.d.value("preview") == "5 pijat, Sen 2 – Rab 4 Mar");
    w.d.click("source/DIARY");
    w.d.click("taught/" + w.family.husband);
    w.d.click("complaint/none");
    w.d.click("Save");
    w.d.frames(2);
    CHECK(new_sessions(w.desk).size() == 5);
    w.d.click("Take it back");
    w.d.frames(2);
    w.d.click("Yes, take them back");
    w.d.frames(2);
    CHECK(records::is_retracted(new_sessions(w.desk).at(0)->fields));
    CHECK_FALSE(w.d.shows("saved"));
}

TEST_CASE("both ways of telling fit at every size, and what is pressed is 44 px high") {
    struct Screen {
        int width, height;
        float scale;
    };
    for (const Screen s : {Screen{1130, 768, 1}, Screen{950, 600, 1}, Screen{1290, 768, 1.5F}}) {
        CAPTURE(s.width);
        for (const char* mode : {"mode/one", "mode/several"}) {
            Window w(s.width, s.height, s.scale);
            w.d.click(mode);
            w.d.frames(2);
            CHECK(ui::probe::clipped_texts().empty());
            for (const auto& [key, item] : ui::probe::items()) {
                if (item.role != "button" && item.role != "tab" && item.role != "radio") continue;
                const std::string& which = key;
                CAPTURE(which);
                CHECK(item.place.height() >= 44 * s.scale - 1);
                CHECK(item.place.right <= static_cast<float>(s.width));
            }
        }
    }
}
