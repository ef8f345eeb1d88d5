#include "client/ui/widgets/dialog.h"
#include "client/ui/choices.h"
#include "client/ui/fields.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/takeover.h"
#include "tests/client/driver/driver.h"

#include <doctest/doctest.h>

namespace {

using driver::Driver;
using driver::Key;
using ui::DialogPress;

// A page with a button, and a dialog that asks whether a draft is thrown away.
struct Page {
    bool open = false;
    int page_presses = 0, shortcuts = 0;
    std::string reason;
    ui::DialogStyle style;
    std::optional<DialogPress> answer;

    Page() {
        style.title = "Buang jawaban ini?";
        style.text = "Jawaban yang sudah diisi akan hilang.";
        style.primary = {"throw", "Ya, buang"};
        style.secondary = {"keep", "Tidak, simpan"};
    }
    void draw() {
        const ui::Root root;
        const ui::Pane pane("page", {.ground = ui::palette().page});
        if (ui::button({"ask", "Buang"})) open = true;
        if (ui::button({"other", "Lain"})) ++page_presses;
        if (ui::keyboard::function_key(2)) ++shortcuts;
        if (!open) return;
        if (const auto pressed = ui::dialog("discard", style)) {
            answer = pressed;
            open = false;
        }
    }
};

}  // namespace

TEST_CASE("a dialog covers the page: neither mouse nor shortcut reaches what lies behind") {
    Page page;
    Driver d([&] { page.draw(); });
    d.press_function(2);
    CHECK(page.shortcuts == 1);
    d.click("ask");
    CHECK(d.value("discard") == "Buang jawaban ini?");
    CHECK_THROWS_WITH_AS(d.click("other"), doctest::Contains("covered"), std::runtime_error);
    d.press_function(2);
    CHECK(page.shortcuts == 1);
    d.click("throw");
    CHECK(page.answer == DialogPress::Primary);
    CHECK_FALSE(d.shows("discard"));
    d.click("other");
    CHECK(page.page_presses == 1);
}

TEST_CASE("Tab stays inside a dialog and comes back to the page after it") {
    Page page;
    Driver d([&] { page.draw(); });
    d.tab_to("ask");
    d.press(Key::Enter);
    CHECK(d.focused() == "throw");
    d.press(Key::Tab);
    CHECK(d.focused() == "keep");
    d.press(Key::Tab);
    CHECK(d.focused() == "throw");
    d.press(Key::Tab, {.shift = true});
    CHECK(d.focused() == "keep");
    d.press(Key::Enter);
    CHECK(page.answer == DialogPress::Secondary);
    d.frames(2);
    CHECK(d.focused() == "ask");
    d.press(Key::Tab);
    CHECK(d.focused() == "other");
}

TEST_CASE("Escape answers no") {
    Page page;
    Driver d([&] { page.draw(); });
    d.click("ask");
    d.press(Key::Escape);
    CHECK(page.answer == DialogPress::Secondary);
}

TEST_CASE("a hasty Enter does not destroy: the keyboard starts on the harmless button") {
    Page page;
    page.style.primary_emphasis = ui::Emphasis::Danger;
    Driver d([&] { page.draw(); });
    d.click("ask");
    CHECK(d.focused() == "keep");
    d.press(Key::Enter);
    CHECK(page.answer == DialogPress::Secondary);
}

TEST_CASE("Enter in a field of a dialog presses its first button, once that may be pressed") {
    Page page;
    page.style.content = [&] { ui::text_field({"reason", "Alasan"}, page.reason); };
    page.style.primary_enabled = false;
    Driver d([&] { page.draw(); });
    d.click("ask");
    d.fill("reason", "salah");
    d.press(Key::Enter);
    CHECK(page.open);
    page.style.primary_enabled = true;
    d.fill("reason", "salah tanggal");
    d.press(Key::Enter);
    CHECK(page.answer == DialogPress::Primary);
    CHECK(page.reason == "salah tanggal");
}

TEST_CASE("a dialog with long words fits a small screen and scrolls on the smallest") {
    for (const float scale : {1.0F, 1.5F, 2.0F}) {
        Page page;
        page.style.third = {"later", "Tanya lagi nanti"};
        page.style.primary.text = "Ya, buang semua jawaban kunjungan ini";
        page.open = true;
        Driver d([&] { page.draw(); }, 1024, 600, scale);
        CHECK(ui::probe::clipped_texts().empty());
        CHECK(d.at("throw").place.right <= 1024);
        d.click("throw");
        CHECK(page.answer == DialogPress::Primary);
    }
}

