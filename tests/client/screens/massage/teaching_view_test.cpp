// Teaching the massage in the window: by every door, with mouse and keys, in every size.
#include "client/screens/massage/teaching_page.h"
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "tests/client/driver/driver.h"
#include "tests/client/screens/massage/taught_family.h"

#include <doctest/doctest.h>

#include <functional>

namespace {

using driver::Driver;
using driver::Key;
using screens::Page;
using screens::TeachingPart;
using taught::AtHome;

struct Window {
    AtHome home;
    screens::ShellModel shell{home.desk.ports()};
    Driver d;

    explicit Window(int width = 1366, int height = 768, float scale = 1)
        : d([this] { screens::draw(shell); }, width, height, scale) {
        d.type("24681357");
        d.press(Key::Enter);
        d.frames(5);
    }
    void family() {
        d.click("Families");
        d.click("family " + home.village.household);
    }
    void teach() {
        family();
        d.click("Teach the massage");
        d.frames(2);
    }
    screens::TeachingModel& model() { return shell.showing<screens::TeachingPage>().model(); }
    void next() {
        d.click("Next");
        d.frames(2);
    }
    void who() {
        d.click("teaching.trainee_id/" + home.husband);
        model().choose("teaching.trainee_relation", "SUAMI");
        d.frames(2);
        next();
    }
    void danger_signs(const std::string& yes) {
        for (const std::string& line : model().safety().danger_lines()) {
            d.click(line + (line == yes ? "/1" : "/0"));
        }
        d.frames(2);
    }
    void all_clear() {
        for (const std::string& line : std::vector<std::string>(model().safety().lines())) {
            d.click(line + "/0");
        }
    }
};

// Every part of a teaching, one after the other.
void walk(Window& w, const std::function<void(const char*)>& look) {
    w.teach();
    look("who");
    w.who();
    look("safety");
    w.all_clear();
    w.d.click("XC11/1");
    w.d.frames(2);
    look("caution");
    w.d.click("caution XC11/read");
    w.next();
    look("consent");
    w.d.click("teaching.consent_touch/1");
    w.d.click("session.relax_before/3");
    w.next();
    look("explain");
    w.d.click("teaching.methods/EXPLAIN");
    w.next();
    look("show");
    w.d.click("show.done/1");
    w.d.click("teaching.return_demo/1");
    w.next();
    look("practice");
    taught::score_all(w.model(), 4);
    w.d.frames(2);
    look("practice, all scored");
    w.next();
    look("after");
    w.d.click("session.adverse/NONE");
    w.d.click("session.stopped_early/0");
    w.next();
    look("feed");
    w.next();
    look("result");
}

bool is_pressed(const ui::Item& item) {
    return item.role == "button" || item.role == "radio" || item.role == "row" ||
           item.role == "step" || item.role == "combo";
}

}  // namespace

TEST_CASE("a family is taught from its page to the result, and comes back to it") {
    Window w;
    walk(w, [](const char*) {});
    CHECK(w.model().result().competence == care::Competence::Pass);
    w.d.click("Save");
    w.d.frames(3);
    CHECK(w.shell.page() == Page::Family);
    CHECK(w.home.count("massage_teaching") == 1);
    CHECK(w.home.count("massage_session") == 1);
}

TEST_CASE("nothing is clipped and everything is 44 px, at 1366x768, 1024x600 and 150 %") {
    struct Screen {
        int width, height;
        float scale;
    };
    for (const Screen s : {Screen{1366, 768, 1}, Screen{1024, 600, 1}, Screen{1366, 768, 1.5F}}) {
        CAPTURE(s.width);
        CAPTURE(s.scale);
        Window w(s.width, s.height, s.scale);
        walk(w, [&](const char* part) {
            CAPTURE(part);
            for (const std::string& text : ui::probe::clipped_texts()) {
                CAPTURE(text);
                CHECK(false);
            }
            for (const auto& each : ui::probe::items()) {
                const auto& item = each.second;
                if (!is_pressed(item)) continue;
                CAPTURE(each.first);
                CHECK(item.place.height() >= 44 * s.scale - 1);
            }
        });
    }
}

