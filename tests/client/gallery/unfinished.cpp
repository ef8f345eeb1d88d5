// What is not finished: a danger sign in it, and a disk that takes nothing.
#include "tests/client/gallery/gallery.h"

namespace gallery {

namespace {

using desk::Desk;
using desk::Village;
using driver::Driver;
using driver::Key;

void sign_in(Driver& d) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
}

void open_family(const Village& v, Driver& d) {
    sign_in(d);
    d.click("Families");
    d.click("family " + v.household);
}

// A check that was begun, and left with these signs.
void begin_check(Desk& desk, const Village& v, const char* type,
                 const std::vector<std::string>& signs) {
    const bool is_mother = std::string(type) == "mother_check";
    screens::Draft draft;
    draft.id = desk.new_draft_id();
    draft.type = type;
    draft.family = v.household;
    draft.answers.set(is_mother ? "mother_id" : "infant_id", is_mother ? v.mother : v.infant);
    for (const std::string& sign : signs) draft.answers.set(sign, "1");
    draft.saved_at = desk.clock.now();
    (void)desk.put_draft(draft);
}

void begin_both(Desk& desk, const Village& v) {
    begin_check(desk, v, "mother_check", {"ds_mds01", "ds_mds10"});
    begin_check(desk, v, "infant_check", {});
}

void half_row(Driver& d) {
    sign_in(d);
    d.click("Quick entry");
    d.frames(3);
    d.type("aminah");
    d.press(Key::Enter);
    d.frames(3);
    d.type("y");
    d.frames(3);
    d.type("4,2");
    d.press(Key::Enter);
    d.type("38,2");
    for (int i = 0; i < 2; ++i) d.press(Key::Enter);
    d.type("1ty");  // the second sign of the baby is there
    d.frames(3);
}

void write_on_full_disk(Desk& desk, const Village& v, Driver& d) {
    open_family(v, d);
    desk.disk_refuses = base::ErrorCode::DiskFull;
    d.click("Add a person");
    d.fill("full_name", "Kartini binti Wiryo");
}

}  // namespace

std::vector<Picture> unfinished_pictures() {
    return {
        {"begun-danger",
         [](Desk& desk, const Village& v, Driver& d) {
             begin_both(desk, v);
             sign_in(d);
         }},
        {"begun-danger-throw-away",
         [](Desk& desk, const Village& v, Driver& d) {
             begin_check(desk, v, "mother_check", {"ds_mds01"});
             sign_in(d);
             d.click("Throw away " + desk.drafts().front().id);
         }},
        {"begun-danger-family",
         [](Desk& desk, const Village& v, Driver& d) {
             begin_check(desk, v, "mother_check", {"ds_mds01"});
             sign_in(d);
             d.click("Families");
             d.fill("Search", "aminah");
             d.frames(3);
             d.click("family " + v.household);
         }},
        {"quick-sign",
         [](Desk&, const Village&, Driver& d) {
             half_row(d);
             d.click("Finish this row first");
         }},
        {"quick-sign-left",
         [](Desk&, const Village&, Driver& d) {
             half_row(d);
             d.click("Finish this row first");
             d.click("Today");
         }},
        {"leave-page",
         [](Desk& desk, const Village& v, Driver& d) {
             write_on_full_disk(desk, v, d);
             d.click("Today");
             d.frames(3);
         }},
        {"pin-at-cover",
         [](Desk& desk, const Village& v, Driver& d) {
             write_on_full_disk(desk, v, d);
             d.later(6 * 60);
             d.frames(3);
         }},
        {"pin-at-cover-wrong",
         [](Desk& desk, const Village& v, Driver& d) {
             write_on_full_disk(desk, v, d);
             d.later(6 * 60);
             d.frames(3);
             desk.access.wait_after_wrong_s = 30;
             d.fill("PIN", "11111111");
             d.click("Go on writing");
             d.frames(5);
         }},
    };
}

}  // namespace gallery
