// The massage guide on the whole window: what comes first, what keys do, what the family sees.
#include "client/screens/guide/guide_page.h"
#include "client/ui/look.h"
#include "client/ui/redraw.h"
#include "tests/client/screens/window.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using driver::Key;
using guide::Cue;
using screens::GuideStart;
using screens::Page;
using screens_test::Window;

struct Guide : Window {
    explicit Guide(const GuideStart& start, int width = 1366, int height = 768, float scale = 1)
        : Window(width, height, scale) {
        sign_in();
        shell.open_guide(start);
        d.frames(3);
    }
    const guide::Timeline& at() { return shell.showing<screens::GuidePage>().model().timeline(); }
    std::string step() { return at().step().code; }
};

GuideStart checked(const std::string& step, bool to_family = false) {
    return {step, true, to_family};
}

// When the next frame is wanted, in seconds, once what is shown has settled.
double next_frame(Guide& g) {
    g.d.frames(2);
    ui::take_redraw_request();
    g.d.frames(1);
    return ui::take_redraw_request();
}

// No button of the foot lies on another.
bool foot_is_orderly(const Guide& g) {
    float right = 0;
    for (const char* key : {"To the family", "Once more", "Step back", "Play or pause"}) {
        if (g.d.at(key).place.left < right) return false;
        right = g.d.at(key).place.right;
    }
    const bool is_last = g.d.shows("Finished");
    return g.d.at(is_last ? "Finished" : "Next step").place.left >= right;
}

}  // namespace

TEST_CASE("before anybody is touched the guide says that the safety check comes first") {
    Guide g({});
    CHECK(g.d.shows("safety first"));
    CHECK_FALSE(g.d.shows("picture"));
    CHECK_FALSE(g.at().is_running());
    g.d.press(Key::Space);
    CHECK_FALSE(g.at().is_running());
    g.d.click("Begin with the first step");
    g.d.frames(2);
    CHECK(g.d.value("picture") == "P01");
    CHECK(g.at().is_running());
}

TEST_CASE("whoever comes from the safety check begins at her step, and it waits for her") {
    Guide g(checked("M03"));
    CHECK_FALSE(g.d.shows("safety first"));
    CHECK(g.d.value("picture") == "M03");
    CHECK_FALSE(g.at().is_running());
    CHECK(g.d.value("clock") == "45");
}

TEST_CASE("that she may keep a thin shirt on, and where oil may not go, are said") {
    Guide g(checked("P07"));
    CHECK(g.d.value("step words").find("baju tipis") != std::string::npos);
    g.d.press(Key::Right);
    g.d.press(Key::Right);
    CHECK(g.d.value("technique").find("jangan di payudara") != std::string::npos);
}

TEST_CASE("asking whether she is well stays in sight during every movement") {
    Guide g(checked("P09"));
    CHECK_FALSE(g.d.shows("reminder"));
    for (int movement = 1; movement <= 6; ++movement) {
        g.d.press(Key::Right);
        CHECK(g.step() == "M0" + std::to_string(movement));
        CHECK(g.d.value("reminder") == "M07");
    }
    g.d.press(Key::Right);
    CHECK(g.step() == "M07");
    CHECK_FALSE(g.d.shows("reminder"));
}

TEST_CASE("the keyboard alone leads through it: space, arrows, R, F and S") {
    Guide g(checked("M01"));
    g.d.press(Key::Space);
    CHECK(g.at().is_running());
    g.d.later(10);
    g.d.type("r");
    CHECK(g.at().step_seconds() < 1);
    g.d.press(Key::Space);
    CHECK_FALSE(g.at().is_running());
    g.d.press(Key::Right);
    CHECK(g.step() == "M02");
    g.d.press(Key::Left);
    CHECK(g.step() == "M01");
    g.d.type("s");
    CHECK_FALSE(g.desk.speaker.is_on());
    g.d.type("f");
    CHECK(g.d.shows("family words"));
    g.d.press(Key::Escape);
    CHECK_FALSE(g.d.shows("family words"));
}

TEST_CASE("a space pauses once, also where a button has the keyboard") {
    Guide g(checked("M01"));
    g.d.click("Next step");
    CHECK(g.step() == "M02");
    CHECK(g.at().is_running());
    g.d.press(Key::Space);
    CHECK(g.step() == "M02");
    CHECK_FALSE(g.at().is_running());
    g.d.press(Key::Space);
    g.d.tab_to("Once more");
    g.d.later(5);
    g.d.press(Key::Space);
    CHECK_FALSE(g.at().is_running());
    CHECK(g.at().step_seconds() > 4);
}

TEST_CASE("a step that changes by itself is heard and seen; whoever turned the sound off sees it") {
    Guide g(checked("M01"));
    g.d.press(Key::Space);
    CHECK(g.desk.speaker.is_open);
    g.d.later(61);
    CHECK(g.step() == "M02");
    CHECK(g.desk.speaker.played == std::vector<Cue>{Cue::Step});
    CHECK(g.at().since_cue() < 1);
    g.d.click("Sound");
    CHECK_FALSE(g.desk.speaker.is_open);
    g.d.later(46);
    CHECK(g.step() == "M03");
    CHECK(g.desk.speaker.played.size() == 1);
    CHECK(g.at().since_cue() < 1);
}

