// The shell around the pages: it locks itself and comes back, hides at a key, and nobody takes
// practice for work.
#include "client/screens/family/family_page.h"
#include "client/screens/record/record_form_page.h"
#include "client/screens/settings/settings_page.h"
#include "client/ui/look.h"
#include "tests/client/screens/window.h"

#include <doctest/doctest.h>

namespace {

using desk::Desk;
using driver::Driver;
using screens::Page;

struct Window : screens_test::Window {
    void wait_minutes(double minutes) {
        d.later(minutes * 60);
        d.frames(2);
    }
};

}  // namespace

TEST_CASE("left alone for five minutes the screen locks, and the PIN leads back to the page") {
    Window w;
    w.sign_in();
    w.d.click("Families");
    w.d.click("family " + w.village.household);
    REQUIRE(w.shell.page() == Page::Family);
    w.wait_minutes(4);
    CHECK(w.shell.page() == Page::Family);
    w.d.press(driver::Key::Down);
    w.wait_minutes(4);
    CHECK(w.shell.page() == Page::Family);
    w.wait_minutes(2);
    REQUIRE(w.shell.page() == Page::SignIn);
    CHECK(w.desk.locked == 1);
    CHECK_FALSE(w.d.shows("practice band"));
    w.sign_in();
    CHECK(w.shell.page() == Page::Family);
}

TEST_CASE("what was typed in a form when the screen locked is in it again") {
    Window w;
    w.sign_in();
    w.d.click("Settings");
    w.shell.open_form({.type = "household",
                       .family = {},
                       .record = w.village.household,
                       .draft = {},
                       .known = {},
                       .field = {},
                       .parts = {},
                       .closing_part = {}});
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::Form);
    w.d.fill("head_name", "Agus Prasetyo Utomo");
    w.wait_minutes(6);
    REQUIRE(w.shell.page() == Page::SignIn);
    CHECK(w.desk.drafts().size() == 1);
    w.sign_in();
    REQUIRE(w.shell.page() == Page::Form);
    CHECK(w.d.value("head_name") == "Agus Prasetyo Utomo");
}

TEST_CASE("the way back from a form leads to the part of the family she came from") {
    Window w;
    w.sign_in();
    w.d.click("Families");
    w.d.click("family " + w.village.household);
    w.d.click("family part/history");
    w.shell.open_form({.type = "household",
                       .family = w.village.household,
                       .record = w.village.household,
                       .draft = {},
                       .known = {},
                       .field = {},
                       .parts = {},
                       .closing_part = {}});
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::Form);
    w.d.click("Continue later");
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::Family);
    CHECK(w.shell.showing<screens::FamilyPage>().page().tab() == screens::FamilyTab::History);
}

TEST_CASE("who is missing at the massage is added from its form, which is there again as it was") {
    Window w;
    w.sign_in();
    w.d.click("Families");
    w.d.click("family " + w.village.household);
    screens::FamilyModel family(w.desk.ports(), w.village.household);
    screens::FormStart report = family.start("massage_teaching");
    report.is_report = true;
    w.shell.open_form(report);
    w.d.frames(2);
    if (w.d.shows("Only write down what was explained")) {
        w.d.click("Only write down what was explained");
    }
    w.shell.showing<screens::RecordFormPage>().model().choose("trainee_relation", "SUAMI");
    w.d.click("Add somebody of the family");
    w.d.frames(2);
    REQUIRE(w.d.shows("full_name"));
    w.d.click("Continue later");
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::Form);
    CHECK(w.d.shows("Add somebody of the family"));
    CHECK(w.shell.showing<screens::RecordFormPage>().model().answer("trainee_relation") == "SUAMI");
    w.d.click("Continue later");
    w.d.frames(2);
    CHECK(w.shell.page() == Page::Family);
}

TEST_CASE("the place of the navigation that led to a form stays marked") {
    Window w;
    w.sign_in();
    w.d.click("Pregnancies");
    screens::FamilyModel family(w.desk.ports(), w.village.household);
    w.shell.open_form(family.start("consent"));
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::Form);
    CHECK(w.shell.root() == Page::Births);
    w.d.click("Families");
    CHECK(w.shell.root() == Page::Families);
    w.d.click("family " + w.village.household);
    CHECK(w.shell.root() == Page::Families);
}

TEST_CASE("the next day begins with what is due, not with yesterday's page") {
    Window w;
    w.sign_in();
    w.d.click("Send");
    w.d.click("Lock");
    REQUIRE(w.shell.page() == Page::SignIn);
    w.desk.clock.advance_ms(86'400'000);
    w.sign_in();
    CHECK(w.shell.page() == Page::Today);
}

TEST_CASE("F12 covers everything at once and brings it back; a minute later the PIN is asked") {
    Window w;
    w.sign_in();
    w.d.click("Families");
    w.d.press_function(12);
    w.d.frames(1);
    CHECK(w.d.shows("cover"));
    CHECK_FALSE(w.d.shows("family " + w.village.household));
    CHECK_FALSE(w.d.shows("Families"));
    w.d.press_ctrl('H');
    w.d.frames(1);
    CHECK(w.d.shows("family " + w.village.household));
    CHECK(w.desk.locked == 0);
    w.d.click("Hide");
    w.d.frames(1);
    REQUIRE(w.d.shows("cover"));
    w.wait_minutes(1.1);
    CHECK(w.shell.page() == Page::SignIn);
    CHECK(w.desk.locked == 1);
}

