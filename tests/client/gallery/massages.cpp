// The place "Pijat": its families, the leaflet, what is known of the massage.
#include "tests/client/desk/massage_families.h"
#include "tests/client/gallery/gallery.h"

namespace gallery {

namespace {

using desk::Desk;
using desk::Village;
using driver::Driver;

void open(Desk& desk, const Village& village, Driver& d) {
    desk::fill_massages(desk, village);
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click("Massage");
}

}  // namespace

std::vector<Picture> massages_pictures() {
    return {
        {"massages", [](Desk& desk, const Village& v, Driver& d) { open(desk, v, d); }},
        {"massages-none",
         [](Desk&, const Village&, Driver& d) {
             d.fill("PIN", "24681357");
             d.click("Sign in");
             d.frames(5);
             d.click("Massage");
         }},
        {"massages-about",
         [](Desk& desk, const Village& v, Driver& d) {
             open(desk, v, d);
             d.click("About the massage");
         }},
        {"massages-leaflet",
         [](Desk& desk, const Village& v, Driver& d) {
             open(desk, v, d);
             d.click("Leaflet for the family");
         }},
        {"massages-midwife",
         [](Desk& desk, const Village& v, Driver& d) {
             desk.role = "BIDAN";
             open(desk, v, d);
         }},
    };
}

}  // namespace gallery
