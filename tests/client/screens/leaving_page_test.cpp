// The laptop's disk takes nothing, and she wants to go elsewhere: what she typed is on the screen
// only, and nothing takes it from there without her word.
#include "client/screens/record/record_form_page.h"
#include "client/screens/shell/closing.h"
#include "tests/client/screens/window.h"

#include <doctest/doctest.h>

using screens::Page;

namespace {

struct FullDisk : screens_test::Window {
    FullDisk() {
        open_family();
        desk.disk_refuses = base::ErrorCode::DiskFull;
        d.click("Add a person");
        d.fill("full_name", "Kartini");
        REQUIRE(shell.page() == Page::Form);
    }
    void make_room() {
        desk.disk_refuses = std::nullopt;
        d.frames(3);
    }
    void unlock() {
        d.fill("PIN", desk.right_pin);
        d.press(driver::Key::Enter);
        d.frames(5);
    }
    bool is_untouched() { return shell.page() == Page::Form && d.value("full_name") == "Kartini"; }
    std::string kept_name() {
        return desk.drafts().empty() ? "" : desk.drafts()[0].answers.text("full_name");
    }
};

}  // namespace

TEST_CASE("on a full disk no place of the navigation takes what was typed from the screen") {
    FullDisk w;
    for (const char* place : {"Today", "Families", "Send", "Settings", "Lock", "Continue later"}) {
        CAPTURE(place);
        w.d.click(place);
        w.d.frames(3);
        REQUIRE(w.d.shows("leaving"));
        w.d.click("Stay on this page");
        w.d.frames(3);
        CHECK_FALSE(w.d.shows("leaving"));
        CHECK(w.is_untouched());
    }
    CHECK(w.desk.locked == 0);
}

TEST_CASE("once there is room again what was typed is kept, and she goes where she wanted to") {
    FullDisk w;
    w.d.click("Today");
    w.d.frames(3);
    w.make_room();
    CHECK(w.shell.page() == Page::Today);
    CHECK(w.kept_name() == "Kartini");
}

TEST_CASE("what could not be kept at first is kept when she leaves after making room") {
    FullDisk w;
    w.make_room();
    w.d.click("Today");
    w.d.frames(3);
    CHECK(w.shell.page() == Page::Today);
    CHECK(w.kept_name() == "Kartini");
}

TEST_CASE("she may leave all the same, by a button that says what it costs") {
    FullDisk w;
    w.d.click("Today");
    w.d.frames(3);
    CHECK(w.d.value("Leave: what I wrote is lost") == "Tinggalkan, isiannya hilang");
    w.d.press(driver::Key::Escape);
    w.d.frames(3);
    CHECK(w.is_untouched());
    w.d.click("Today");
    w.d.frames(3);
    w.d.click("Leave: what I wrote is lost");
    w.d.frames(3);
    CHECK(w.shell.page() == Page::Today);
}

TEST_CASE("while she makes room on the full disk the screen is covered instead of locked") {
    FullDisk w;
    w.d.later(6 * 60);
    w.d.frames(2);
    CHECK(w.shell.is_hidden());
    CHECK(w.desk.locked == 0);
    w.unlock();
    CHECK(w.is_untouched());
    w.make_room();
    w.d.later(6 * 60);
    w.d.frames(2);
    CHECK(w.shell.page() == Page::SignIn);
    CHECK(w.kept_name() == "Kartini");
}

TEST_CASE("on a full disk a stranger does not lift the cover: it asks for the PIN") {
    FullDisk w;
    w.d.later(6 * 60);
    w.d.frames(2);
    w.d.press_function(12);
    w.d.frames(3);
    CHECK(w.d.shows("pin at cover"));
    CHECK_FALSE(w.d.shows("full_name"));
    w.d.fill("PIN", "11111111");
    w.d.click("Go on writing");
    w.d.frames(5);
    CHECK(w.d.shows("pin at cover"));
    w.desk.access.wait_after_wrong_s = 30;
    w.d.fill("PIN", "22222222");
    w.d.click("Go on writing");
    w.d.frames(5);
    w.desk.access.wait_after_wrong_s = 0;
    w.d.fill("PIN", w.desk.right_pin);
    w.d.press(driver::Key::Enter);
    w.d.frames(5);
    CHECK(w.d.shows("pin at cover"));  // it is not heard before half a minute has gone
    w.desk.clock.advance_ms(31'000);
    w.unlock();
    CHECK_FALSE(w.d.shows("pin at cover"));
    CHECK(w.is_untouched());
    CHECK(w.desk.locked == 0);
}

TEST_CASE("hidden by F12 on a full disk, the cover asks for the PIN after a minute too") {
    FullDisk w;
    w.d.press_function(12);
    w.d.frames(2);
    CHECK_FALSE(w.d.shows("pin at cover"));
    w.d.later(61);
    w.d.frames(2);
    w.d.press_function(12);
    w.d.frames(2);
    CHECK(w.d.shows("pin at cover"));
}

TEST_CASE("covered for the PIN, with room again the screen is locked and what was typed is kept") {
    FullDisk w;
    w.d.later(6 * 60);
    w.d.frames(2);
    REQUIRE(w.d.shows("pin at cover"));
    w.make_room();
    w.d.later(61);
    w.d.frames(3);
    CHECK(w.shell.page() == Page::SignIn);
    CHECK(w.kept_name() == "Kartini");
}

TEST_CASE("closing the window on a full disk is asked about once, and may be taken back") {
    FullDisk w;
    screens::Closing closing(w.shell);
    CHECK_FALSE(closing.may_close());
    CHECK(closing.is_unkept());
    closing.stay_clicked();
    CHECK(w.is_untouched());
    CHECK_FALSE(closing.may_close());
    CHECK(closing.may_close());  // nothing stands in a shutdown's way
}

TEST_CASE("a step of a visit is not left while the disk takes nothing") {
    screens_test::Window w;
    w.open_family();
    w.d.click("Record a visit");
    w.d.click("visit_type/KADER_HOME");
    w.desk.disk_refuses = base::ErrorCode::DiskFull;
    w.d.click("outcome/DONE");
    w.d.click("Continue later");
    w.d.frames(3);
    REQUIRE(w.d.shows("leaving"));
    w.d.click("Stay on this page");
    w.d.frames(2);
    CHECK(w.d.value("outcome/DONE") == "on");
}

TEST_CASE("a half row of quick entry is not left while the disk takes nothing") {
    screens_test::Window w;
    w.sign_in();
    w.d.tab_to("Quick entry");
    w.d.press(driver::Key::Enter);
    w.d.frames(2);
    w.desk.disk_refuses = base::ErrorCode::DiskFull;
    w.d.type("Siti");
    w.d.press(driver::Key::Enter);
    w.d.frames(2);
    w.d.click("Today");
    w.d.frames(3);
    CHECK(w.d.shows("leaving"));
}
