// Quick entry as it is used: with the keyboard alone, drawn without a display.
#include "client/screens/quick/quick_page.h"
#include "client/screens/record/kept_drafts.h"
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "tests/client/desk/desk.h"
#include "tests/client/driver/driver.h"
#include "tests/client/screens/quick/newer_form.h"

#include <doctest/doctest.h>

#include <array>

namespace {

using driver::Driver;
using driver::Key;
using screens::Page;

// Twenty names of which four letters find one family.
constexpr std::array<const char*, 20> kMothers = {
    "Aminah",  "Bunga",   "Citra",     "Dahlia",  "Endang",   "Fatonah", "Gendis",
    "Halimah", "Indah",   "Juminten",  "Kartini", "Lestari",  "Mulyani", "Ningsih",
    "Octavia", "Puspita", "Qomariyah", "Rukmini", "Sulastri", "Tumirah"};

struct Window {
    desk::Desk desk;
    std::array<std::string, kMothers.size()> households;
    screens::ShellModel shell{desk.ports()};
    Driver d;
    long keys = 0;

    explicit Window(int width = 1366, int height = 768, float scale = 1)
        : d([this] { screens::draw(shell); }, width, height, scale) {
        for (std::size_t i = 0; i < kMothers.size(); ++i) settle(i);
        d.fill("PIN", "24681357");
        d.click("Sign in");
        d.frames(5);
    }
    void settle(std::size_t i) {
        const std::string mother = kMothers[i];
        households[i] = desk.put("household", R"({"head_name":"Pak Joko","status":"ACTIVE"})");
        const std::string home = R"({"household_id":")" + households[i] + R"(","full_name":")";
        const std::string id =
            desk.put("person", home + mother + R"(","sex":"P","is_mother":"1","is_infant":"0",)" +
                                   R"("birth_date":"1998-04-02","vital_status":"ALIVE"})");
        desk.put("person", home + "Adik" + R"(","sex":"L","is_mother":"0","is_infant":"1",)" +
                               R"("birth_date":"2026-01-20","vital_status":"ALIVE"})");
        desk.put("birth_event", R"({"mother_id":")" + id + R"(","delivery_date":"2026-01-20"})");
    }
    screens::QuickModel& model() { return shell.showing<screens::QuickPage>().model(); }

    void type(const std::string& letters) {
        for (const char letter : letters) d.type(std::string(1, letter));
        keys += static_cast<long>(letters.size());
    }
    void press(Key key, driver::With with = {}) {
        d.press(key, with);
        ++keys;
    }
    // The question that stands on the screen is answered, whichever it is.
    void answer_strip() {
        while (const screens::QuickCell* cell = model().cell()) {
            const bool is_yes = cell->name == "mother_met" || cell->name.starts_with("bf_");
            type(is_yes ? "y" : cell->keys.front().key == '1' ? "1" : "t");
        }
        d.frames(2);
    }
    void row(std::size_t i) {
        type(std::string(kMothers[i]).substr(0, 4));
        press(Key::Enter);
        answer_strip();  // was she met?
        type("4,2");
        press(Key::Enter);
        press(Key::Enter);  // no temperature on the paper
        press(Key::Enter);  // nothing of the handbook
        answer_strip();
        press(Key::Enter);  // save
    }
};

}  // namespace

TEST_CASE("twenty visits of a paper are typed without the mouse, at 80 keys a visit") {
    Window w;
    w.d.tab_to("Quick entry");
    w.d.press(Key::Enter);
    REQUIRE(w.shell.page() == Page::Quick);
    w.d.frames(2);
    for (std::size_t i = 0; i < kMothers.size(); ++i) {
        CAPTURE(kMothers[i]);
        w.row(i);
        REQUIRE(w.model().day().count() == i + 1);
    }
    CHECK(w.d.value("count") == "20");
    CHECK(w.desk.all("visit").size() == 20);
    CHECK(w.desk.all("mother_check").size() == 20);
    CHECK(w.desk.all("infant_check").size() == 20);
    CHECK(w.desk.all("feeding_recall").size() == 20);
    for (std::size_t i = 0; i < kMothers.size(); ++i) {
        CHECK(w.desk.all("visit")[i]->fields.text("household_id") == w.households[i]);
    }
    MESSAGE("keys a visit: " << static_cast<double>(w.keys) / 20);
    // Most of them are danger signs and the recall, which nobody may answer for her: 64 keys.
    CHECK(w.keys == 20 * 80);
}

