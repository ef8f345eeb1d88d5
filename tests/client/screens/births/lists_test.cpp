// Births to come, outreach, and the filters of the families.
#include "client/screens/births/births_model.h"
#include "client/screens/families/families_model.h"
#include "client/screens/outreach/outreach_model.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using desk::Desk;
using screens::BirthsModel;
using screens::FamiliesModel;
using screens::Filter;
using screens::Near;
using screens::OutreachModel;

screens::Date today() {
    return *base::parse_date("2026-03-05");
}

screens::ExpectedBirth birth(const std::string& name, std::optional<int> days) {
    screens::ExpectedBirth birth;
    birth.pregnancy = "pregnancy of " + name;
    birth.mother = name;
    birth.mother_name = name;
    birth.head = "Agus";
    birth.planned_place = "PKM";
    if (days) birth.expected = base::add_days(today(), *days);
    return birth;
}

}  // namespace

TEST_CASE("the expected day says how near a birth is, in words") {
    struct Row {
        std::optional<int> days;
        Near near;
        const char* urgency;
    };
    const Row rows[] = {{-5, Near::Overdue, "HPL lewat 5 hari, tanyakan kelahiran"},
                        {0, Near::Soon, "HPL hari ini, tanyakan kelahiran"},
                        {14, Near::Soon, "14 hari lagi"},
                        {15, Near::Later, ""},
                        {std::nullopt, Near::Unknown, ""}};
    for (const Row& row : rows) {
        CAPTURE(row.urgency);
        Desk desk;
        desk.births.births = {birth("Dewi", row.days)};
        const BirthsModel model(desk.ports());
        REQUIRE(model.rows().size() == 1);
        CHECK(model.rows()[0].near == row.near);
        CHECK(model.rows()[0].urgency == row.urgency);
    }
}

TEST_CASE("where she lives stands before the family's name, which a small window may cut off") {
    Desk desk;
    desk.births.births = {birth("Dewi", 5)};
    desk.births.births[0].rt = "004";
    const BirthsModel model(desk.ports());
    CHECK(model.rows()[0].detail.starts_with("RT 004  ·  Keluarga Agus"));
}

TEST_CASE("weeks of pregnancy are counted from 280 days before the expected day") {
    CHECK(screens::weeks_pregnant(today(), today()) == 40);
    CHECK(screens::weeks_pregnant(base::add_days(today(), 14), today()) == 38);
    CHECK(screens::weeks_pregnant(base::add_days(today(), 13), today()) == 38);
    CHECK(screens::weeks_pregnant(base::add_days(today(), 280), today()) == 0);
    CHECK(screens::weeks_pregnant(base::add_days(today(), 400), today()) == 0);
}

TEST_CASE("a miscarriage closes the pregnancy, with its day or without one") {
    for (const std::string day : {"", "2-3-2026"}) {
        CAPTURE(day);
        Desk desk;
        const std::string id =
            desk.put("pregnancy", R"({"mother_id":"m","outcome":"ONGOING","source":"USG"})");
        desk.births.births = {birth("Dewi", 60)};
        desk.births.births[0].pregnancy = id;
        BirthsModel model(desk.ports());
        model.pressed(0);
        model.lost_clicked();
        model.asking()->day = day;
        CHECK(model.end_confirmed());
        CHECK(desk.find(id)->fields.text("outcome") == "LOSS");
        CHECK(desk.find(id)->fields.text("ended_on") == (day.empty() ? "" : "2026-03-02"));
        CHECK_FALSE(model.asking().has_value());
    }
}

TEST_CASE("a pregnancy is closed on what was shown when it was asked about") {
    Desk desk;
    desk.births.births = {birth("Dewi", 60)};
    desk.births.births[0].pregnancy =
        desk.put("pregnancy", R"({"mother_id":"m","outcome":"ONGOING","source":"USG"})");
    desk.confirmed_at = {1, 4};
    BirthsModel model(desk.ports());
    model.pressed(0);
    model.lost_clicked();
    desk.confirmed_at = {1, 9};  // somebody else's word about it arrived
    REQUIRE(model.end_confirmed());
    CHECK(desk.saves.back().base == records::Revision{1, 4});
}

TEST_CASE("a day that is none is said so, and nothing is saved") {
    Desk desk;
    desk.births.births = {birth("Dewi", 60)};
    BirthsModel model(desk.ports());
    model.pressed(0);
    model.moved_clicked();
    model.asking()->day = "31-2-2026";
    CHECK_FALSE(model.end_confirmed());
    CHECK_FALSE(model.asking()->problem.empty());
    CHECK(desk.saves.empty());
}

