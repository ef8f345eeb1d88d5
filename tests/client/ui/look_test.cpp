#include "client/ui/look.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/layout.h"
#include "tests/client/driver/driver.h"

#include <doctest/doctest.h>

namespace {

using driver::Driver;

void draw_button() {
    const ui::Root root;
    ui::button({"save", "Simpan"});
}

}  // namespace

TEST_CASE("the size of the text changes while the window is open") {
    Driver d(draw_button);
    const float before = d.at("save").place.width();
    ui::set_text_size(150);
    d.frames(2);
    CHECK(d.at("save").place.height() == doctest::Approx(66));
    CHECK(d.at("save").place.width() > before * 1.4F);
    d.click("save");
    ui::set_text_size(400);
    CHECK(ui::text_size() == 200);
    ui::set_text_size(20);
    CHECK(ui::text_size() == 100);
    d.frames(2);
    CHECK(d.at("save").place.width() == doctest::Approx(before));
}

TEST_CASE("the size of the text comes on top of the monitor's own scale") {
    Driver d(draw_button, 1366, 768, 1.25F);
    ui::set_text_size(200);
    d.frames(2);
    CHECK(ui::scale() == doctest::Approx(2.5));
}

TEST_CASE("high contrast changes while the window is open, and a new window begins afresh") {
    {
        Driver d(draw_button);
        ui::set_look(ui::Look::Contrast);
        d.frames(1);
        CHECK(ui::palette().text == ui::palette_of(ui::Look::Contrast).text);
    }
    const Driver d(draw_button);
    CHECK(ui::look() == ui::Look::Light);
    CHECK(ui::palette().text == ui::palette_of(ui::Look::Light).text);
}

TEST_CASE("a window is narrow at 1024 x 600 and at large text") {
    bool narrow = false;
    const auto draw = [&] {
        const ui::Root root;
        narrow = ui::is_narrow();
    };
    { const Driver d(draw, 1366, 768); }
    CHECK_FALSE(narrow);
    { const Driver d(draw, 1024, 600); }
    CHECK(narrow);
    { const Driver d(draw, 1366, 768, 1.5F); }
    CHECK(narrow);
    Driver d(draw, 1366, 768);
    ui::set_text_size(200);
    d.frames(1);
    CHECK(narrow);
}
