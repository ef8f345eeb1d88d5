#include "tests/client/gallery/gallery.h"

namespace gallery {

using desk::Desk;
using desk::Village;
using driver::Driver;
using screens::CopyTrial;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

void sign_in(Driver& d) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
}

void open_settings(Driver& d, const char* part) {
    sign_in(d);
    d.click("Settings");
    d.click(std::string("settings/") + part);
    d.frames(2);
}

void practise(Driver& d) {
    d.click("Practise: nothing is sent");
    d.frames(5);
}

void have_a_stick(Desk& desk) {
    desk.keeping.plugged_in = {{"KINGSTON", "/media/sri/KINGSTON"}};
    desk.keeping.at = desk.clock.now();
    desk.keeping.now.is_read = true;
}

void have_health(Desk& desk) {
    screens::KeepingState& now = desk.keeping.now;
    now.is_read = true;
    now.health.records = 412;
    now.health.waiting = 14;
    now.health.drafts = 1;
    now.health.file_bytes = 2'400'000;
    now.health.free_bytes = 41'300'000'000;
    now.health.last_sync_at = base::Instant{desk.clock.now().unix_ms - 3 * kDayMs};
    now.health.clock_offset_ms = 7 * 60'000;
    now.health.checked_at = base::Instant{desk.clock.now().unix_ms - kDayMs};
}

std::vector<Picture> before_the_pin() {
    return {
        {"nobody-yet",
         [](Desk& desk, const Village&, Driver& d) {
             desk.local_users.clear();
             d.click("Practise: nothing is sent");  // the list is read when the page opens
             d.frames(5);
             d.click("Leave practice");
             d.frames(2);
         }},
        {"two-users",
         [](Desk& desk, const Village&, Driver& d) {
             desk.local_users.push_back({"dev-2", "Bu Tutik Handayani"});
             practise(d);
             d.click("Leave practice");
             d.frames(2);
         }},
        {"enrol",
         [](Desk&, const Village&, Driver& d) {
             d.click("Add a user");
             d.fill("Code", "192.168.1.10:8443/7qk2-m9xa-4tbc-d8");
         }},
        {"enrol-again",
         [](Desk& desk, const Village&, Driver& d) {
             desk.access.answer = {screens::AccessState::Outcome::WrongPin, 0, {}};
             d.click("Add a user");
             d.click("again " + desk.local_users.front().id);
             d.fill("Code", desk::DeskAccess::kCode);
             d.fill("PIN", "19283746");
             d.click("Register this laptop");
             d.frames(5);
         }},
        {"closed",
         [](Desk& desk, const Village&, Driver&) {
             desk.closed_now = screens::Closed{screens::Closed::State::Erased, 412, true, false};
         }},
        {"closed-copy-left",
         [](Desk& desk, const Village&, Driver&) {
             desk.closed_now = screens::Closed{screens::Closed::State::Erased, 412, true, true};
         }},
        {"closed-failed",
         [](Desk& desk, const Village&, Driver&) {
             desk.closed_now = screens::Closed{screens::Closed::State::Failed, 0, false, false};
         }},
        {"enrol-wrong-group",
         [](Desk&, const Village&, Driver& d) {
             d.click("Add a user");
             d.fill("Code", "192.168.1.10:8443/7QK2-M9XA-4TUC-D8ZE-6WFG-R3HJ-5NPV");
             d.click("Register this laptop");
         }},
        {"enrol-no-connection",
         [](Desk& desk, const Village&, Driver& d) {
             desk.access.answer = {screens::AccessState::Outcome::NoConnection, 0, {}};
             d.click("Add a user");
             d.fill("Code", desk::DeskAccess::kCode);
             d.fill("New PIN", "kopi pahit di teras");
             d.fill("The new PIN once more", "kopi pahit di teras");
             d.click("Register this laptop");
             d.frames(5);
         }},
        {"forgotten-pin",
         [](Desk& desk, const Village&, Driver& d) {
             have_a_stick(desk);
             d.click("Forgotten your PIN?");
         }},
    };
}

std::vector<Picture> parts() {
    return {
        {"settings-look", [](Desk&, const Village&, Driver& d) { open_settings(d, "look"); }},
        {"settings-copy-none",
         [](Desk& desk, const Village&, Driver& d) {
             have_a_stick(desk);
             open_settings(d, "copy");
         }},
        {"settings-copy-tried",
         [](Desk& desk, const Village&, Driver& d) {
             have_a_stick(desk);
             open_settings(d, "copy");
             d.click("Where the copy is kept/0");
             d.click("Copy now");
             d.click("Try restoring the copy");
         }},
        {"settings-copy-damaged",
         [](Desk& desk, const Village&, Driver& d) {
             have_a_stick(desk);
             desk.keeping.now.copy = {"/media/sri/KINGSTON", true, false, false,
                                      desk.clock.now(),      false};
             desk.keeping.trial_to_tell = {CopyTrial::Finding::Damaged, 0, 0, 412, 0};
             open_settings(d, "copy");
             d.click("Try restoring the copy");
         }},
        {"settings-safety", [](Desk&, const Village&, Driver& d) { open_settings(d, "safety"); }},
        {"settings-pin-problem",
         [](Desk&, const Village&, Driver& d) {
             open_settings(d, "safety");
             d.fill("The PIN you use now", "24681357");
             d.fill("New PIN", "12345678");
             d.click("Change the PIN");
         }},
        {"settings-laptop",
         [](Desk& desk, const Village&, Driver& d) {
             have_health(desk);
             open_settings(d, "laptop");
         }},
        {"settings-about", [](Desk&, const Village&, Driver& d) { open_settings(d, "about"); }},
    };
}

std::vector<Picture> around_the_pages() {
    return {
        {"practice", [](Desk&, const Village&, Driver& d) { practise(d); }},
        {"practice-send",
         [](Desk&, const Village&, Driver& d) {
             practise(d);
             d.click("Send");
         }},
        {"practice-danger",
         [](Desk& desk, const Village& v, Driver& d) {
             desk.put("mother_check",
                      R"({"visit_id":"","mother_id":")" + v.mother + R"(","ds_mds01":"1"})");
             practise(d);
             d.click("Families");
             d.click("family " + v.household);
             d.click("What to do");
         }},
        {"room-low",
         [](Desk& desk, const Village&, Driver& d) {
             have_health(desk);
             desk.keeping.now.health.free_bytes = 120'000'000;
             desk.keeping.now.health.room = screens::Room::Low;
             sign_in(d);
         }},
        {"midwife-nav",
         [](Desk& desk, const Village&, Driver& d) {
             desk.role = "BIDAN";
             practise(d);
         }},
        {"covered",
         [](Desk&, const Village&, Driver& d) {
             sign_in(d);
             d.press_function(12);
             d.frames(2);
         }},
    };
}

}  // namespace

std::vector<Picture> settings_pictures() {
    std::vector<Picture> all = before_the_pin();
    for (Picture& picture : parts()) all.push_back(std::move(picture));
    for (Picture& picture : around_the_pages()) all.push_back(std::move(picture));
    return all;
}

}  // namespace gallery