TEST_CASE("every door to a new teaching leads past the safety check") {
    Window w;
    w.home.desk.due_of[w.home.village.household] = {
        {"RETEST", w.home.husband, w.home.desk.ports().today(), false}};
    w.family();
    w.d.click("step massage_teaching " + w.home.village.mother);
    w.d.frames(2);
    CHECK(w.shell.page() == Page::Teaching);
    w.d.click("leave teaching");
    w.d.frames(2);
    w.d.click("due RETEST " + w.home.husband);
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::Teaching);
    CHECK(w.model().said("teaching.trainee_id") == w.home.husband);
    CHECK_FALSE(w.model().may_open(TeachingPart::Practise));
    screens::FormStart form;
    form.type = "massage_teaching";
    form.family = w.home.village.household;
    form.known.set("mother_id", w.home.village.mother);
    w.shell.open_form(form);
    w.d.frames(2);
    CHECK(w.shell.page() == Page::Teaching);
}

TEST_CASE("the guided visit's step is a door to it, and it is taken up where it was left") {
    Window w;
    w.family();
    w.d.click("Go on with the visit");
    w.d.click("step massage_teaching " + w.home.village.mother);
    w.d.click("Begin");
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::Teaching);
    w.who();
    w.d.click("leave teaching");
    w.d.frames(3);
    REQUIRE(w.shell.page() == Page::Visit);
    w.d.click("step massage_teaching " + w.home.village.mother);
    w.d.click("Go on teaching");
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::Teaching);
    CHECK(w.model().said("teaching.trainee_id") == w.home.husband);
}

TEST_CASE("a danger sign takes the page over and leads to the referral") {
    Window w;
    w.teach();
    w.who();
    w.d.click("MDS01/1");
    w.d.frames(2);
    REQUIRE(w.d.shows("massage stop"));
    CHECK(w.d.value("massage stop").find("Jangan dipijat dulu") != std::string::npos);
    w.d.click("Write the referral");
    w.d.frames(4);
    CHECK(w.shell.page() == Page::Form);
    CHECK(w.home.count("massage_teaching") == 1);
}

TEST_CASE("how soon the midwife is called follows the sign") {
    struct Told {
        std::string sign, soon;
    };
    // What is only told to her may be any sign.
    for (const Told& each :
         {Told{"MDS01", "sekarang"}, Told{"MDS18", "hari ini"}, Told{"OTHER", "sekarang"}}) {
        CAPTURE(each.sign);
        Window w;
        w.teach();
        w.who();
        if (each.sign == "MDS01") w.d.click("MDS01/1");
        if (each.sign != "MDS01") w.danger_signs(each.sign);
        w.d.frames(2);
        REQUIRE(w.d.shows("massage stop"));
        CHECK(w.d.value("massage stop").find(each.soon) != std::string::npos);
    }
}

TEST_CASE("behind the page that says stop no key answers what nobody sees") {
    Window w;
    w.teach();
    w.who();
    w.d.strike("y");
    w.d.frames(2);
    REQUIRE(w.d.shows("massage stop"));
    w.d.strike("t");
    w.d.frames(2);
    CHECK(w.model().safety().answer("MDS02").empty());
}

TEST_CASE("a sign told after hands were on: the referral comes first, what was done waits") {
    Window w;
    w.teach();
    taught::to_practice(w.model(), w.home);
    w.model().score_pressed("M01", 4);
    w.model().go(TeachingPart::Safety);
    w.d.frames(2);
    w.d.click("MDS01/1");
    w.d.frames(2);
    w.d.click("Write the referral");
    w.d.frames(3);
    CHECK(w.shell.page() == Page::Form);
    CHECK_FALSE(w.home.desk.drafts().empty());
    CHECK(w.home.desk.saves.empty());
}