TEST_CASE("the quick-hide key is heard also over a dialog") {
    int hidden = 0;
    Page page;
    Driver d([&] {
        page.draw();
        if (ui::keyboard::quick_hide_pressed()) ++hidden;
    });
    d.click("ask");
    d.press_function(12);
    d.press_ctrl('H');
    CHECK(hidden == 2);
}

TEST_CASE("a form in a dialog is filled in without the mouse") {
    Page page;
    std::string place;
    page.style.content = [&] {
        ui::text_field({"reason", "Alasan"}, page.reason);
        const std::vector<ui::Option> places = {{"HOME", "Rumah"}, {"CLINIC", "Puskesmas"}};
        if (const auto key = ui::segmented({"place", "Tempat"}, places, place)) place = *key;
    };
    Driver d([&] { page.draw(); });
    d.tab_to("ask");
    d.press(Key::Enter);
    d.tab_to("reason");
    d.type("salah tulis");
    d.press(Key::Tab);
    CHECK(d.focused() == "place/HOME");
    d.press(Key::Tab);
    d.press(Key::Space);
    d.tab_to("throw");
    d.press(Key::Enter);
    CHECK(page.reason == "salah tulis");
    CHECK(place == "CLINIC");
    CHECK(page.answer == DialogPress::Primary);
}

TEST_CASE("Escape closes the list that hangs open in a dialog, and only that") {
    Page page;
    std::string place;
    page.style.content = [&] {
        const std::vector<ui::Option> places = {{"HOME", "Rumah"}, {"CLINIC", "Puskesmas"}};
        if (const auto key = ui::combo({"place", "Tempat"}, places, place)) place = *key;
    };
    Driver d([&] { page.draw(); });
    d.click("ask");
    d.click("place");
    CHECK(d.shows("place/CLINIC"));
    d.press(Key::Escape);
    CHECK_FALSE(d.shows("place/CLINIC"));
    CHECK(page.open);
    d.click("place");
    d.click("place/CLINIC");
    CHECK(place == "CLINIC");
    d.press(Key::Escape);
    CHECK_FALSE(page.open);
}

TEST_CASE("a dialog over a danger sign is the one that hears the keyboard") {
    Page page;
    page.open = true;
    Driver d([&] {
        const ui::Root root;
        {
            const ui::Takeover stop("stop", {.first_line = "Bawa ke puskesmas sekarang juga"});
            if (ui::button({"letter", "Surat"})) page.page_presses = 9;
        }
        if (!page.open) return;
        if (const auto pressed = ui::dialog("discard", page.style)) {
            page.answer = pressed;
            page.open = false;
        }
    });
    d.press(Key::Tab);
    d.press(Key::Tab);
    CHECK(d.focused() == "throw");
    CHECK_THROWS_WITH_AS(d.click("letter"), doctest::Contains("covered"), std::runtime_error);
    d.press(Key::Escape);
    CHECK(page.answer == DialogPress::Secondary);
    d.tab_to("letter");
    d.click("letter");
    CHECK(page.page_presses == 9);
}

TEST_CASE("a toast stands at the bottom of the window, above the foot's buttons") {
    bool has_foot = true;
    Driver d([&] {
        const ui::Root root;
        if (has_foot) ui::toast_above(690);
        ui::draw_toast();
    });
    ui::toast("Tersimpan");
    d.frames(2);
    CHECK(d.at("toast").place.bottom <= 690);
    CHECK(d.at("toast").place.top > 600);
    has_foot = false;
    d.frames(2);
    CHECK(d.at("toast").place.bottom > 740);
    CHECK(d.at("toast").place.bottom <= 768);
}

TEST_CASE("a dialog that opens takes the note of before away; a note of its own stays") {
    bool is_open = false;
    Driver d([&] {
        if (is_open) (void)ui::dialog("d", {.title = "Simpan?", .primary = {"Save", "Simpan"}});
        ui::draw_toast();
    });
    ui::toast("Tersimpan");
    d.frames(2);
    REQUIRE(d.shows("toast"));
    is_open = true;
    d.frames(2);
    CHECK_FALSE(d.shows("toast"));
    ui::toast("Tidak tersimpan", ui::Tone::Bad);
    d.frames(2);
    CHECK(d.shows("toast"));
}

TEST_CASE("a toast never lies over the first line of a danger sign") {
    bool is_taken_over = true;
    Driver d([&] {
        const ui::Root root;
        if (is_taken_over) {
            const ui::Takeover stop("stop", {.first_line = "Pantau", .is_watch = true});
        }
        ui::draw_toast();
    });
    ui::toast("Tersimpan");
    d.frames(2);
    CHECK_FALSE(d.shows("toast"));
    is_taken_over = false;
    d.frames(2);
    CHECK(d.shows("toast"));
}
