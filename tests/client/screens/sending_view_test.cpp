// The page of sending, drawn: by label, by keyboard, and in three sizes.
#include "client/screens/record/record_form_page.h"
#include "client/screens/sending/sync_page.h"
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "tests/client/desk/desk.h"
#include "tests/client/driver/driver.h"

#include <doctest/doctest.h>

using namespace screens;
using driver::Driver;
using driver::Key;

namespace {

struct Window {
    explicit Window(int width = 1366, int height = 768, float scale = 1)
        : village(settle(desk)),
          shell(desk.ports()),
          d([this] { screens::draw(shell); }, width, height, scale) {
        desk.sync.waiting = 14;
        desk.sync.waiting_families = {
            {village.household, "Keluarga Bapak Muhammad Hidayatullah", 14, desk::thursday()}};
        desk.sync.cost = SendingCost{38 * 1024, 5000};
        desk.sync.to_mend = 2;
        TroubledRow row{village.household, "infant_check",
                        desk.put("infant_check", R"({"weight_g":35})"), "Agus Prasetyo"};
        row.code = "check";
        row.field = "weight_g";
        row.reason = "Berat bayi harus antara 500 dan 15000 gram.";
        TroubledRow other{village.household, "household", village.household, "Agus Prasetyo",
                          TroubledRow::Kind::Differs};
        other.differing = {{"rt", "006", "005", "Bidan Ratna"}};
        desk.sync.troubled = {row, other};
        desk.sync.receipts = {{desk::thursday(), 1, 12}};
        desk.sync_results = {{village.household, "Agus", "visit", "r", ResultKind::Received}};
        desk.courier.plugged = {{"KINGSTON", "/media/siti/KINGSTON", 14LL << 30}};
        desk.courier.now.written = CarriedOut{desk::thursday(), 14, 6000, 0, 14};
        desk.courier.now.is_written_now = true;
        d.fill("PIN", "24681357");
        d.click("Sign in");
        d.frames(5);
        d.click("Send");
        d.frames(2);
    }
    void open(const char* part) {
        d.click(std::string("part/") + part);
        d.frames(2);
    }

    desk::Desk desk;
    desk::Village village;
    ShellModel shell;
    Driver d;
};

}  // namespace

TEST_CASE("a family that waits is opened from the list of what waits") {
    Window w;
    w.open("waits");
    w.d.click("waiting " + w.village.household);
    CHECK(w.shell.page() == Page::Family);
}

TEST_CASE("the button beside a problem opens the record at that question") {
    Window w;
    w.open("attention");
    const std::string record = w.desk.sync.troubled[0].record;
    w.d.click("mend " + record);
    REQUIRE(w.shell.page() == Page::Form);
    w.d.frames(3);
    CHECK(w.d.shows("weight_g"));
}

TEST_CASE("a receipt opens what it names") {
    Window w;
    w.open("receipts");
    CHECK_FALSE(w.d.shows("result r"));
    w.d.click("receipt 1");
    w.d.frames(2);
    CHECK(w.d.shows("result r"));
}

TEST_CASE("the stick's three steps go by keyboard alone") {
    Window w;
    w.d.tab_to("part/stick");
    w.d.press(Key::Enter);
    w.d.frames(2);
    w.d.tab_to("Copy onto the stick");
    w.d.press(Key::Enter);
    w.d.tab_to("Read the answer");
    w.d.press(Key::Enter);
    w.d.frames(1);
    const std::vector<std::string> stick = {"/media/siti/KINGSTON"};
    CHECK(w.desk.courier.written_to == stick);
    CHECK(w.desk.courier.read_from_folders == stick);
}

TEST_CASE("every part of the page fits, and its targets are 44 px, in three sizes") {
    struct Size {
        int width, height;
        float scale;
    };
    for (const Size s : {Size{1366, 768, 1}, Size{1024, 600, 1}, Size{1366, 768, 1.5F}}) {
        Window w(s.width, s.height, s.scale);
        for (const char* part : {"overview", "waits", "attention", "receipts", "stick"}) {
            CAPTURE(part);
            CAPTURE(s.width);
            CAPTURE(s.scale);
            w.open(part);
            CHECK(ui::probe::clipped_texts().empty());
            for (const auto& [key, item] : ui::probe::items()) {
                if (item.role != "button" && item.role != "row") continue;
                const std::string& name = key;  // clang 14 captures no structured binding
                CAPTURE(name);
                CHECK(item.place.height() >= 44 * s.scale - 1);
                CHECK(item.place.right <= static_cast<float>(s.width));
            }
        }
    }
}

TEST_CASE("who locks while something waits reads that it is safe, and is not asked") {
    Window w;
    w.d.click("Lock");
    w.d.frames(2);
    CHECK(w.d.value("toast") == "14 catatan belum terkirim. Tersimpan aman di laptop ini.");
    CHECK(w.shell.page() == Page::SignIn);
    CHECK(w.desk.locked == 1);
}
