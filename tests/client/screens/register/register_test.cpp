// The register of the month: figures, the babies behind them, and what is not sent.
#include "client/screens/register/register_model.h"
#include "client/screens/register/register_page.h"
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "tests/client/desk/desk.h"
#include "tests/client/driver/driver.h"

#include <doctest/doctest.h>

namespace {

using driver::Driver;
using indicators::Indicator;
using screens::Page;
using screens::RegisterModel;
using screens::Slice;

const base::Month kMarch = *base::parse_month("2026-03");

int count_of(const screens::FigureRow& row, Slice slice) {
    return row.counts[static_cast<std::size_t>(slice)];
}

struct Posyandu {
    desk::Desk desk;
    desk::Village village = desk::settle(desk);
    Posyandu() { desk.register_month.fill(kMarch, village.household); }
};

}  // namespace

TEST_CASE("a figure is split by sex and by what the health centre has") {
    Posyandu p;
    RegisterModel model(p.desk.ports());
    model.refresh();
    REQUIRE(model.f1().size() == 5);
    const auto& row = model.f1()[0];
    CHECK(count_of(row, Slice::All) == 3);
    CHECK(count_of(row, Slice::Boys) == 2);
    CHECK(count_of(row, Slice::Girls) == 1);
    CHECK(count_of(row, Slice::Sent) == 2);
    CHECK(count_of(row, Slice::Waiting) == 1);
    CHECK(count_of(row, Slice::Troubled) == 0);
    CHECK(count_of(model.f1()[1], Slice::Troubled) == 1);
}

TEST_CASE("a figure opens who is counted and who is not, with why") {
    Posyandu p;
    RegisterModel model(p.desk.ports());
    model.refresh();
    model.figure_pressed(Indicator::IdF1Row1, Slice::All);
    REQUIRE(model.opened().has_value());
    CHECK(model.opened()->counted.size() == 3);
    CHECK(model.opened()->excluded.size() == 3);
    CHECK_FALSE(screens::reason_of(model.opened()->excluded.front()).empty());
    model.figure_pressed(Indicator::IdF1Row1, Slice::Waiting);
    CHECK(model.opened()->counted.size() == 1);
    model.figure_pressed(Indicator::IdF1Row1, Slice::Boys);
    for (const auto& each : model.opened()->counted) CHECK(each.fact.sex == 'L');
    for (const auto& each : model.opened()->excluded) CHECK(each.fact.sex == 'L');
}

TEST_CASE("who stays here for a time and is counted elsewhere is in no figure of this posyandu") {
    Posyandu p;
    auto& month = *p.desk.register_month.month;
    for (auto& each : month.behind) {
        if (each.fact.indicator != Indicator::IdF1Row1) continue;
        each.fact.listed_in = each.fact.unit;
        each.fact.unit = "P07";
    }
    RegisterModel model(p.desk.ports());
    model.refresh();
    CHECK(count_of(model.f1()[0], Slice::All) == 0);
}

TEST_CASE("this month and the twelve before can be chosen, and another month is counted anew") {
    Posyandu p;
    RegisterModel model(p.desk.ports());
    model.refresh();
    CHECK(model.months().size() == 13);
    CHECK(model.months().front() == kMarch);
    CHECK(model.months().back() == *base::parse_month("2025-03"));
    model.month_chosen("2026-01");
    CHECK(p.desk.register_month.wanted.back().first == *base::parse_month("2026-01"));
    model.month_chosen("2026-13");
    CHECK(model.month() == *base::parse_month("2026-01"));
}

TEST_CASE("a figure opens its babies, a baby her family, and the register goes on paper") {
    Posyandu p;
    screens::ShellModel shell(p.desk.ports());
    Driver d([&] { screens::draw(shell); });
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click("Register");
    d.frames(2);
    CHECK(d.shows("not sent here"));
    d.click("Print the register");
    REQUIRE(p.desk.printing.printed.size() == 1);
    CHECK(p.desk.printing.printed[0].html.find("2026-03 P03") != std::string::npos);
    d.click("Done");
    d.click("tab/f1");
    d.click("f1 ID_F1_1/3");
    d.frames(2);
    REQUIRE(d.shows("Back to the figures"));
    d.click("behind 01890000-0000-7000-8000-000000000003");
    d.frames(2);
    CHECK(shell.page() == Page::Family);
}
