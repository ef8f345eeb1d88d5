// Hari ini, drawn without a display and driven by the names of its widgets.
#include "client/screens/today/today_page.h"
#include "tests/client/screens/window.h"

#include <doctest/doctest.h>

namespace {

using desk::Desk;
using desk::Village;
using driver::Driver;
using driver::Key;
using screens::Page;
using screens_test::Window;

}  // namespace
TEST_CASE("the day begins with whom to visit; a family is opened, and one comes back to the list") {
    Window w;
    w.sign_in();
    REQUIRE(w.shell.page() == Page::Today);
    CHECK(w.d.value("stop " + w.village.household) == "terlambat 3 hari");
    w.d.click("stop " + w.village.household);
    CHECK(w.shell.page() == Page::Family);
    w.d.click("Today");
    CHECK(w.shell.page() == Page::Today);
}

TEST_CASE("a visit is begun from the list") {
    Window w;
    w.sign_in();
    w.d.click("Start visit " + w.village.household);
    CHECK(w.shell.page() == Page::Visit);
}

TEST_CASE("a stop is put off and taken back with the keyboard alone") {
    Window w;
    w.sign_in();
    w.press("Not today " + w.village.household);
    w.press("Put off to/2026-03-06");
    w.press("Save");
    CHECK(w.desk.agenda.said.size() == 2);
    CHECK_FALSE(w.d.shows("stop " + w.village.household));
    w.press("Undo " + w.village.household);
    CHECK(w.d.shows("stop " + w.village.household));
    CHECK(w.d.value("toast") == "Kembali ke daftar");
}

TEST_CASE("Escape leaves the question and nothing is said") {
    Window w;
    w.sign_in();
    w.d.click("Not today " + w.village.household);
    REQUIRE(w.d.shows("What now?/called off"));
    w.d.press(Key::Escape);
    w.d.frames(2);
    CHECK_FALSE(w.d.shows("What now?/called off"));
    CHECK(w.desk.agenda.said.empty());
}

TEST_CASE("why a family cannot be visited is written in the dialog") {
    Window w;
    w.sign_in();
    w.d.click("Not today " + w.village.household);
    w.d.click("What now?/called off");
    w.d.click("Save");
    CHECK(w.desk.agenda.said.empty());
    w.d.click("Why?/OTHER");
    w.d.fill("The reason", "rumah kosong");
    w.d.click("Save");
    REQUIRE(w.desk.agenda.said.size() == 2);
    CHECK(w.desk.agenda.said[0].word.note == "rumah kosong");
}

TEST_CASE("the order is chosen above the list and outlives the page") {
    Window w;
    w.sign_in();
    w.d.click("order/walk");
    w.d.click("Families");
    w.d.click("Today");
    CHECK(w.d.value("order/walk") == "on");
}

TEST_CASE("with nothing to do the page says when the next visit is") {
    Window w;
    for (auto& stop : w.desk.agenda.all) stop.tasks.clear();
    w.desk.agenda.all[0].next_due = *base::parse_date("2026-03-09");
    w.sign_in();
    CHECK(w.d.shows("nothing"));
}

TEST_CASE("a laptop without families leads to the first one") {
    Desk desk;
    screens::ShellModel shell(desk.ports());
    Driver d([&] { screens::draw(shell); });
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click("New family");
    CHECK(shell.page() == Page::Registering);
}

TEST_CASE("a wrong date is asked about over everything else, until it is confirmed") {
    Window w;
    w.desk.clock.set(*base::parse_date_time("2010-01-01T12:00:00+07:00"));
    w.sign_in();
    CHECK(w.d.value("clock") == "Tanggal laptop: Jumat, 1 Januari 2010. Betul?");
    w.d.click("The date is right");
    w.d.frames(1);
    CHECK_FALSE(w.d.shows("clock"));
}