TEST_CASE("practice asks no PIN, says so on every page, and has nothing to send with") {
    Window w;
    w.d.click("Practise: nothing is sent");
    w.d.frames(6);
    REQUIRE(w.shell.page() == Page::Today);
    for (const char* place : {"Today", "Families", "Send", "Settings"}) {
        CAPTURE(place);
        w.d.click(place);
        CHECK(w.d.value("practice band") == "MODE UJI COBA  ·  tidak ada yang dikirim");
    }
    w.d.click("Send");
    CHECK(w.d.shows("practice is not sent"));
    CHECK(w.desk.syncs_started == 0);
    w.d.click("Begin anew");
    w.d.frames(6);
    CHECK(w.desk.practised_anew == 1);
    CHECK(w.shell.page() == Page::Today);
    w.d.click("Leave practice");
    w.d.frames(2);
    CHECK(w.shell.page() == Page::SignIn);
    w.sign_in();
    CHECK_FALSE(w.d.shows("practice band"));
}

TEST_CASE("in practice a danger sign covers the page, but not that it is practice") {
    Window w;
    w.d.click("Practise: nothing is sent");
    w.d.frames(6);
    w.desk.put("visit", R"({"household_id":")" + w.village.household + R"(","mother_id":")" +
                            w.village.mother +
                            R"(","started_at":"2026-03-05T09:00:00+07:00","outcome":"DONE"})");
    w.d.click("Families");
    w.d.click("family " + w.village.household);
    w.d.click("Go on with the visit");
    w.d.click("step mother_check " + w.village.mother);
    w.d.click("ds_mds01/1");
    REQUIRE(w.d.shows("danger"));
    CHECK(w.d.value("practice over danger") == "MODE UJI COBA  ·  tidak ada yang dikirim");
    CHECK(w.d.at("danger").place.top > w.d.at("practice over danger").place.bottom);
    w.d.click("Go on with the questions");  // and hides nothing that is pressed
    CHECK_FALSE(w.d.shows("practice over danger"));
}

TEST_CASE("only a midwife has the midwife's place") {
    Window cadre;
    cadre.sign_in();
    CHECK_FALSE(cadre.d.shows("Midwife"));
    Window midwife;
    midwife.desk.role = "BIDAN";
    midwife.sign_in();
    CHECK(midwife.d.shows("Midwife"));
}

TEST_CASE("a disk that fills up is said above every page") {
    Window w;
    w.sign_in();
    CHECK_FALSE(w.d.shows("room band"));
    w.desk.keeping.now.health.free_bytes = 120'000'000;
    w.desk.keeping.now.health.room = screens::Room::Low;
    w.d.frames(1);
    CHECK(w.d.value("room band") == "Tempat hampir habis (sisa 120 MB)");
}

TEST_CASE("with the keyboard alone the text is made larger and the colours black on white") {
    Window w;
    w.sign_in();
    w.d.tab_to("Settings");
    w.d.press(driver::Key::Enter);
    w.d.frames(3);
    w.d.tab_to("Text size/150");
    w.d.press(driver::Key::Enter);
    w.d.frames(3);
    CHECK(ui::text_size() == 150);
    w.d.tab_to("Colours/1");
    w.d.press(driver::Key::Enter);
    w.d.frames(3);
    CHECK(ui::look() == ui::Look::Contrast);
    CHECK(w.desk.settings.look == screens::Appearance{false, 150, true});
}

TEST_CASE("all parts of the settings show every word whole, at 150 % too") {
    for (const int percent : {100, 150}) {
        Window w;
        w.sign_in();
        w.d.click("Settings");
        w.d.click("Text size/" + std::to_string(percent));
        for (const char* part : {"look", "copy", "safety", "laptop", "about"}) {
            w.d.click(std::string("settings/") + part);
            CAPTURE(part);
            CHECK(ui::probe::clipped_texts().empty());
        }
    }
}

TEST_CASE("a laptop that the health centre closed says so before anything else") {
    using screens::Closed;
    Window w;
    w.sign_in();
    w.d.click("Families");
    w.desk.closed_now = Closed{};
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::SignIn);
    CHECK(w.desk.locked == 1);
    CHECK_FALSE(w.d.shows("Sign in"));
    CHECK_FALSE(w.d.shows("I have read it"));  // it is not over yet
    w.desk.closed_now = Closed{Closed::State::Erased, 37, true, false};
    w.desk.local_users.clear();
    w.d.frames(2);
    CHECK(w.d.value("closed") ==
          "Semua catatan sudah diterima puskesmas (37). Data di laptop ini sudah dihapus.");
    w.d.click("I have read it");
    w.d.frames(2);
    CHECK_FALSE(w.desk.closed_now.has_value());
    CHECK(w.d.shows("I have a slip with a code"));
}