TEST_CASE("in a small window at 150 % every press of a row is in reach, by keys and by scrolling") {
    for (const char* press : {"Go on as a full visit", "Save the row", "Empty the row"}) {
        CAPTURE(press);
        Window w(1024, 600, 1.5F);
        newer_form::add_question(w.desk, "infant_check", newer_form::kMoreText);
        w.shell.open(Page::Quick);
        w.d.frames(2);
        w.type("Amin");
        w.press(Key::Enter);
        w.answer_strip();
        w.type("4,2");
        for (int i = 0; i < 3; ++i) w.press(Key::Enter);
        w.answer_strip();
        REQUIRE(w.model().is_asked_elsewhere());
        w.d.tab_to(press);
        w.d.frames(3);
        const ui::Item& item = w.d.at(press);
        CHECK(item.place.top >= item.visible.top);
        CHECK(item.place.bottom <= item.visible.bottom);
        CHECK(item.place.right <= item.visible.right);
        w.d.click("Date");  // away from it, and there again with the wheel
        w.d.click(press);
    }
}

TEST_CASE("Shift+Tab goes back to the day, Ctrl+Z takes the last row back") {
    Window w;
    w.d.click("Quick entry");
    w.d.frames(2);
    w.row(0);
    REQUIRE(w.model().day().count() == 1);
    w.d.press_ctrl('Z');
    w.d.frames(2);
    CHECK(w.d.value("count") == "0");
    w.d.press(Key::Tab, {.shift = true});
    w.d.frames(2);
    CHECK(w.d.focused() == "Date");
}

TEST_CASE("a danger sign asks over the page, and the family opens in its form") {
    Window w;
    w.d.click("Quick entry");
    w.d.frames(2);
    w.type("Amin");
    w.press(Key::Enter);
    w.answer_strip();
    for (int i = 0; i < 3; ++i) w.press(Key::Enter);
    w.type("1t");
    w.type("y");  // the second of the baby's signs
    w.d.frames(2);
    REQUIRE(w.d.shows("Go on as a full visit"));
    w.type("tttt");
    CHECK(w.model().row().infant_check.entries().size() == 3);
    w.d.click("Go on as a full visit");
    w.d.frames(3);
    CHECK(w.shell.page() == Page::Form);
    CHECK(w.desk.all("visit").size() == 1);
}

TEST_CASE("a row that was gone on with stays, and the page says where it is taken back") {
    Window w;
    w.d.click("Quick entry");
    w.d.frames(2);
    w.row(0);
    REQUIRE(w.model().day().count() == 1);
    w.desk.put("referral", R"({"visit_id":")" + w.model().day().saved.back().visit + R"("})");
    w.d.press_ctrl('Z');
    w.d.frames(2);
    CHECK(w.d.value("count") == "1");
    CHECK(w.d.shows("refusal"));
}

TEST_CASE("a half row among the drafts is called by its page and opens it") {
    Window w;
    w.d.click("Quick entry");
    w.d.frames(2);
    w.type("Amin");
    w.press(Key::Enter);
    w.answer_strip();
    const auto drafts = w.desk.drafts();
    REQUIRE(drafts.size() == 1);
    CHECK(screens::KeptDrafts(w.desk.ports()).title(drafts.front()).starts_with("Catat cepat"));
    w.d.click("Families");
    w.d.frames(2);
    w.shell.open_draft(drafts.front());
    w.d.frames(2);
    REQUIRE(w.shell.page() == Page::Quick);
    CHECK(w.model().row().mother_met == "1");
}
