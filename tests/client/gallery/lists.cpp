// The list of families, writing one down, births to come, outreach.
#include "tests/client/gallery/gallery.h"

namespace gallery {

namespace {

using desk::Desk;
using desk::Village;
using driver::Driver;

void to(Driver& d, const char* place) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click(place);
}

void begin(Driver& d, const char* whom) {
    to(d, "Families");
    d.click("New family");
    d.fill("household.head_name", "Wahyu Nugroho");
    d.fill("household.rt", "7");
    d.fill("household.rw", "2");
    d.click(std::string("Whom are you writing down?/") + whom);
}

void newborn(Driver& d) {
    begin(d, "born");
    d.fill("mother.full_name", "Kartika Sari");
    d.fill("mother.birth_date", "27");
    d.click("birth.delivery_date/yesterday");
    d.click("birth.place/PKM");
    d.click("birth.attendant/BIDAN");
    d.click("birth.mode/VAGINAL");
    d.click("birth.complications/NONE");
    d.click("outcome1.outcome/LIVE");
}

void pause(Desk& desk, Driver& d) {
    desk.clock.advance_ms(500);
    d.frames(2);
}

screens::ExpectedBirth birth(const std::string& name, const char* head, const char* expected) {
    screens::ExpectedBirth birth;
    birth.pregnancy = "pregnancy of " + name;
    birth.mother = name;
    birth.mother_name = name;
    birth.head = head;
    birth.rt = "003";
    birth.rw = "001";
    birth.planned_place = "PKM";
    birth.wants_massage = name[0] == 'D';
    birth.expected = base::parse_date(expected);
    return birth;
}

void expect_births(Desk& desk) {
    desk.births.births = {birth("Fatimah Az-Zahra Kusumaningrum", "Nur Kholis", "2026-02-28"),
                          birth("Dewi Kartikasari", "Bambang Sutrisno", "2026-03-05"),
                          birth("Rina Wati", "Yusuf Maulana", "2026-03-17"),
                          birth("Sulastri", "Darmin", "2026-06-20"), birth("Painem", "Karto", "")};
}

void hold_outreach(Desk& desk) {
    const auto held = [](const char* id, const char* day, const char* fields) {
        return screens::Gathering{id, *base::parse_date(day), base::Fields::parse(fields).value(),
                                  *day == '2' && std::string(id) != "a"};
    };
    desk.births.held = {
        held("a", "2026-03-04",
             R"({"kind":"KELAS_IBU","place":"Balai RW 02","topics":"BF MASSAGE",)"
             R"("taught_massage":"1",)"
             R"("present_pregnant":6,"present_mothers":4,"present_husbands":3})"),
        held("b", "2026-02-10",
             R"({"kind":"PENYULUHAN","place":"Musala Al-Ikhlas","topics":"DANGER NEWBORN FATHER",)"
             R"("taught_massage":"0","present_husbands":11,"present_community_l":5})"),
        held("c", "2026-02-03",
             R"({"kind":"POSYANDU","taught_massage":"0","present_mothers":24})")};
    desk.births.counted = {
        {"t", "2026-02",
         base::Fields::parse(R"({"mothers":2,"live_births":1,"infants_0_5":1})").value(), true}};
}

}  // namespace

std::vector<Picture> list_pictures() {
    return {
        {"families-filter",
         [](Desk&, const Village&, Driver& d) {
             to(d, "Families");
             d.click("filter/2");
         }},
        {"families-two-units",
         [](Desk& desk, const Village&, Driver& d) {
             desk.units.push_back({"P04", "Posyandu Mawar"});
             to(d, "Families");
         }},
        {"register-family",
         [](Desk&, const Village&, Driver& d) {
             to(d, "Families");
             d.click("New family");
         }},
        {"register-pregnant", [](Desk&, const Village&, Driver& d) { begin(d, "pregnant"); }},
        {"register-newborn", [](Desk&, const Village&, Driver& d) { newborn(d); }},
        {"register-missing",
         [](Desk&, const Village&, Driver& d) {
             newborn(d);
             d.click("Save");
         }},
        {"register-alike",
         [](Desk& desk, const Village&, Driver& d) {
             to(d, "Families");
             d.click("New family");
             d.fill("household.head_name", "Agus Prasetyo");
             d.fill("household.rt", "003");
             d.click("Whom are you writing down?/pregnant");
             d.fill("mother.full_name", "Siti Aminah");
             pause(desk, d);
         }},
        {"register-grandmother", [](Desk&, const Village&, Driver& d) { begin(d, "cared"); }},
        {"births",
         [](Desk& desk, const Village&, Driver& d) {
             expect_births(desk);
             to(d, "Pregnancies");
         }},
        {"births-none", [](Desk&, const Village&, Driver& d) { to(d, "Pregnancies"); }},
        {"births-what",
         [](Desk& desk, const Village&, Driver& d) {
             expect_births(desk);
             to(d, "Pregnancies");
             d.click("birth Rina Wati");
         }},
        {"births-loss",
         [](Desk& desk, const Village&, Driver& d) {
             expect_births(desk);
             to(d, "Pregnancies");
             d.click("birth Rina Wati");
             d.click("Miscarriage");
         }},
        {"births-who",
         [](Desk&, const Village&, Driver& d) {
             to(d, "Pregnancies");
             d.click("Write down a pregnancy");
             d.fill("Find the mother", "aminah");
         }},
        {"outreach",
         [](Desk& desk, const Village&, Driver& d) {
             hold_outreach(desk);
             to(d, "Outreach");
         }},
        {"outreach-form",
         [](Desk&, const Village&, Driver& d) {
             to(d, "Outreach");
             d.click("Write down a class or talk");
         }},
    };
}

}  // namespace gallery
