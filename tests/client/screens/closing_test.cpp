// She closes the window while something waits to be sent.
#include "client/screens/shell/closing.h"
#include "tests/client/screens/window.h"

#include <doctest/doctest.h>

using screens::Page;

namespace {

struct Window {
    desk::Desk desk;
    desk::Village village = desk::settle(desk);
    screens::ShellModel shell{desk.ports()};
    screens::Closing closing{shell};
    driver::Driver d;

    explicit Window(std::int64_t waiting)
        : d([this] {
              screens::draw(shell);
              screens::draw_closing(closing);
          }) {
        desk.sync.waiting = waiting;
    }
    void sign_in() {
        d.fill("PIN", "24681357");
        d.click("Sign in");
        d.frames(5);
    }
};

}  // namespace

TEST_CASE("what waits is said once as she closes the window, and she may close it all the same") {
    Window w(3);
    w.sign_in();
    CHECK_FALSE(w.closing.may_close());
    w.d.frames(3);
    CHECK(w.d.value("closing") == "Masih ada 3 catatan belum terkirim.");
    CHECK_FALSE(w.closing.is_done());
    w.d.click("Close");
    CHECK(w.closing.is_done());
    CHECK(w.desk.syncs_started == 0);
}

TEST_CASE("a second wish to close is not asked about: nothing stands in a shutdown's way") {
    Window w(3);
    w.sign_in();
    CHECK_FALSE(w.closing.may_close());
    w.d.frames(3);
    CHECK(w.closing.may_close());
}

TEST_CASE("she may send now instead, and the window stays") {
    Window w(3);
    w.sign_in();
    const int before = w.desk.syncs_started;
    CHECK_FALSE(w.closing.may_close());
    w.d.frames(3);
    w.d.click("Send now");
    w.d.frames(3);
    CHECK(w.desk.syncs_started == before + 1);
    CHECK(w.shell.page() == Page::Sending);
    CHECK_FALSE(w.closing.is_done());
    CHECK_FALSE(w.d.shows("closing"));
    CHECK_FALSE(w.closing.may_close());  // another day's closing is told again
}

TEST_CASE("nothing waits, nobody is signed in, or the screen is hidden: it closes without a word") {
    Window idle(0);
    idle.sign_in();
    CHECK(idle.closing.may_close());
    Window locked(3);
    CHECK(locked.closing.may_close());
    Window hidden(3);
    hidden.sign_in();
    hidden.d.press_function(12);
    REQUIRE(hidden.shell.is_hidden());
    CHECK(hidden.closing.may_close());
}

TEST_CASE("locked before she answered, the question is gone") {
    Window w(3);
    w.sign_in();
    CHECK_FALSE(w.closing.may_close());
    w.d.frames(2);
    w.shell.lock();
    w.d.frames(3);
    CHECK_FALSE(w.d.shows("closing"));
    w.sign_in();
    w.d.frames(2);
    CHECK_FALSE(w.d.shows("closing"));
}

TEST_CASE("what was being typed is kept as a draft before anything is said") {
    Window w(3);
    w.sign_in();
    w.d.click("Families");
    w.d.click("family " + w.village.household);
    w.d.click("Add a person");
    w.d.fill("full_name", "Kartini");
    CHECK_FALSE(w.closing.may_close());
    REQUIRE(w.desk.drafts().size() == 1);
    CHECK(w.desk.drafts()[0].answers.text("full_name") == "Kartini");
}
