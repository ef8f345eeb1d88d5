// The place "Pijat": families by what is to be done next, and its doors.
#include "client/screens/massages/massages_page.h"
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "tests/client/desk/massage_families.h"
#include "tests/client/driver/driver.h"

#include <doctest/doctest.h>

namespace {

using indicators::PracticeGroup;
using screens::MassagesModel;
using screens::Page;

struct Posyandu {
    desk::Desk desk;
    desk::Village village = desk::settle(desk);
    Posyandu() { desk::fill_massages(desk, village); }
};

struct Window : Posyandu {
    screens::ShellModel shell{desk.ports()};
    driver::Driver d;

    explicit Window(int width = 1366, int height = 768, float scale = 1)
        : d([this] { screens::draw(shell); }, width, height, scale) {
        d.fill("PIN", "24681357");
        d.click("Sign in");
        d.frames(5);
        d.click("Massage");
    }
};

std::vector<std::string> names_of(const MassagesModel::Group& group) {
    std::vector<std::string> names;
    for (const MassagesModel::Row& row : group.rows) names.push_back(row.name);
    return names;
}

}  // namespace

TEST_CASE_FIXTURE(Posyandu, "who needs a second visit stands first, with why and from when") {
    MassagesModel model(desk.ports());
    model.refresh();
    REQUIRE(model.groups().size() == 5);
    const auto& second = model.groups()[0];
    CHECK(second.group == PracticeGroup::SecondVisit);
    REQUIRE(second.rows.size() == 2);
    CHECK(second.rows[0].detail ==
          "Ada keluhan 2 Mar: periksa lagi sebelum dipijat lagi  ·  Bambang Prasetyo "
          "mempraktikkan ulang mulai 7 Mar");
    CHECK(second.rows[1].detail == "Sulastri seharusnya mempraktikkan ulang paling lambat 1 Mar");
    CHECK(second.rows[0].family == village.household);
}

TEST_CASE_FIXTURE(Posyandu, "seen and told are two numbers, and nobody is ranked by them") {
    MassagesModel model(desk.ports());
    model.refresh();
    const auto& practises = model.groups()[1];
    CHECK(practises.group == PracticeGroup::Practises);
    // As one walks, not by how often.
    CHECK(names_of(practises) ==
          std::vector<std::string>{"Fatimah Az-Zahra Kusumaningrum", "Rina Wati"});
    CHECK(practises.rows[0].detail == "Dalam 14 hari: dilihat 1 kali, diceritakan 12 kali");
    CHECK(practises.rows[1].detail == "Dalam 14 hari: dilihat 0 kali, diceritakan 3 kali");
    CHECK(model.groups()[4].rows[0].detail == "Hanya bila ibu sendiri memintanya");
}

TEST_CASE_FIXTURE(Posyandu, "a family that changed is in its new group without asking again") {
    MassagesModel model(desk.ports());
    model.refresh();
    auto& practice = desk.agenda.at("f6").massages.front();
    practice.group = PracticeGroup::Practises;
    practice.last_14 = {1, 0};
    ++desk.agenda.changes;
    model.refresh();
    CHECK(model.groups()[1].rows.size() == 3);
    CHECK(model.groups()[3].rows.size() == 1);
}

TEST_CASE_FIXTURE(Posyandu, "the leaflet is in the family's language; the window keeps its own") {
    MassagesModel model(desk.ports());
    model.leaflet_clicked();
    CHECK(model.leaflet()->baby.empty());  // a name only if asked for
    model.leaflet()->language = words::Language::English;
    model.leaflet()->baby = "Rizki";
    model.leaflet_confirmed(desk.me());
    CHECK_FALSE(model.leaflet().has_value());
    CHECK(words::language() == words::Language::Indonesian);
    REQUIRE(desk.printing.printed.size() == 1);
    const auto& printed = desk.printing.printed.front();
    CHECK(printed.html.find("Rizki") != std::string::npos);
    CHECK(printed.html.find("lang=\"en\"") != std::string::npos);
    CHECK(printed.name.find("Rizki") == std::string::npos);
}

TEST_CASE("a family of the list opens its page, and the way back leads to the list") {
    Window w;
    REQUIRE(w.shell.page() == Page::Massages);
    w.d.click("massage of m1");
    CHECK(w.shell.page() == Page::Family);
    CHECK(w.d.value("Massage") == "selected");  // found from here
    w.d.click("Back to all families");
    CHECK(w.shell.page() == Page::Massages);
}

TEST_CASE("the doors lead to the guide, the leaflet, what is known, and the training") {
    Window w;
    w.d.click("About the massage");
    CHECK(w.d.shows("Back to the families"));
    w.d.click("Back to the families");
    w.d.click("Leaflet for the family");
    CHECK(w.d.shows("leaflet"));
    w.d.click("Cancel");
    w.d.click("Training and quiz");
    CHECK(w.shell.page() == Page::Training);
    CHECK(w.d.value("Massage") == "selected");
    w.d.click("Massage");
    w.d.click("Massage guide");
    CHECK(w.shell.page() == Page::Guide);
    w.d.frames(2);
    CHECK(w.d.value("Massage") == "selected");
}

TEST_CASE("by the keyboard alone, in a narrow window and with large letters, nothing is cut off") {
    struct Setting {
        int width, height;
        float scale;
    };
    for (const Setting& each :
         {Setting{1366, 768, 1}, Setting{1024, 600, 1}, Setting{1366, 768, 1.5F}}) {
        CAPTURE(each.width);
        CAPTURE(each.scale);
        Window w(each.width, each.height, each.scale);
        w.d.frames(2);
        CHECK(ui::probe::clipped_texts().empty());
        w.d.tab_to("Training and quiz");
        w.d.tab_to("massage of m1");
        w.d.press(driver::Key::Enter);
        w.d.frames(2);
        CHECK(w.shell.page() == Page::Family);
    }
}
