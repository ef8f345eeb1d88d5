// Writing a family down in the window, with the mouse and with the keyboard alone, and how many
// presses it takes.
#include "client/screens/registering/registering_page.h"
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "tests/client/desk/desk.h"
#include "tests/client/driver/driver.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

namespace {

using desk::Desk;
using driver::Driver;
using driver::Key;
using screens::Page;

struct Window {
    Desk desk;
    screens::ShellModel shell{desk.ports()};
    Driver d;
    int clicks = 0, letters = 0;

    explicit Window(int width = 1366, int height = 768, float scale = 1)
        : d([this] { screens::draw(shell); }, width, height, scale) {
        d.type("24681357");
        d.press(Key::Enter);
        d.frames(5);
        d.click("Families");
    }
    void click(const std::string& key) {
        d.click(key);
        ++clicks;
    }
    void fill(const std::string& key, const std::string& text) {
        d.fill(key, text);
        ++clicks;
        letters += static_cast<int>(text.size());
    }
    // Time passes for whoever stops typing.
    void pause() {
        desk.clock.advance_ms(500);
        d.frames(2);
    }
};

void fill_newborn(Window& w) {
    w.click("New family");
    w.fill("household.head_name", "Wahyu Nugroho");
    w.fill("household.rt", "7");
    w.fill("household.rw", "2");
    w.click("Whom are you writing down?/born");
    w.fill("mother.full_name", "Kartika Sari");
    w.fill("mother.birth_date", "27");
    w.click("birth.delivery_date/yesterday");
    w.click("birth.place/PKM");
    w.click("birth.attendant/BIDAN");
    w.click("birth.mode/VAGINAL");
    w.click("birth.complications/NONE");
    w.click("outcome1.outcome/LIVE");
    w.click("outcome1.sex/P");
    w.click("outcome1.imd/1");
    w.click("outcome1.bf_start_unit/IMM");
    w.click("outcome1.prelacteal_2d/0");
}

}  // namespace

TEST_CASE("a birth weight typed in kilograms is offered in grams, one press away") {
    for (const char* typed : {"3,1", "3.1", "3.100"}) {
        CAPTURE(typed);
        Window w;
        w.click("New family");
        w.click("Whom are you writing down?/born");
        w.click("outcome1.outcome/LIVE");
        w.fill("outcome1.birth_weight_g", typed);
        w.d.frames(2);
        CHECK(w.d.value("outcome1.birth_weight_g/offer") == "Maksudnya 3100 gram (3,1 kg)?");
        w.click("outcome1.birth_weight_g/offer");
        w.d.frames(2);
        CHECK(w.d.value("outcome1.birth_weight_g") == "3100");
        CHECK_FALSE(w.d.shows("outcome1.birth_weight_g/offer"));
    }
}

TEST_CASE("a mother with a newborn takes 18 clicks and 36 letters") {
    Window w;
    fill_newborn(w);
    w.click("Save");
    w.d.frames(2);
    REQUIRE(w.desk.saves.size() == 5);
    CHECK(w.shell.page() == Page::Family);
    CHECK(w.d.value("toast") == "Tersimpan di laptop ini");
    CHECK(w.clicks <= 18);
    CHECK(w.letters <= 36);
}

TEST_CASE("the whole of it is done with the keyboard alone") {
    Window w;
    const auto press = [&](const std::string& key) {
        w.d.tab_to(key);
        w.d.press(Key::Enter);
        w.d.frames(2);
    };
    const auto type = [&](const std::string& key, const std::string& text) {
        w.d.tab_to(key);
        w.d.type(text);
    };
    press("New family");
    type("household.head_name", "Wahyu Nugroho");
    type("household.rt", "7");
    press("Whom are you writing down?/pregnant");
    type("mother.full_name", "Kartika Sari");
    type("mother.birth_date", "27");
    type("pregnancy.expected_date", "20-4-2026");
    press("pregnancy.source/BUKU_KIA");
    press("Save");
    REQUIRE(w.desk.saves.size() == 3);
    CHECK(w.desk.saves[2].answers.text("expected_date") == "2026-04-20");
}

TEST_CASE("what is missing is said below its question, and the page goes there") {
    Window w;
    w.click("New family");
    w.click("Whom are you writing down?/born");
    w.click("Save");
    w.d.frames(3);
    CHECK(w.d.shows("trouble"));
    CHECK(w.d.shows("mother.full_name/problem"));
    CHECK(w.d.focused() == "mother.full_name");
    CHECK(w.desk.saves.empty());
}

TEST_CASE("a family left in the middle is offered again and comes back whole") {
    Window w;
    w.click("New family");
    w.fill("household.head_name", "Wahyu Nugroho");
    w.click("Whom are you writing down?/born");
    w.fill("mother.full_name", "Kartika Sari");
    w.click("Families");
    REQUIRE(w.desk.drafts().size() == 1);
    const std::string id = w.desk.drafts().front().id;
    w.d.click("Recover " + id);
    CHECK(w.shell.page() == Page::Registering);
    CHECK(w.d.value("mother.full_name") == "Kartika Sari");
    CHECK(w.d.value("household.head_name") == "Wahyu Nugroho");
}

