// Blank paper of the forms, from the tools.
#include "client/screens/tools/blank_sheets.h"
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "tests/client/desk/desk.h"
#include "tests/client/driver/driver.h"

#include <doctest/doctest.h>

TEST_CASE("a whole visit and each form can be printed blank, naming nobody") {
    desk::Desk desk;
    desk::settle(desk);
    screens::ShellModel shell(desk.ports());
    driver::Driver d([&] { screens::draw(shell); });
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click("Tools");
    d.frames(2);
    d.click("Print blank whole visit");
    d.click("Done");
    d.click("Print blank feeding_recall");
    REQUIRE(desk.printing.printed.size() == 2);
    CHECK(desk.printing.printed[0].html.size() > desk.printing.printed[1].html.size());
    for (const auto& page : desk.printing.printed) {
        CHECK(page.name == "lembar-kosong");
        CHECK(page.html.find("Aminah") == std::string::npos);
    }
}
