// The massage guide: what comes first, the cadre's side, the family's side. It is opened from the
// family's massage page and from the teaching; here straight away.
#include "client/screens/shell/shell_model.h"
#include "tests/client/gallery/gallery.h"

namespace gallery {

namespace {

using desk::Desk;
using desk::Village;
using driver::Driver;
using driver::Key;
using screens::GuideStart;
using screens::ShellModel;

void open(ShellModel& shell, Driver& d, const GuideStart& start) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    shell.open(screens::Page::Massages);
    d.frames(2);
    shell.open_guide(start);
    d.frames(3);
}

// The step, played for so many seconds and paused there.
Picture at_step(const char* name, const char* step, double seconds, bool to_family = false) {
    return {name, {}, [step, seconds, to_family](ShellModel& shell, Driver& d) {
                open(shell, d, {step, true, to_family});
                d.press(Key::Space);
                d.later(seconds);
                d.press(Key::Space);
                d.frames(2);
            }};
}

}  // namespace

std::vector<Picture> guide_pictures() {
    return {
        {"guide-first", {}, [](ShellModel& shell, Driver& d) { open(shell, d, {}); }},
        at_step("guide-permission", "P01", 12),
        at_step("guide-clothes", "P07", 5),
        at_step("guide-sitting", "P08", 5),
        at_step("guide-thumbs", "M01", 22),
        at_step("guide-fists", "M05", 30),
        at_step("guide-well", "M07", 4),
        at_step("guide-feed", "C02", 4),
        {"guide-changed",
         {},
         [](ShellModel& shell, Driver& d) {
             open(shell, d, {"M02", true, false});
             d.press(Key::Space);
             d.later(45.2);
         }},
        {"guide-past",
         {},
         [](ShellModel& shell, Driver& d) {
             open(shell, d, {"M05", true, false});
             d.click("Follow");
             d.press(Key::Space);
             d.later(58);
             d.press(Key::Space);
         }},
        at_step("guide-family-permission", "P01", 3, true),
        at_step("guide-family-thumbs", "M01", 22, true),
        at_step("guide-family-whole-back", "M06", 9, true),
        at_step("guide-family-well", "M07", 3, true),
        at_step("guide-family-feed", "C02", 3, true),
    };
}

}  // namespace gallery
