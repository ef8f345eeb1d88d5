// Charts, calendars, strips, squares and counters.
#include "client/ui/layout.h"
#include "client/ui/widgets/calendar_grid.h"
#include "client/ui/widgets/chart.h"
#include "client/ui/widgets/qr_square.h"
#include "client/ui/widgets/timer.h"
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

base::Date november(unsigned day) {
    return base::Date{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(day)};
}

ui::Chart weights() {
    ui::Chart chart;
    chart.curves = {{"+2 SD", {{0, 4.4F}, {12, 12}}},
                    {"0", {{0, 3.3F}, {12, 9.6F}}},
                    {"-2 SD", {{0, 2.5F}, {12, 7.7F}}}};
    chart.bands = {{2, 0}};
    chart.points = {
        {"birth", {0, 3.1F}, "3,1 kg"}, {"m1", {1, 4}, "4,0 kg"}, {"m3", {3, 5}, "5,0 kg"}};
    chart.x_ticks = ui::whole_ticks(0, 12, 2);
    chart.y_ticks = ui::whole_ticks(2, 14, 2);
    chart.x_title = "umur (bulan)";
    chart.y_title = "berat (kg)";
    chart.low = {0, 1};
    chart.high = {12, 14};
    return chart;
}

}  // namespace

TEST_CASE("a point of the growth chart says its value when it is chosen, by mouse or keyboard") {
    const ui::Chart chart = weights();
    std::optional<std::size_t> selected;
    Driver d(on_page([&] {
        if (const auto now = ui::line_chart("weight", chart, selected)) selected = now;
    }));
    CHECK(d.value("weight").empty());
    d.click("weight/m1");
    CHECK(selected == std::size_t{1});
    CHECK(d.value("weight") == "4,0 kg");
    d.press(Key::Tab);
    CHECK(d.focused() == "weight/m3");
    d.press(Key::Enter);
    CHECK(d.value("weight") == "5,0 kg");
    CHECK(d.at("weight/m3").place.left > d.at("weight/m1").place.left);
    CHECK(ui::probe::clipped_texts().empty());
}

TEST_CASE("a chart without points, without curves or with two points of one day is drawn") {
    ui::Chart chart = weights();
    chart.points[1].at.x = chart.points[0].at.x;
    Driver d(on_page([&] { ui::line_chart("weight", chart, 7); }));
    CHECK(d.value("weight").empty());
    CHECK(d.at("weight/m1").place.width() > 0);
    chart = ui::Chart{};
    chart.high = {1, 1};
    d.frames(2);
    CHECK(d.shows("weight"));
}

TEST_CASE("ticks of an axis are whole numbers from end to end") {
    const auto ticks = ui::whole_ticks(0, 6, 3);
    REQUIRE(ticks.size() == 3);
    CHECK(ticks[1].text == "3");
    CHECK(ticks[2].at == 6);
}

TEST_CASE("the calendar begins on the Monday, marks the days and gives back the one pressed") {
    std::optional<base::Date> pressed;
    ui::CalendarStyle style;
    style.first = november(5);  // a Thursday
    style.weeks = 5;
    style.today = november(19);
    style.observed = "dilihat kader";
    style.reported = "cerita keluarga";
    style.day = [](base::Date date) -> ui::CalendarDay {
        if (base::days_between(november(5), date) < 0) return {ui::DayMark::None, 0, true};
        if (date == november(10)) return {ui::DayMark::Observed, 2};
        if (date == november(11)) return {ui::DayMark::Reported, 1};
        return {};
    };
    Driver d(on_page([&] {
        if (const auto day = ui::calendar_grid("massage", style)) pressed = day;
    }));
    CHECK(d.at("massage/2026-11-09").place.left < d.at("massage/2026-11-10").place.left);
    CHECK(d.value("massage/2026-11-10") == "observed 2");
    CHECK(d.value("massage/2026-11-11") == "reported");
    CHECK_FALSE(d.shows("massage/2026-11-04"));  // before the birth
    d.click("massage/2026-11-10");
    CHECK(pressed == november(10));
    CHECK(d.at("massage/2026-11-10").place.height() >= 44);
    CHECK(ui::probe::clipped_texts().empty());
}

TEST_CASE("the strip of months says tick, cross or absent and gives back the month pressed") {
    std::optional<std::size_t> pressed;
    const std::vector<ui::MonthCell> cells = {{"0 bln", ui::MonthMark::Tick},
                                              {"1 bln", ui::MonthMark::Cross},
                                              {"2 bln", ui::MonthMark::Absent},
                                              {"3 bln", ui::MonthMark::Empty, true},
                                              {"4 bln"},
                                              {"5 bln"}};
    Driver d(on_page([&] {
                 if (const auto now = ui::month_strip("asi", cells)) pressed = now;
             }),
             360, 600);
    CHECK(d.value("asi/0") == "tick");
    CHECK(d.value("asi/1") == "cross");
    CHECK(d.value("asi/2") == "absent");
    CHECK(d.value("asi/3").empty());
    CHECK(d.at("asi/5").place.right <= 360);
    CHECK(d.at("asi/5").place.height() >= 44);
    CHECK(ui::probe::clipped_texts().empty());
    d.click("asi/3");
    CHECK(pressed == std::size_t{3});
}

TEST_CASE("a QR square is whole pixels a module with its white border, at any size of text") {
    const std::vector<bool> dark(21 * 21, true);
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F}) {
        const Driver d(on_page([&] { ui::qr_square("code", 21, dark, 200); }), 1366, 768, scale);
        const float width = d.at("code").place.width();
        CHECK(width <= 200 * scale);
        CHECK(static_cast<int>(width) % (21 + 8) == 0);
        CHECK(width == static_cast<float>(static_cast<int>(width)));
    }
}

TEST_CASE("each press of the counter counts one, with the mouse and with the space bar") {
    int breaths = 0;
    Driver d(on_page([&] {
        ui::countdown("minute", 0.5F, "30", "detik lagi");
        if (ui::tap_counter({"breath", "Tekan setiap bayi bernapas"}, breaths)) ++breaths;
    }));
    CHECK(d.value("minute") == "30");
    d.click("breath");
    d.press(Key::Space);
    d.press(Key::Space);
    d.press(Key::Enter);
    CHECK(breaths == 4);
    CHECK(d.value("breath") == "4");
    CHECK(ui::probe::clipped_texts().empty());
}