TEST_CASE("what a check of today said stands over the lines") {
    Window w;
    w.home.check_mother(R"("ds_mds16":"1")");
    w.teach();
    w.who();
    CHECK(w.d.shows("known"));
    w.all_clear();
    w.d.frames(2);
    CHECK(w.d.shows("defer"));
    CHECK_FALSE(w.model().safety().is_go());
}

TEST_CASE("a mispress is looked at again and taken back, and gives no way around") {
    Window w;
    w.teach();
    w.who();
    w.d.click("MDS01/1");
    w.d.frames(2);
    w.d.click("Look at the answers again");
    w.d.frames(2);
    CHECK_FALSE(w.d.shows("Next"));
    w.d.click("stop page again");
    w.d.frames(2);
    CHECK(w.d.shows("massage stop"));
    w.d.click("Look at the answers again");
    w.d.frames(2);
    w.d.click("MDS01/0");
    w.d.frames(2);
    CHECK(w.d.shows("Next"));
    CHECK(w.home.desk.saves.empty());
}

TEST_CASE("her no is saved without a referral") {
    Window w;
    w.teach();
    w.who();
    w.danger_signs("");
    w.d.click("XC02/1");
    w.d.frames(2);
    CHECK_FALSE(w.d.shows("massage stop"));
    w.d.click("Save her answer");
    w.d.frames(3);
    CHECK(w.shell.page() == Page::Family);
    CHECK(w.home.count("massage_teaching") == 1);
    CHECK(w.home.count("referral") == 0);
}

TEST_CASE("the keys answer the line and the step that wait") {
    Window w;
    w.teach();
    w.who();
    for (std::size_t i = 0; i < w.model().safety().lines().size(); ++i) {
        w.d.strike("t");
        w.d.frames(1);
    }
    CHECK(w.model().safety().is_go());
    w.next();
    w.model().choose("teaching.consent_touch", "1");
    w.next();
    w.model().choose("teaching.methods", "EXPLAIN");
    w.next();
    w.model().choose("show.done", "1");
    w.model().choose("teaching.return_demo", "1");
    w.next();
    REQUIRE(w.model().at() == TeachingPart::Practise);
    w.d.strike("4");
    w.d.frames(1);
    w.d.strike("9");  // the second is critical: not left out
    w.d.frames(1);
    CHECK(w.model().score(w.model().procedure().steps[0].code) == 4);
    CHECK(w.model().score(w.model().procedure().steps[1].code) == 0);
}

TEST_CASE("what was begun is offered again, recovered or thrown away") {
    Window w;
    w.teach();
    w.who();
    const std::string draft = w.home.desk.drafts().front().id;
    w.d.click("Today");
    w.d.frames(2);
    w.d.click("Recover " + draft);
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::Teaching);
    CHECK(w.model().said("teaching.trainee_id") == w.home.husband);
    w.d.click("Throw away");
    w.d.click("Yes, throw away");
    w.d.frames(3);
    CHECK(w.home.desk.drafts().empty());
}

TEST_CASE("what took place before is written down in the form, sign or no sign") {
    Window w;
    w.home.check_mother(R"("ds_mds01":"1")");
    w.teach();
    REQUIRE(w.shell.page() == Page::Teaching);
    CHECK(w.model().gate() == screens::TeachingGate::DangerSign);
    CHECK_FALSE(w.d.shows("Next"));
    w.d.click("It took place before: only write it down");
    w.d.frames(2);
    CHECK(w.shell.page() == Page::Form);
}

TEST_CASE("a family that lost its baby finds no door to it, and gentle words behind any other") {
    Window w;
    w.home.desk.change(w.home.village.mother, R"({"live_infants":"0"})");
    w.family();
    CHECK_FALSE(w.d.shows("Teach the massage"));
    w.shell.open_teaching(w.home.start());
    w.d.frames(2);
    CHECK(w.model().gate() == screens::TeachingGate::Grief);
    CHECK_FALSE(w.d.shows("Next"));
}
