// The register of the month: figures, the babies behind them, and what is not sent.
#include "client/screens/register/register_model.h"
#include "client/screens/register/register_page.h"
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "tests/client/desk/desk.h"
#include "tests/client/driver/driver.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using driver::Driver;
using indicators::Indicator;
using screens::Form;
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
    REQUIRE(model.periods().size() == 15);
    CHECK(to_text(model.periods().front()) == "2026-03");
    CHECK(to_text(model.periods()[12]) == "2025-03");
    CHECK(to_text(model.periods()[13]) == "2026-S1");
    CHECK(to_text(model.periods()[14]) == "2025-S2");
    model.period_chosen("2026-01");
    CHECK(p.desk.register_month.wanted.back().first == "2026-01");
    model.period_chosen("2026-13");
    CHECK(model.month() == *base::parse_month("2026-01"));
    model.period_chosen("2026-S1");
    CHECK(p.desk.register_month.wanted.back().first == "2026-S1");
}

TEST_CASE("the recap of each week is of one month: a half-year falls back to its last month") {
    Posyandu p;
    RegisterModel model(p.desk.ports());
    model.period_chosen("2026-S1");
    model.form_chosen(Form::Weekly);
    CHECK(to_text(model.period()) == "2026-02");
    CHECK(model.periods().size() == 13);
}

TEST_CASE("a cadre has her posyandu's forms, a midwife hers besides") {
    Posyandu p;
    const auto has = [](const RegisterModel& model, Form form) {
        const auto forms = model.forms();
        return std::find(forms.begin(), forms.end(), form) != forms.end();
    };
    RegisterModel cadre(p.desk.ports());
    CHECK(has(cadre, Form::Ilp));
    CHECK_FALSE(has(cadre, Form::Contacts));
    CHECK_FALSE(has(cadre, Form::Cohort));
    p.desk.role = "BIDAN";
    RegisterModel midwife(p.desk.ports());
    for (const Form form : {Form::Ilp, Form::Contacts, Form::Cohort, Form::Measurements}) {
        CHECK(has(midwife, form));
    }
}

TEST_CASE("a form's cell opens the people of its figure, by the id that every format has") {
    Posyandu p;
    RegisterModel model(p.desk.ports());
    model.form_chosen(Form::F1);
    model.refresh();
    REQUIRE(model.sheets().size() == 1);
    const auto& rows = model.sheets().front().rows;
    const auto row = std::find_if(rows.begin(), rows.end(), [](const auto& cells) {
        return cells[0].text.starts_with("O.1");
    });
    REQUIRE(row != rows.end());
    const sheets::Cell& boys = (*row)[9];
    model.cell_pressed(boys.figure);
    REQUIRE(model.opened().has_value());
    CHECK(static_cast<std::int64_t>(model.opened()->counted.size()) == boys.integer);
    CHECK(boys.integer == 2);
    for (const auto& each : model.opened()->excluded) CHECK(each.fact.sex == 'L');
    CHECK_FALSE(model.opened()->excluded.empty());
    model.closed();
    model.cell_pressed("no figure");
    CHECK_FALSE(model.opened().has_value());
}

TEST_CASE(
    "the row of a baby stays hers when the month is counted anew, and closes when she is gone") {
    Posyandu p;
    p.desk.role = "BIDAN";
    RegisterModel model(p.desk.ports());
    model.form_chosen(Form::Cohort);
    model.refresh();
    model.row_pressed(2);
    REQUIRE(model.row() == 2);
    const std::string name = model.sheets().front().rows[2][0].text;
    auto& rows = p.desk.register_month.month->forms[Form::Cohort].front().rows;
    // A laptop in the next village sent a baby who stands before her.
    auto another = rows.front();
    another[0].text = "Abdul";
    another[0].record = std::string("01890000-0000-7000-8000-0000000000ff");
    rows.insert(rows.begin(), another);
    ++p.desk.register_month.changes;
    model.refresh();
    REQUIRE(model.row() == 3);
    CHECK(model.sheets().front().rows[*model.row()][0].text == name);
    rows.erase(rows.begin() + 3);
    ++p.desk.register_month.changes;
    model.refresh();
    CHECK_FALSE(model.row().has_value());
}

TEST_CASE("a form is kept as a spreadsheet, or as tables with what is missing beside them") {
    Posyandu p;
    RegisterModel model(p.desk.ports());
    model.form_chosen(Form::Ilp);
    model.refresh();
    model.keep_clicked();
    REQUIRE(model.printout().asks());
    model.printout().save_confirmed();
    REQUIRE(p.desk.printing.kept.size() == 1);
    CHECK(p.desk.printing.kept[0].name == "ilp-" + model.unit() + "-2026-03");
    CHECK(p.desk.printing.kept[0].ending == ".xlsx");
    model.keep_clicked();
    model.printout().kind_chosen("csv");
    p.desk.printing.has_folder = false;
    model.printout().save_confirmed();
    CHECK(p.desk.printing.kept.size() == 1);
    CHECK_FALSE(model.printout().trouble().empty());
    p.desk.printing.has_folder = true;
    model.printout().save_confirmed();
    REQUIRE(p.desk.printing.kept.size() == 4);
    CHECK(p.desk.printing.kept[2].name == "ilp-" + model.unit() + "-2026-03-2");
    CHECK(p.desk.printing.kept[3].ending == ".txt");
}

TEST_CASE("a month that the health centre has closed says so, and an open one does not") {
    Posyandu p;
    screens::ShellModel shell(p.desk.ports());
    Driver d([&] { screens::draw(shell); });
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click("Register");
    d.frames(2);
    CHECK_FALSE(d.shows("closed here"));
    p.desk.register_month.month->note.closed = {kMarch};
    ++p.desk.register_month.changes;
    d.frames(2);
    CHECK(d.shows("closed here"));
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
    d.click("Print");
    REQUIRE(p.desk.printing.printed.size() == 1);
    CHECK(p.desk.printing.printed[0].html.find("2026-03 P03") != std::string::npos);
    d.click("Done");
    d.click("Form");
    d.frames(2);
    d.click("Form/f1");
    d.frames(2);
    d.click("f1 ID_F1_1/3");
    d.frames(2);
    REQUIRE(d.shows("Back to the figures"));
    d.click("behind 01890000-0000-7000-8000-000000000003");
    d.frames(2);
    CHECK(shell.page() == Page::Family);
}