TEST_CASE("a pregnancy is written down for a mother who is found, or for a new one") {
    Desk desk;
    const desk::Village village = desk::settle(desk);
    BirthsModel model(desk.ports());
    model.new_clicked();
    CHECK(model.finding()->found.empty());
    model.finding()->query = "aminah";
    model.query_typed();
    REQUIRE(model.finding()->found.size() == 2);
    const screens::RegisterStart known = model.chosen(model.finding()->found[0]);
    CHECK(known.mother == village.mother);
    CHECK(known.family == village.household);
    CHECK(known.situation == "PREGNANT");
    CHECK(model.chosen(model.finding()->found[1]).mother.empty());
    CHECK(model.new_family().family.empty());
}

TEST_CASE("outreach stands by month, with who was present") {
    Desk desk;
    const auto held = [](const char* id, const char* day, const char* fields) {
        return screens::Gathering{id, *base::parse_date(day), base::Fields::parse(fields).value(),
                                  true};
    };
    desk.births.held = {
        held("a", "2026-03-04",
             R"({"kind":"KELAS_IBU","place":"Balai RW 02","topics":"BF MASSAGE",)"
             R"("taught_massage":"1","present_pregnant":6,"present_husbands":3})"),
        held("b", "2026-02-10", R"({"kind":"OTHER","kind_other":"Arisan","present_cadres":2})"),
        held("c", "2026-02-01", R"({"kind":"POSYANDU"})")};
    const OutreachModel model(desk.ports());
    REQUIRE(model.months().size() == 2);
    CHECK(model.months()[0].name == "Maret 2026");
    CHECK(model.months()[0].present == 9);
    CHECK(model.months()[1].count == 2);
    CHECK(model.rows()[0].title == "Kelas ibu  ·  Balai RW 02");
    CHECK(model.rows()[0].detail == "hadir 9: ibu hamil 6, suami 3  ·  Menyusui, Pijat oksitosin");
    CHECK(model.rows()[0].taught_massage);
    CHECK(model.rows()[1].title == "Arisan");
    CHECK(model.new_tally().known.text("month") == "2026-03");
}

TEST_CASE("filters say how many they leave, within what is searched for") {
    Desk desk;
    desk::settle(desk);
    FamiliesModel model(desk.ports());
    CHECK(model.count(Filter::All) == 5);
    CHECK(model.count(Filter::Postpartum) == 1);
    CHECK(model.count(Filter::UnderSixMonths) == 2);
    CHECK(model.count(Filter::NotVisitedThisMonth) == 5);
    model.filter_chosen(Filter::UnderSixMonths);
    CHECK(model.rows().size() == 2);
    model.query = "aminah";
    model.query_typed();
    CHECK(model.rows().size() == 1);
    CHECK(model.count(Filter::UnderSixMonths) == 1);
    model.filter_chosen(Filter::UnderSixMonths);  // again: off
    CHECK(model.filter() == Filter::All);
}

TEST_CASE("families stand under their RT and RW, and as one list while searching") {
    Desk desk;
    desk::settle(desk);
    FamiliesModel model(desk.ports());
    REQUIRE(model.groups().size() == 3);
    std::size_t all = 0;
    for (const FamiliesModel::Group& group : model.groups()) all += group.count;
    CHECK(all == model.rows().size());
    CHECK(model.first_found() == nullptr);
    model.query = "aminah";
    model.query_typed();
    CHECK(model.groups().empty());
    REQUIRE(model.first_found() != nullptr);
    CHECK(model.first_found()->head == "Agus Prasetyo");
}

TEST_CASE("a row tells the mother and the youngest baby with her age") {
    Desk desk;
    desk::settle(desk);
    const FamiliesModel model(desk.ports());
    CHECK(model.detail_of(model.rows()[0]) == "Siti Aminah  ·  Aisyah Putri, 3 minggu");
    const auto age = [](int days) {
        return screens::baby_age(base::add_days(today(), -days), today());
    };
    CHECK(age(0) == "0 hari");
    CHECK(age(13) == "13 hari");
    CHECK(age(14) == "2 minggu");
    CHECK(age(55) == "7 minggu");
    CHECK(age(60) == "2 bulan");
    CHECK(age(800) == "2 tahun");
}