TEST_CASE("the loudspeaker is held only while it plays") {
    Guide g(checked("M01"));
    CHECK_FALSE(g.desk.speaker.is_open);
    g.d.press(Key::Space);
    CHECK(g.desk.speaker.is_open);
    g.d.press(Key::Space);
    CHECK_FALSE(g.desk.speaker.is_open);
    g.d.press(Key::Space);
    g.shell.open(Page::Today);
    g.d.frames(2);
    CHECK_FALSE(g.desk.speaker.is_open);
}

TEST_CASE("frames are drawn only while something moves: none while it pauses") {
    Guide g(checked("M01"));
    CHECK(next_frame(g) > 60);
    g.d.press(Key::Space);
    CHECK(next_frame(g) < 0.02);
    g.d.press(Key::Space);
    CHECK(next_frame(g) > 60);
    g.d.press(Key::Left);
    g.d.press(Key::Space);
    const double still = next_frame(g);
    CHECK(still > 0.015);
    CHECK(still <= 1);
}

TEST_CASE("the screen stays open while it plays, and locks when it was left pausing") {
    Guide g(checked("P05"));
    g.d.press(Key::Space);
    g.d.later(3600);
    g.d.frames(2);
    CHECK(g.shell.page() == Page::Guide);
    CHECK(g.desk.locked == 0);
    g.d.press(Key::Space);
    g.d.later(3600);
    g.d.frames(2);
    CHECK(g.shell.page() == Page::SignIn);
}

TEST_CASE("when somebody walks in, what is hidden waits where it is") {
    Guide g(checked("M01"));
    g.d.press(Key::Space);
    g.d.press_function(12);
    g.d.later(30);
    g.d.press_function(12);
    g.d.frames(2);
    CHECK(g.step() == "M01");
    CHECK(g.at().step_seconds() < 2);
    CHECK_FALSE(g.at().is_running());
}

TEST_CASE("the family's side covers everything and holds nothing of anybody") {
    Guide g(checked("M01", true));
    CHECK(g.d.shows("family words"));
    CHECK_THROWS(g.d.click("Families"));
    for (const char* private_text : {"step words", "technique", "reminder"}) {
        CHECK_FALSE(g.d.shows(private_text));
    }
    g.d.click("Next step");
    CHECK(g.step() == "M02");
    g.d.click("Turn back");
    CHECK(g.d.shows("step words"));
}

TEST_CASE("the family's words are in letters for two metres, and its button is large") {
    Guide g(checked("P01", true));
    for (std::size_t step = 0; step + 1 < g.at().count(); ++step) {
        g.d.frames(2);
        CAPTURE(g.step());
        CHECK(std::stoi(g.d.value("family letters")) >= 42);
        CHECK(g.d.at("Next step").place.height() >= 100);
        CHECK(g.d.at("Next step").place.width() >= 400);
        g.d.press(Key::Right);
    }
}

TEST_CASE("after the last step she is where she came from, and is told how long it took") {
    Guide g(checked("M06"));
    g.d.press(Key::Space);
    g.d.later(20);
    for (int each = 0; each < 6 && g.shell.page() == Page::Guide; ++each) g.d.press(Key::Right);
    g.d.frames(2);
    CHECK(g.shell.page() == Page::Today);
}

TEST_CASE("every step fits, on both sides, in both languages, at every size") {
    struct Size {
        int width, height;
        float scale;
    };
    for (const Size size : {Size{1366, 768, 1}, Size{1024, 600, 1}, Size{1366, 768, 1.5F}}) {
        for (const bool is_family : {false, true}) {
            for (const auto language : {words::Language::Indonesian, words::Language::English}) {
                Guide g(checked("P01", is_family), size.width, size.height, size.scale);
                words::use(language);
                for (std::size_t step = 0; step + 1 < g.at().count(); ++step) {
                    g.d.frames(2);
                    CAPTURE(g.step());
                    CAPTURE(size.width);
                    CAPTURE(size.scale);
                    CAPTURE(is_family);
                    CHECK(ui::probe::clipped_texts().empty());
                    if (!is_family) CHECK(foot_is_orderly(g));
                    g.d.press(Key::Right);
                }
                words::use(words::Language::Indonesian);
            }
        }
    }
}

TEST_CASE("a health centre's own procedure is what is shown") {
    const std::string own = R"j({"settings":{"form_id":"massage_procedure","version":"2",
      "form_title::id":"Pijat kami","kawan:records":"none","kawan:sop_version":"KAMI-1"},
      "survey":[{"type":"note","name":"safety","label::id":"Tanya bidan dulu"},
      {"type":"begin group","name":"prepare","label::id":"Persiapan"},
      {"type":"note","name":"P01","label::id":"Minta izin","bind::kawan:critical":"yes"},
      {"type":"note","name":"P02","label::id":"Cek","bind::kawan:critical":"yes"},
      {"type":"end group","name":"prepare"},
      {"type":"begin group","name":"massage","label::id":"Pijat"},
      {"type":"note","name":"X01","label::id":"Usap bahu","bind::kawan:target_seconds":"20"},
      {"type":"note","name":"M07","label::id":"Nyaman?","bind::kawan:critical":"yes"},
      {"type":"end group","name":"massage"}]})j";
    Window w;
    auto texts = forms::FormSet::builtin().texts();
    texts.push_back(own);
    w.desk.form_set = forms::FormSet::parse(texts).value();
    w.sign_in();
    w.shell.open_guide({"X01", true, false});
    w.d.frames(3);
    CHECK(w.d.value("step words") == "Usap bahu");
    CHECK(w.d.value("clock") == "20");
    CHECK(w.d.shows("picture"));
}