TEST_CASE("a likeness is opened, and the way back finds what was typed") {
    Window w;
    const desk::Village village = desk::settle(w.desk);
    w.click("New family");
    w.fill("household.head_name", "Agus Prasetyo");
    w.fill("household.rt", "003");
    w.click("Whom are you writing down?/pregnant");
    w.fill("mother.full_name", "Siti Aminah");
    w.pause();
    REQUIRE(w.d.shows("alike"));
    w.click("Open " + village.household);
    CHECK(w.shell.page() == Page::Family);
    w.click("Back to all families");
    CHECK(w.shell.page() == Page::Registering);
    CHECK(w.d.value("mother.full_name") == "Siti Aminah");
    w.click("not the same/yes");
    CHECK(w.shell.showing<screens::RegisteringPage>().model().likenesses().is_told_apart());
}

TEST_CASE("letters typed anywhere on the list go to the search, and Enter opens the first found") {
    Window w;
    const desk::Village village = desk::settle(w.desk);
    w.d.frames(2);
    w.d.type("aminah");
    w.d.frames(3);
    CHECK(w.d.value("Search") == "aminah");
    CHECK(w.d.focused() == "Search");
    w.d.press(Key::Enter);
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::Family);
    CHECK(w.d.shows("person " + village.mother));
}

TEST_CASE("a birth that is expected becomes a birth by two presses, and a loss asks nothing") {
    Window w;
    const desk::Village village = desk::settle(w.desk);
    screens::ExpectedBirth birth;
    birth.pregnancy = w.desk.put("pregnancy", R"({"mother_id":")" + village.mother +
                                                  R"(","outcome":"ONGOING","source":"USG"})");
    birth.mother = village.mother;
    birth.mother_name = "Siti Aminah";
    birth.family = village.household;
    birth.expected = base::parse_date("2026-02-28");
    w.desk.births.births = {birth};
    SUBCASE("born") {
        w.click("Pregnancies");
        w.click("birth " + village.mother);
        w.click("The baby is born");
        CHECK(w.shell.page() == Page::Registering);
        CHECK_FALSE(w.d.shows("household.head_name"));
        CHECK_FALSE(w.d.shows("mother.full_name"));
        CHECK(w.d.shows("birth.delivery_date"));
    }
    SUBCASE("miscarriage") {
        w.click("Pregnancies");
        w.click("birth " + village.mother);
        w.click("Miscarriage");
        w.click("Save");
        CHECK(w.desk.find(birth.pregnancy)->fields.text("outcome") == "LOSS");
        CHECK(w.shell.page() == Page::Births);
    }
}

TEST_CASE(
    "no text is clipped, every target is 44 px, at 1366x768, 1024x600, 150 % and in English") {
    struct Screen {
        int width, height;
        float scale;
        words::Language language;
    };
    for (const Screen s : {Screen{1366, 768, 1, words::Language::Indonesian},
                           Screen{1024, 600, 1, words::Language::Indonesian},
                           Screen{1366, 768, 1.5F, words::Language::Indonesian},
                           Screen{1024, 600, 1, words::Language::English}}) {
        CAPTURE(s.width);
        CAPTURE(s.scale);
        Window w(s.width, s.height, s.scale);
        desk::settle(w.desk);
        words::use(s.language);
        const auto look = [&](const char* page) {
            CAPTURE(page);
            w.d.frames(2);
            for (const std::string& text : ui::probe::clipped_texts()) {
                CAPTURE(text);
                CHECK(false);
            }
            for (const auto& [key, item] : ui::probe::items()) {
                const bool is_pressed = item.role == "button" || item.role == "radio" ||
                                        item.role == "row" || item.role == "text";
                if (!is_pressed) continue;
                const std::string& name = key;
                CAPTURE(name);
                CHECK(item.place.height() >= 44 * s.scale - 1);
                CHECK(item.place.right <= static_cast<float>(s.width));
            }
        };
        look("families");
        fill_newborn(w);
        w.pause();
        look("registering");
        w.click("Save");
        w.click("Pregnancies");
        look("births");
        w.click("Write down a pregnancy");
        w.d.fill("Find the mother", "a");
        look("who is pregnant");
        w.click("Cancel");
        w.click("Outreach");
        look("outreach");
        words::use(words::Language::Indonesian);
    }
}

TEST_CASE("an empty house is written down with two presses, and the day to try again") {
    Window w;
    const desk::Village village = desk::settle(w.desk);
    w.d.frames(2);
    w.d.click("family " + village.household);
    w.d.click("Nobody is at home");
    w.d.click("try again/3");
    REQUIRE(w.desk.saves.size() == 1);
    const screens::Fields& visit = w.desk.saves[0].answers;
    CHECK(visit.text("outcome") == "NOT_HOME");
    CHECK(visit.text("household_id") == village.household);
    CHECK(visit.text("next_visit_date") == "2026-03-08");
    CHECK(visit.text("visit_type") == "KADER_HOME");
    CHECK(w.shell.page() == Page::Family);
}
