// The whole window over a desk with one village, driven by the names of its widgets.
#pragma once

#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "tests/client/desk/desk.h"
#include "tests/client/driver/driver.h"

#include <string>

namespace screens_test {

struct Window {
    desk::Desk desk;
    desk::Village village = desk::settle(desk);
    screens::ShellModel shell{desk.ports()};
    driver::Driver d;

    explicit Window(int width = 1366, int height = 768, float scale = 1)
        : d([this] { screens::draw(shell); }, width, height, scale) {}

    void sign_in() {
        d.fill("PIN", "24681357");
        d.click("Sign in");
        d.frames(5);
    }
    void open_families() {
        sign_in();
        d.click("Families");
    }
    void open_family() {
        open_families();
        d.click("family " + village.household);
    }
    // By the keyboard alone.
    void press(const std::string& key) {
        d.tab_to(key);
        d.press(driver::Key::Enter);
        d.frames(2);
    }
};

}  // namespace screens_test