TEST_CASE("under a date that is doubted nobody is told that there is nothing to visit") {
    Window w;
    for (auto& stop : w.desk.agenda.all) stop.tasks.clear();
    w.desk.clock.set(*base::parse_date_time("2010-01-01T12:00:00+07:00"));
    w.sign_in();
    CHECK(w.d.value("nothing") == "Jadwal kunjungan belum bisa ditampilkan");
    w.d.click("The date is right");
    w.d.frames(1);
    CHECK(w.d.value("nothing") == "Tidak ada kunjungan yang harus dilakukan hari ini");
}

TEST_CASE("a danger sign in what was left unfinished is said where the day begins") {
    Window w;
    screens::Draft draft;
    draft.id = w.desk.new_draft_id();
    draft.type = "mother_check";
    draft.family = w.village.household;
    draft.answers.set("mother_id", w.village.mother);
    draft.answers.set("ds_mds01", "1");
    draft.saved_at = w.desk.clock.now();
    REQUIRE(w.desk.put_draft(draft).ok());
    w.sign_in();
    CHECK(w.d.value("danger in draft") == "SEKARANG JUGA ke puskesmas atau rumah sakit");
}

TEST_CASE("what was left unfinished is offered where the day begins") {
    Window w;
    w.sign_in();
    w.d.click("stop " + w.village.household);
    w.d.click("person " + w.village.mother);
    w.d.click("See or change the details");
    w.d.fill("full_name", "Siti Aminah binti Karto");
    w.d.click("Today");
    REQUIRE(w.desk.drafts().size() == 1);
    w.d.click("Recover " + w.desk.drafts().front().id);
    CHECK(w.d.value("full_name") == "Siti Aminah binti Karto");
}

TEST_CASE("while visits are worked out the page says how far that is") {
    Window w;
    w.desk.agenda.so_far = {300, 4000};
    w.sign_in();
    CHECK(w.d.shows("counting"));
    CHECK_FALSE(w.d.shows("nothing"));
}

TEST_CASE("ten thousand stops cost a frame what twenty do: only the rows in sight are drawn") {
    Window w;
    for (int i = 0; i < 10000; ++i) {
        screens::Stop stop;
        stop.family = "many-" + std::to_string(i);
        stop.name = "Keluarga " + std::to_string(i);
        const base::Date today = *base::parse_date("2026-03-05");
        stop.tasks = {desk::task("KV4", "Siti", today, 2)};
        w.desk.agenda.add(stop);
    }
    w.sign_in();
    int rows = 0;
    for (const auto& [key, item] : ui::probe::items()) rows += item.role == "row" ? 1 : 0;
    CHECK(rows > 2);
    CHECK(rows < 12);
    for (int i = 0; i < 120; ++i) w.d.press(Key::Tab);  // three stops a row, through the edge
    const ui::Item& row = w.d.at(w.d.focused());
    CHECK(w.d.focused().find(" many-10") != std::string::npos);
    CHECK(row.place.top >= 0);
    CHECK(row.place.bottom <= 768);
}

TEST_CASE("the route on paper is shown in the browser, and can be kept as a file besides") {
    Window w;
    desk::fill_agenda(w.desk, w.village);
    w.sign_in();
    w.press("Print to carry along");
    REQUIRE(w.desk.printing.printed.size() == 1);
    CHECK(w.d.shows("page shown"));
    w.d.click("Keep as a file");
    w.d.click("Keep it there");
    CHECK(w.desk.printing.printed.size() == 2);
    CHECK_FALSE(w.d.shows("Folder"));
}

TEST_CASE("visits that could not be worked out are said so, and never that none is due") {
    Window w;
    w.desk.agenda.all.clear();
    w.desk.agenda.so_far = {3, 10, true};
    w.sign_in();
    CHECK(w.d.shows("not counted"));
    CHECK_FALSE(w.d.shows("counting"));
    CHECK_FALSE(w.d.shows("nothing"));
    w.press("Try again");
    CHECK_FALSE(w.d.shows("not counted"));
    CHECK(w.d.shows("nothing"));
}
