// Quick entry and the register of the month.
#include "tests/client/gallery/gallery.h"

namespace gallery {

namespace {

using desk::Desk;
using desk::Village;
using driver::Driver;
using driver::Key;

void open(Driver& d, const std::string& page) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click(page);
    d.frames(3);
}

void choose(Driver& d, const std::string& letters) {
    open(d, "Quick entry");
    d.type(letters);
    d.press(Key::Enter);
    d.frames(3);
}

void to_signs(Driver& d) {
    choose(d, "aminah");
    d.type("y");
    d.frames(3);
    d.type("4,2");
    for (int i = 0; i < 3; ++i) d.press(Key::Enter);
    d.type("1");
    for (int i = 0; i < 7; ++i) d.type("t");
}

void open_register(Desk& desk, const Village& v, Driver& d) {
    desk.register_month.fill(*base::parse_month("2026-03"), v.household);
    open(d, "Register");
}

void open_form(Desk& desk, const Village& v, Driver& d, const char* form) {
    open_register(desk, v, d);
    d.click("Form");
    d.frames(2);
    d.click("Form/" + std::string(form));
    d.frames(2);
}

}  // namespace

std::vector<Picture> quick_pictures() {
    return {
        {"quick-empty", [](auto&, auto&, Driver& d) { open(d, "Quick entry"); }},
        {"quick-search",
         [](auto&, auto&, Driver& d) {
             open(d, "Quick entry");
             d.type("si");
             d.frames(2);
         }},
        {"quick-row", [](auto&, auto&, Driver& d) { to_signs(d); }},
        {"quick-danger",
         [](auto&, auto&, Driver& d) {
             to_signs(d);
             d.type("y");
             d.frames(3);
         }},
        {"quick-saved",
         [](auto&, auto&, Driver& d) {
             to_signs(d);
             for (int i = 0; i < 16 + 26; ++i) d.type("t");
             d.type("1yy");
             for (int i = 0; i < 14; ++i) d.type("t");
             d.frames(2);
             d.press(Key::Enter);
             d.frames(2);
         }},
        {"quick-kept",
         [](Desk& desk, const Village& v, Driver& d) {
             to_signs(d);
             d.type("y");
             d.frames(3);
             d.click("Go on as a full visit");
             d.frames(3);
             const std::string visit = desk.all("visit").back()->id;
             desk.put("infant_check",
                      R"({"visit_id":")" + visit + R"(","infant_id":")" + v.infant + R"("})");
             d.click("Quick entry");
             d.frames(3);
             d.press_ctrl('Z');
             d.frames(3);
         }},
        {"register", [](Desk& desk, const Village& v, Driver& d) { open_register(desk, v, d); }},
        {"register-closed",
         [](Desk& desk, const Village& v, Driver& d) {
             desk.register_month.fill(*base::parse_month("2026-03"), v.household);
             desk.register_month.month->note.closed = {*base::parse_month("2026-03")};
             open(d, "Register");
         }},
        {"register-f1",
         [](Desk& desk, const Village& v, Driver& d) { open_form(desk, v, d, "f1"); }},
        {"register-sigizi",
         [](Desk& desk, const Village& v, Driver& d) { open_form(desk, v, d, "sigizi"); }},
        {"register-ilp",
         [](Desk& desk, const Village& v, Driver& d) { open_form(desk, v, d, "ilp"); }},
        {"register-weekly",
         [](Desk& desk, const Village& v, Driver& d) { open_form(desk, v, d, "weekly"); }},
        {"register-families",
         [](Desk& desk, const Village& v, Driver& d) { open_form(desk, v, d, "family"); }},
        {"register-lb3",
         [](Desk& desk, const Village& v, Driver& d) {
             desk.role = "BIDAN";
             open_form(desk, v, d, "lb3");
         }},
        {"register-cohort",
         [](Desk& desk, const Village& v, Driver& d) {
             desk.role = "BIDAN";
             open_form(desk, v, d, "cohort");
         }},
        {"register-cohort-one",
         [](Desk& desk, const Village& v, Driver& d) {
             desk.role = "BIDAN";
             open_form(desk, v, d, "cohort");
             d.click("cohort 0/0");
         }},
        {"register-keep",
         [](Desk& desk, const Village& v, Driver& d) {
             open_form(desk, v, d, "f1");
             d.click("Keep as a file");
         }},
        {"register-behind",
         [](Desk& desk, const Village& v, Driver& d) {
             open_form(desk, v, d, "f1");
             d.click("f1 ID_F1_1/1");
         }},
        {"register-counting", [](auto&, auto&, Driver& d) { open(d, "Register"); }},
    };
}

}  // namespace gallery
