#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "tests/client/driver/driver.h"

#include <doctest/doctest.h>

namespace {

using driver::Driver;
using driver::Key;

const std::vector<ui::Option> kYesNo = {{"1", "Ya"}, {"0", "Tidak"}};

// A small page with one of each widget.
struct Page {
    std::string name, pin, answer, place, several_last;
    std::vector<std::string> several;
    int saved = 0;
    bool covered = false;

    void draw() {
        const ui::Root root;
        const ui::Pane pane("page", {.pad_y = 20, .ground = ui::palette().page});
        {
            const ui::Card card;
            ui::section("Data ibu", "diisi bersama ibu", 1);
            ui::text_field({"name", "Nama"}, name, {.required = true});
            ui::secret_field({"pin", "PIN"}, pin);
            if (const auto key = ui::question({"fever", "Ibu demam?"}, kYesNo, answer))
                answer = *key;
            const std::vector<ui::Option> places = {{"HOME", "Rumah"}, {"CLINIC", "Puskesmas"}};
            if (const auto key = ui::combo({"place", "Tempat"}, places, place)) place = *key;
            const std::vector<ui::Option> topics = {
                {"A", "Satu"}, {"B", "Dua"}, {"C", "Tiga"}, {"D", "Empat"}};
            if (const auto key = ui::check_list({"topics", "Topik"}, topics, several))
                several.push_back(*key);
        }
        if (ui::button({"save", "Simpan"}, {.emphasis = ui::Emphasis::Primary})) ++saved;
        ui::button({"never", "Mati"}, {.enabled = false});
    }
};

}  // namespace

TEST_CASE("a page is filled in with the mouse by the names of its widgets") {
    Page page;
    Driver d([&] { page.draw(); });
    d.fill("name", "Dewi Kartikasari, Jl. Álvarez 5");
    d.click("fever/1");
    d.click("place");
    d.click("place/CLINIC");
    d.click("topics/C");
    d.click("save");
    CHECK(page.name == "Dewi Kartikasari, Jl. Álvarez 5");
    CHECK(page.answer == "1");
    CHECK(page.place == "CLINIC");
    CHECK(page.several == std::vector<std::string>{"C"});
    CHECK(page.saved == 1);
    CHECK(d.value("fever/1") == "on");
    CHECK(d.value("fever/0") == "off");
}

TEST_CASE("the same page is filled in without the mouse, in the order of the page") {
    Page page;
    Driver d([&] { page.draw(); });
    const std::vector<std::string> order = {"name",     "pin",      "fever/1",  "fever/0",  "place",
                                            "topics/A", "topics/B", "topics/C", "topics/D", "save"};
    for (const std::string& key : order) {
        d.press(Key::Tab);
        CHECK(d.focused() == key);
    }
    d.press(Key::Tab);  // a disabled button is no stop: round to the first
    CHECK(d.focused() == "name");
    d.type("Dewi");
    d.press(Key::Tab, {.shift = true});
    CHECK(d.focused() == "save");
    d.press(Key::Enter);
    d.tab_to("fever/0");
    d.press(Key::Space);
    CHECK(page.name == "Dewi");
    CHECK(page.answer == "0");
    CHECK(page.saved == 1);
}

TEST_CASE("what lies behind an open list cannot be clicked") {
    Page page;
    Driver d([&] { page.draw(); });
    d.click("place");
    CHECK_THROWS_WITH_AS(d.click("save"), doctest::Contains("covered"), std::runtime_error);
    CHECK(page.saved == 0);
}

TEST_CASE("a disabled button does nothing and says so") {
    Page page;
    Driver d([&] { page.draw(); });
    CHECK(d.at("never").disabled);
    CHECK_THROWS_AS(d.click("never"), std::runtime_error);
}

TEST_CASE("a PIN is never in the probe") {
    Page page;
    Driver d([&] { page.draw(); });
    d.fill("pin", "24681357");
    CHECK(page.pin == "24681357");
    CHECK(d.value("pin") == "********");
    CHECK(ui::probe::as_lines().find("24681357") == std::string::npos);
}

TEST_CASE("every widget is at least 44 px high and stands inside the window") {
    for (const float scale : {1.0F, 1.25F, 1.5F}) {
        Page page;
        const Driver d([&] { page.draw(); }, 1366, 768, scale);
        for (const auto& [key, item] : ui::probe::items()) {
            if (item.role == "status" || item.role == "problem") continue;
            const std::string& name = key;  // clang 14 captures no structured binding
            CAPTURE(name);
            CHECK(item.place.height() >= 44 * scale - 1);
            CHECK(item.place.right <= 1366);
        }
    }
}

TEST_CASE("a text too long for its button is reported as clipped, a fitting one is not") {
    std::string face = "Simpan";
    Driver d([&] {
        const ui::Root root;
        ui::button({"narrow", face}, {.width = 120});
    });
    CHECK(ui::probe::clipped_texts().empty());
    face = "Simpan catatan kunjungan rumah";
    d.frames(1);
    CHECK(ui::probe::clipped_texts().size() == 1);
}

TEST_CASE("a name too long for its place ends in an ellipsis between two letters") {
    std::string cut, whole, accents;
    const Driver d([&] {
        const ui::Root root;
        cut = ui::fitted(ui::Type::Body, "Siti Rahmawati Nurhidayati Kusumaningrum", 120);
        whole = ui::fitted(ui::Type::Body, "Siti", 120);
        accents = ui::fitted(ui::Type::Body, "ééééééééééééééééééééé", 60);
        CHECK(ui::measure(ui::Type::Body, cut).width <= 120);
    });
    CHECK(cut.starts_with("Siti R"));
    CHECK(cut.ends_with("…"));
    CHECK(whole == "Siti");
    CHECK(accents.size() % 2 == 1);  // whole letters of two bytes, and three for the ellipsis
}

TEST_CASE("a passing note is shown, then passes") {
    Driver d([] {
        const ui::Root root;
        ui::draw_toast();
    });
    ui::toast("Tersimpan");
    d.frames(1);
    CHECK(d.value("toast") == "Tersimpan");
    d.seconds(5);
    CHECK_FALSE(d.shows("toast"));
}

TEST_CASE("a long passing note breaks into lines and stands inside the window at 200 %") {
    Driver d(
        [] {
            const ui::Root root;
            ui::draw_toast();
        },
        1366, 768, 2);
    ui::toast(
        "Belum tersimpan: ruang di laptop hampir habis. Hapus foto atau video, lalu coba lagi.");
    d.frames(1);
    CHECK(d.at("toast").place.height() > 100);
    CHECK(d.at("toast").place.left >= 0);
    CHECK(d.at("toast").place.right <= 1366);
}

TEST_CASE("an empty page says what to do without a cut word, also in a narrow column") {
    const Driver d(
        [] {
            const ui::Root root;
            const ui::Pane pane("page", {});
            ui::empty_state("nobody", "", "Tidak ada keluarga yang cocok dengan pencarian ini",
                            "Coba ketik lebih sedikit huruf, atau nama suami.");
        },
        420, 600, 1.5F);
    CHECK(d.value("nobody").starts_with("Tidak ada"));
    CHECK(ui::probe::clipped_texts().empty());
}
