// Massages at home, one and many; a mother followed over time; a number written down.
#include "tests/client/desk/followed_family.h"
#include "tests/client/gallery/gallery.h"

namespace gallery {

namespace {

using desk::Desk;
using desk::FollowedFamily;
using desk::Village;
using driver::Driver;

FollowedFamily open(Desk& desk, Driver& d, const char* door) {
    const FollowedFamily family = desk::settle_followed(desk);
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click("Families");
    d.fill("Search", "wulan");
    d.click("family " + family.household);
    d.click(door);
    return family;
}

void tell_one(Desk& desk, Driver& d, const char* adverse) {
    const FollowedFamily family = open(desk, d, "Massage at home");
    d.click("source/MOTHER");
    d.click("taught/" + family.husband);
    d.click("day/yesterday");
    d.fill("hour", "18.30");
    d.fill("minutes", "5");
    d.click("All of them");
    d.click("feed_relation/BEFORE_BF");
    d.click("relax_before/4");
    d.click("relax_after/8");
    d.click(std::string("adverse/") + adverse);
}

void tell_many(Desk& desk, Driver& d) {
    const FollowedFamily family = open(desk, d, "Massage at home");
    d.click("mode/several");
    d.fill("from", "28-2-2026");
    d.fill("to", "4-3-2026");
    d.click("times/2");
    d.click("tally/2026-03-02");
    d.click("One more");
    d.click("source/MOTHER");
    d.click("taught/" + family.husband);
    d.click("complaint/none");
}

}  // namespace

std::vector<Picture> home_pictures() {
    return {
        {"home-massage",
         [](Desk& desk, const Village&, Driver& d) { open(desk, d, "Massage at home"); }},
        {"home-massage-told",
         [](Desk& desk, const Village&, Driver& d) {
             tell_one(desk, d, "NONE");
             d.click("Save");
         }},
        {"home-massage-felt",
         [](Desk& desk, const Village&, Driver& d) { tell_one(desk, d, "NONE"); }},
        {"home-massage-missing",
         [](Desk& desk, const Village&, Driver& d) {
             open(desk, d, "Massage at home");
             d.click("Save");
         }},
        {"home-massage-grave",
         [](Desk& desk, const Village&, Driver& d) { tell_one(desk, d, "BLEED"); }},
        {"home-massage-several", [](Desk& desk, const Village&, Driver& d) { tell_many(desk, d); }},
        {"home-massage-several-days",
         [](Desk& desk, const Village&, Driver& d) {
             tell_many(desk, d);
             d.tab_to("from");
         }},
        {"home-massage-several-saved",
         [](Desk& desk, const Village&, Driver& d) {
             tell_many(desk, d);
             d.click("Save");
         }},
        {"home-massage-withdraw",
         [](Desk& desk, const Village&, Driver& d) {
             tell_many(desk, d);
             d.click("Save");
             d.frames(2);
             d.click("Take it back");
         }},
        {"course",
         [](Desk& desk, const Village&, Driver& d) { open(desk, d, "How the mother is doing"); }},
        {"course-below",
         [](Desk& desk, const Village&, Driver& d) {
             open(desk, d, "How the mother is doing");
             d.tab_to("Write down a number");
         }},
        {"course-number",
         [](Desk& desk, const Village&, Driver& d) {
             open(desk, d, "How the mother is doing");
             d.click("Write down a number");
             d.click("instrument/NRS_ANX");
             d.fill("total", "9");
             d.click("day/today");
         }},
        {"course-midwife",
         [](Desk& desk, const Village&, Driver& d) {
             desk.role = "BIDAN";
             open(desk, d, "How the mother is doing");
             d.click("Write down a number");
             d.click("instrument/EPDS");
         }},
    };
}

}  // namespace gallery
