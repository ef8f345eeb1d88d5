#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/layout.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/widgets/table.h"
#include "tests/client/driver/driver.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace {

using driver::Driver;
using driver::Key;

const std::vector<ui::Column> kColumns = {
    {"Nama", 0}, {"Umur", 120, true}, {"Dusun", 160, false, true}, {"Jumlah", 120, true}};

ui::Cell cell_of(std::size_t row, std::size_t column) {
    ui::Cell cell;
    cell.text = column == 0 ? "Ibu " + std::to_string(row) : std::to_string(row * column);
    cell.opens = column == 3;
    return cell;
}

}  // namespace

TEST_CASE("ten thousand rows cost what those in sight do") {
    std::set<std::size_t> asked;
    const Driver d([&] {
        asked.clear();
        const ui::Root root;
        const ui::Pane pane("page", {});
        ui::table("babies", kColumns, 10000, [&](std::size_t row, std::size_t column) {
            asked.insert(row);
            return cell_of(row, column);
        });
    });
    CHECK(asked.size() < 25);
    CHECK(*asked.begin() == 0);
    CHECK(d.value("babies/3/0") == "Ibu 3");
    CHECK_FALSE(d.shows("babies/9000/0"));
}

TEST_CASE("a table opens its rows and, apart from them, the figures that can be opened") {
    std::optional<ui::TablePress> pressed;
    Driver d([&] {
        const ui::Root root;
        const ui::Pane pane("page", {});
        if (const auto now = ui::table("babies", kColumns, 100, cell_of, {.rows_open = true})) {
            pressed = now;
        }
    });
    d.click("babies/2");
    REQUIRE(pressed);
    CHECK(pressed->row == 2);
    CHECK_FALSE(pressed->column);
    d.click("babies/12/3");
    CHECK(pressed->row == 12);
    CHECK(pressed->column == std::size_t{3});
    CHECK(d.at("babies/12/1").place.right > d.at("babies/12/0").place.right);
}

TEST_CASE("Tab walks through a long list beyond what is in sight") {
    std::string opened;
    Driver d([&] {
        const ui::Root root;
        const ui::Pane pane("page", {});
        ui::rows_in_sight(1000, ui::px(ui::kListRow), [&](std::size_t row) {
            const std::string key = "family " + std::to_string(row);
            if (ui::list_row(key, {.title = key})) opened = key;
        });
    });
    d.tab_to("family 30");
    d.press(Key::Enter);
    CHECK(opened == "family 30");
    CHECK(d.at("family 30").place.bottom <= 768);
    CHECK_FALSE(d.shows("family 0"));
}

TEST_CASE("Tab reaches a form out of sight whose first rows are words alone") {
    std::optional<ui::TablePress> pressed;
    Driver d([&] {
        const ui::Root root;
        const ui::Pane pane("page", {});
        ui::gap(1200);
        const auto now = ui::table("form", {{.title = "Uraian"}, {.title = "L", .width = 80}}, 6,
                                   [](std::size_t row, std::size_t column) -> ui::Cell {
                                       if (column == 0) return {.text = "Jumlah kader"};
                                       return {.text = "3", .opens = row >= 2};
                                   });
        if (now) pressed = now;
    });
    d.tab_to("form/2/1");
    d.press(Key::Enter);
    REQUIRE(pressed.has_value());
    CHECK(pressed->row == 2);
}

TEST_CASE("rows in groups keep their numbers, and headings out of sight cost nothing") {
    std::vector<ui::RowGroup> groups(500);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        groups[i] = {"RT " + std::to_string(i), "20 keluarga", 20};
    }
    std::vector<std::size_t> drawn;
    Driver d([&] {
        drawn.clear();
        const ui::Root root;
        const ui::Pane pane("page", {});
        ui::grouped_rows(groups, ui::px(ui::kListRow), [&](std::size_t row) {
            drawn.push_back(row);
            ui::list_row("family " + std::to_string(row), {.title = "Ibu"});
        });
    });
    CHECK(drawn.size() < 20);
    d.click("family 0");
    d.tab_to("family 25");
    CHECK(std::is_sorted(drawn.begin(), drawn.end()));
    CHECK(d.at("family 25").place.top > d.at("family 24").place.bottom - 1);
}

TEST_CASE("a narrow window leaves out the columns that may go, and cuts no word in the middle") {
    for (const float scale : {1.0F, 1.5F, 2.0F}) {
        const Driver d(
            [] {
                const ui::Root root;
                const ui::Pane pane("page", {});
                ui::table("babies", kColumns, 5, cell_of);
            },
            1024, 600, scale);
        CHECK_FALSE(d.shows("babies/1/2"));
        CHECK(d.at("babies/1/3").place.right <= 1024);
        CHECK(d.at("babies/1/3").place.height() >= 44 * scale - 1);
        CHECK(ui::probe::clipped_texts().empty());
    }
}

TEST_CASE("chips filter by one or by several, break into lines and are 44 px high to the finger") {
    std::string one = "all";
    std::vector<std::string> several;
    const std::vector<ui::Chip> filters = {{"all", "Semua", 128},
                                           {"nifas", "Masa nifas", 12},
                                           {"0-5", "Bayi 0-5 bulan", 34},
                                           {"unseen", "Belum dikunjungi bulan ini", 9}};
    Driver d(
        [&] {
            const ui::Root root;
            const ui::Pane pane("page", {});
            if (const auto key = ui::chips("filter", filters, one)) one = *key;
            if (const auto key = ui::chips("more", filters, several)) several.push_back(*key);
        },
        500, 600);
    CHECK(d.value("filter/all") == "on");
    CHECK(d.at("filter/unseen").place.top > d.at("filter/all").place.top);
    CHECK(d.at("filter/unseen").place.height() >= 44);
    CHECK(d.at("filter/unseen").place.right <= 500);
    d.click("filter/unseen");
    CHECK(one == "unseen");
    d.tab_to("more/nifas");
    d.press(Key::Space);
    d.click("more/0-5");
    CHECK(several == std::vector<std::string>{"nifas", "0-5"});
    CHECK(d.value("more/nifas") == "on");
    CHECK(ui::probe::clipped_texts().empty());
}

TEST_CASE("tabs open the parts of a page and stay where they are") {
    std::string open = "growth";
    const std::vector<ui::Chip> parts = {
        {"growth", "Pertumbuhan"}, {"feeding", "ASI"}, {"tasks", "Tugas", 3}};
    Driver d([&] {
        const ui::Root root;
        const ui::Pane pane("page", {});
        if (const auto key = ui::tabs("baby", parts, open)) open = *key;
    });
    const float before = d.at("baby/tasks").place.left;
    d.click("baby/tasks");
    CHECK(open == "tasks");
    CHECK(d.value("baby/tasks") == "open");
    CHECK(d.at("baby/tasks").place.left == before);
    d.tab_to("baby/feeding");
    d.press(Key::Enter);
    CHECK(open == "feeding");
}
