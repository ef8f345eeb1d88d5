// A laptop becomes a cadre's, and a forgotten PIN is set anew: the models, then the pages.
#include "client/screens/sign_in/sign_in_page.h"
#include "tests/client/screens/window.h"

#include <doctest/doctest.h>

namespace {

using desk::Desk;
using desk::DeskAccess;
using driver::Driver;
using driver::Key;
using screens::CodeGroup;
using screens::EnrolModel;
using screens::Page;
using screens_test::Window;
using Outcome = screens::AccessState::Outcome;
using State = CodeGroup::State;

}  // namespace
TEST_CASE("the code is told group by group while it is typed") {
    Desk desk;
    EnrolModel model(desk.access);
    model.code = "192.168.1.10:8443/7qk2-m9xa-4tuc-d8";
    const auto groups = model.groups();
    REQUIRE(groups.size() == 9);
    CHECK(groups[0].text == "7QK2");
    CHECK(groups[0].state == State::Whole);
    CHECK(groups[2].state == State::Wrong);  // no code has a U
    CHECK(groups[3].state == State::Short);
    CHECK(groups[4].state == State::Empty);
    CHECK(model.code_address() == "192.168.1.10:8443");
    CHECK(model.code_problem().text().starts_with("Kelompok 3 (4TUC)"));
}

TEST_CASE("each way to mistype a code has its own sentence") {
    const std::string whole = DeskAccess::kCode;
    struct Row {
        std::string code;
        const char* begins;
    };
    const Row rows[] = {
        {"", "Ketik dahulu kode"},
        {"7QK2-M9XA", "Alamat di depan garis miring"},
        {whole.substr(0, whole.size() - 5), "Masih kurang 4"},
        {whole + "7", "Kelebihan 1"},
        {whole.substr(0, whole.size() - 1) + "M", "Ada huruf atau angka yang salah"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.code);
        Desk desk;
        EnrolModel model(desk.access);
        model.code = row.code;
        model.pin = {"kopi pahit", "kopi pahit"};
        model.enrol_clicked();
        CHECK(model.code_problem().text().starts_with(row.begins));
        CHECK(desk.access.enrolments.empty());
    }
}

TEST_CASE("a code pasted with line breaks and spaces is the same code") {
    Desk desk;
    EnrolModel model(desk.access);
    std::string pasted = DeskAccess::kCode;
    pasted.insert(28, "\n  ");
    model.code = "  " + pasted + "\n";
    CHECK(model.is_code_whole());
    CHECK(model.code_problem().empty());
}

TEST_CASE("each answer of the health centre is one sentence, and the code may be tried again") {
    for (const Outcome outcome : {Outcome::BadCode, Outcome::CodeUnknown, Outcome::CodeUsed,
                                  Outcome::CodeExpired, Outcome::NoConnection, Outcome::WrongServer,
                                  Outcome::BadAddress, Outcome::AlreadyHere, Outcome::Failed}) {
        Desk desk;
        desk.access.answer = {outcome, 0, {}};
        EnrolModel model(desk.access);
        model.code = DeskAccess::kCode;
        model.pin = {"kopi pahit", "kopi pahit"};
        model.enrol_clicked();
        for (int i = 0; i < 5; ++i) model.refresh();
        CHECK_FALSE(model.is_working());
        CHECK_FALSE(model.trouble().empty());
        CHECK(model.device().empty());
        CHECK(model.code == DeskAccess::kCode);
    }
}

TEST_CASE("the address under More counts only while it is shown") {
    Desk desk;
    EnrolModel model(desk.access);
    model.code = DeskAccess::kCode;
    model.pin = {"kopi pahit", "kopi pahit"};
    model.address = "https://10.0.0.1:8443";
    model.enrol_clicked();
    REQUIRE(desk.access.enrolments.size() == 1);
    CHECK(desk.access.enrolments[0].address.empty());
}

TEST_CASE("with the keyboard alone a laptop is enrolled, and she is in") {
    Window w;
    w.desk.right_pin = "kopi pahit";
    w.d.tab_to("Add a user");
    w.d.press(Key::Enter);
    w.d.frames(2);
    w.d.tab_to("Code");
    w.d.type(DeskAccess::kCode);
    w.d.tab_to("New PIN");
    w.d.type("kopi pahit");
    w.d.tab_to("The new PIN once more");
    w.d.type("kopi pahit");
    w.d.tab_to("Register this laptop");
    w.d.press(Key::Enter);
    w.d.frames(10);
    REQUIRE(w.desk.access.enrolments.size() == 1);
    CHECK(w.desk.access.enrolments[0].pin == "kopi pahit");
    CHECK(w.shell.page() == Page::Today);
}

TEST_CASE("a forgotten PIN: the request is shown and saved, the answer read from the stick") {
    Window w;
    w.desk.right_pin = "kopi pahit";
    w.desk.keeping.plugged_in = {{"KINGSTON", "/media/sri/KINGSTON"}};
    w.desk.access.answer_on_stick = "ABCD EFGH";
    w.d.click("Forgotten your PIN?");
    CHECK(w.d.value("request code") == "K7MP-2XQD");
    CHECK(w.d.shows("request"));  // as a QR code
    w.d.click("Save the request there");
    CHECK(w.desk.access.requests_written.empty());  // no place was chosen
    w.d.click("Stick or folder/0");
    w.d.click("Save the request there");
    CHECK(w.desk.access.requests_written == std::vector<std::string>{"/media/sri/KINGSTON"});
    w.d.click("Read it from there");
    w.d.fill("New PIN", "kopi pahit");
    w.d.fill("The new PIN once more", "kopi pahit");
    w.d.click("Set the new PIN");
    w.d.frames(10);
    CHECK(w.desk.access.changed_pins == std::vector<std::string>{"kopi pahit"});
    CHECK(w.shell.page() == Page::Today);
}

TEST_CASE("a code for who is here already keeps her records and asks for the PIN she has") {
    Window w;
    const std::string user = w.desk.local_users.front().id;
    w.desk.access.answer = {Outcome::Done, 0, user};
    w.desk.right_pin = "19283746";
    w.d.click("Add a user");
    w.d.click("again " + user);
    CHECK_FALSE(w.d.shows("The new PIN once more"));
    w.d.fill("Code", DeskAccess::kCode);
    w.d.click("Register this laptop");
    CHECK(w.desk.access.enrolments.empty());  // without her PIN nothing is asked
    w.d.fill("PIN", "19283746");
    w.d.click("Register this laptop");
    w.d.frames(10);
    REQUIRE(w.desk.access.enrolments.size() == 1);
    CHECK(w.desk.access.enrolments[0].again == user);
    CHECK(w.desk.access.enrolments[0].pin == "19283746");
    CHECK(w.shell.page() == Page::Today);
}

TEST_CASE("a wrong PIN and another's code are said where she typed them") {
    Desk desk;
    EnrolModel model(desk.access, desk.local_users);
    model.for_whom_clicked(desk.local_users.front().id);
    model.code = DeskAccess::kCode;
    for (const Outcome outcome : {Outcome::WrongPin, Outcome::OtherUser}) {
        desk.access.answer = {outcome, 0, {}};
        model.own_pin = "00000000";
        model.enrol_clicked();
        for (int i = 0; i < 5; ++i) model.refresh();
        CHECK(model.device().empty());
        const bool is_pin = outcome == Outcome::WrongPin;
        CHECK(model.own_pin_problem().text().starts_with("PIN salah") == is_pin);
        CHECK(model.trouble().text().starts_with("Kode ini untuk pengguna lain") == !is_pin);
    }
}
