// Stages, timeline, tiles, a stick's folder, the navigation and the page of a danger sign.
#include "client/ui/widgets/marks.h"
#include "client/ui/buttons.h"
#include "client/ui/fields.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/look.h"
#include "client/ui/widgets/folder_field.h"
#include "client/ui/widgets/navigation.h"
#include "client/ui/widgets/takeover.h"
#include "tests/client/driver/driver.h"

#include <doctest/doctest.h>

#include <functional>

namespace {

using driver::Driver;
using driver::Key;

std::function<void()> on_page(std::function<void()> draw) {
    return [draw = std::move(draw)] {
        const ui::Root root;
        const ui::Pane pane("page", {.pad_y = 20});
        draw();
    };
}

ui::NavStyle nine_places() {
    ui::NavStyle style;
    style.unit = "Posyandu Melati 3";
    style.user = "Siti Rahmawati";
    for (const char* name : {"Hari ini", "Keluarga", "Catat cepat", "Kehamilan", "Penyuluhan",
                             "Rujukan", "Kirim", "Pengaturan"}) {
        style.places.push_back({{name, name}, "", 3});
    }
    style.places.push_back({{"Register", "Register bulan ini"}, "", 0, false, "Register"});
    style.foot = {{{"Lock", "Kunci"}, ""}, {{"Hide", "Tutup"}, "", 0, false, "", "F12"}};
    return style;
}

}  // namespace

TEST_CASE("stages name where a visit is; without room only that one is named") {
    const std::vector<std::string> names = {"Draf", "Siap kirim", "Terkirim"};
    {
        const Driver d(on_page([&] { ui::stages("visit", names, 1); }));
        CHECK(d.value("visit") == "Siap kirim");
        CHECK(d.at("visit").place.width() > 250);
    }
    const Driver d(on_page([&] { ui::stages("visit", names, 1); }), 300, 400, 1.5F);
    CHECK(d.at("visit").place.right <= 300);
    CHECK(ui::probe::clipped_texts().empty());
}

TEST_CASE("a row of the timeline is as high as its words and is pressed only if it opens") {
    bool opened = false;
    Driver d(on_page([&] {
                 ui::TimelineRow row{.when = "5 Nov 2026", .title = "Lahir"};
                 ui::timeline_row("birth", row);
                 row.detail =
                     "Ibu sehat. Bayi hanya minum ASI. Keluarga mempraktikkan ulang pijat dengan "
                     "benar, dilihat kader, dua kali, pagi dan sore, ibu tenang.";
                 row.opens = true;
                 if (ui::timeline_row("visit", row)) opened = true;
             }),
             500, 600);
    CHECK(d.at("birth").role == "status");
    CHECK(d.at("visit").place.height() > d.at("birth").place.height());
    CHECK(d.at("visit").place.top == doctest::Approx(d.at("birth").place.bottom).epsilon(0.05));
    d.tab_to("visit");
    d.press(Key::Enter);
    CHECK(opened);
    CHECK(ui::probe::clipped_texts().empty());
}

TEST_CASE("number tiles open and break into lines where the room ends") {
    int pressed = -1;
    const std::vector<ui::Tile> tiles = {{"38", "bayi 0-5 bulan", ui::Tone::Info, true},
                                         {"4", "belum ditanya bulan ini", ui::Tone::Warn, true},
                                         {"1", "tanda bahaya belum selesai", ui::Tone::Bad, true}};
    Driver d(on_page([&] {
                 const int now = ui::number_tiles("tiles", tiles);
                 if (now >= 0) pressed = now;
             }),
             460, 600);
    CHECK(d.value("tiles/0") == "38");
    CHECK(d.at("tiles/2").place.top > d.at("tiles/1").place.bottom - 1);
    d.click("tiles/2");
    CHECK(pressed == 2);
    CHECK(ui::probe::clipped_texts().empty());
}

TEST_CASE("a stick is chosen with one press, or its folder is typed") {
    std::string folder;
    std::vector<ui::Stick> sticks = {{"KINGSTON", "/media/siti/KINGSTON"}};
    int changes = 0;
    Driver d(on_page([&] {
        changes +=
            ui::folder_field({"folder", "Simpan di"}, folder, sticks, "Tidak ada flashdisk.");
    }));
    d.click("folder/0");
    CHECK(folder == "/media/siti/KINGSTON");
    CHECK(d.value("folder") == folder);
    CHECK(d.value("folder/0") == "on");
    CHECK(changes == 1);
    d.fill("folder", "/tmp/x");
    CHECK(d.value("folder/0") == "off");
    sticks.clear();
    d.frames(1);
    CHECK_FALSE(d.shows("folder/0"));
}

TEST_CASE("nine places and the foot stand in the window at 1024 x 600 and at 150 %") {
    const ui::NavStyle style = nine_places();
    std::string pressed;
    const auto draw = [&] {
        const ui::Root root;
        if (const auto key = ui::navigation(style)) pressed = *key;
    };
    struct Setting {
        int width, height;
        float scale;
    };
    for (const Setting& each :
         {Setting{1366, 768, 1}, Setting{1024, 600, 1}, Setting{1366, 768, 1.5F}}) {
        Driver d(draw, each.width, each.height, each.scale);
        CAPTURE(each.width);
        CHECK(d.at("Hide").place.bottom <= static_cast<float>(each.height));
        CHECK(d.at("Hari ini").place.height() >= 44 * each.scale - 1);
        CHECK(ui::probe::clipped_texts().empty());
        d.click("Register");
        CHECK(pressed == "Register");
    }
}

TEST_CASE("ten places and three below stand whole in every window, at 150 % and 1024 x 600 too") {
    ui::NavStyle style = nine_places();
    style.places.push_back({{"Massage", "Pijat"}, ""});
    style.foot.push_back({{"More", "Setelan"}, ""});
    std::string pressed;
    const auto draw = [&] {
        const ui::Root root;
        if (const auto key = ui::navigation(style)) pressed = *key;
    };
    struct Setting {
        int width, height;
        float scale;
    };
    for (const Setting& each : {Setting{1366, 768, 1}, Setting{1024, 600, 1},
                                Setting{1366, 768, 1.5F}, Setting{1024, 600, 1.5F}}) {
        Driver d(draw, each.width, each.height, each.scale);
        CAPTURE(each.width);
        CAPTURE(each.scale);
        for (const auto* list : {&style.places, &style.foot}) {
            for (const ui::NavPlace& place : *list) {
                CAPTURE(place.label.key);
                const ui::Rect box = d.at(place.label.key).place;
                CHECK(box.bottom <= static_cast<float>(each.height));
                CHECK(box.top >= 0);
                CHECK(box.height() >= 44 * each.scale - 1);
                CHECK(box.width() >= 44 * each.scale - 1);
                d.click(place.label.key);
                CHECK(pressed == place.label.key);
            }
        }
        CHECK(ui::probe::clipped_texts().empty());
    }
}

TEST_CASE("at 200 % the last place is reached by scrolling and by Tab") {
    const ui::NavStyle style = nine_places();
    std::string pressed;
    Driver d(
        [&] {
            const ui::Root root;
            if (const auto key = ui::navigation(style)) pressed = *key;
        },
        1366, 768, 2);
    d.click("Hide");
    CHECK(pressed == "Hide");
    d.tab_to("Lock");
    d.press(Key::Enter);
    CHECK(pressed == "Lock");
}

TEST_CASE("a danger sign takes over: the page below is dead, Escape does not end it") {
    bool shown = false;
    int below = 0, letters = 0, hasty = 0;
    Driver d([&] {
        const ui::Root root;
        if (ui::button({"other", "Lain"})) ++below;
        if (ui::keyboard::escape_pressed() || ui::keyboard::ctrl('S')) ++hasty;
        if (!shown) return;
        const ui::Takeover page("stop", {.above = "Bayi Rizki, 9 hari",
                                         .first_line = "Bawa ke puskesmas sekarang juga"});
        if (ui::button({"letter", "Buat surat rujukan"})) ++letters;
    });
    d.press_ctrl('S');
    CHECK(hasty == 1);
    shown = true;
    d.frames(3);
    CHECK(d.value("stop") == "Bawa ke puskesmas sekarang juga");
    CHECK_THROWS_WITH_AS(d.click("other"), doctest::Contains("covered"), std::runtime_error);
    d.press(Key::Escape);
    d.press_ctrl('S');
    CHECK(hasty == 1);
    CHECK(d.shows("stop"));
    d.tab_to("letter");
    d.press(Key::Enter);
    CHECK(letters == 1);
    CHECK(below == 0);
    CHECK(ui::probe::clipped_texts().empty());
}

TEST_CASE("a button that shows its keys is wide enough for them") {
    const ui::ButtonStyle style{.keys = "Ctrl+Enter"};
    const Driver d([&] {
        const ui::Root root;
        ui::button({"plain", "Simpan"});
        ui::button({"keys", "Simpan"}, style);
    });
    CHECK(d.at("keys").place.width() > d.at("plain").place.width() + 60);
    CHECK(ui::probe::clipped_texts().empty());
}

TEST_CASE("Ctrl+Enter is the page's shortcut and does not press what the keyboard is on") {
    int saved = 0, pressed = 0;
    Driver d(on_page([&] {
        if (ui::keyboard::ctrl_enter()) ++saved;
        if (ui::button({"other", "Lain"})) ++pressed;
    }));
    d.tab_to("other");
    d.press(Key::Enter, {.ctrl = true});
    CHECK(saved == 1);
    CHECK(pressed == 0);
    d.press(Key::Enter);
    CHECK(saved == 1);
    CHECK(pressed == 1);
}

TEST_CASE("F6 goes past the navigation to the first thing of the page, a field or a button") {
    const ui::NavStyle style = nine_places();
    std::string name;
    bool has_field = true;
    Driver d([&] {
        const ui::Root root;
        ui::Row row(0);
        row.cell(ui::nav_width());
        ui::navigation(style);
        row.cell(0);
        const ui::Pane pane("page", {});
        if (has_field) ui::text_field({"name", "Nama"}, name);
        ui::button({"save", "Simpan"});
    });
    d.tab_to("Keluarga");
    d.press_function(6);
    CHECK(d.focused() == "name");
    d.type("Dewi");
    CHECK(name == "Dewi");
    has_field = false;
    d.tab_to("Kirim");
    ui::keyboard::go_to_page();
    d.frames(3);
    CHECK(d.focused() == "save");
}
