#include "client/screens/sign_in/sign_in_model.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

namespace {

using desk::Desk;
using screens::SignInModel;
using screens::Unlocking;

void try_pin(SignInModel& model, const std::string& pin) {
    model.pin = pin;
    model.sign_in_clicked();
    for (int i = 0; i < 5; ++i) model.refresh();
}

}  // namespace

TEST_CASE("the right PIN opens, and the screen says that it works meanwhile") {
    Desk desk;
    SignInModel model(desk, desk.clock);
    model.pin = "24681357";
    model.sign_in_clicked();
    CHECK(model.is_working());
    CHECK_FALSE(model.may_try());
    model.refresh();
    CHECK(model.is_working());
    for (int i = 0; i < 3; ++i) model.refresh();
    CHECK(model.is_open());
    CHECK(model.pin.empty());
}

TEST_CASE("a wrong PIN is said plainly, without a hint, and the field is emptied") {
    Desk desk;
    SignInModel model(desk, desk.clock);
    try_pin(model, "11112222");
    CHECK_FALSE(model.is_open());
    CHECK(model.problem().text() == "PIN salah. Coba lagi.");
    CHECK(model.pin.empty());
    CHECK(model.may_try());
}

TEST_CASE("after wrong PINs the next try waits, and says how long") {
    Desk desk;
    desk.answer_to_wrong.wait_s = 30;
    SignInModel model(desk, desk.clock);
    try_pin(model, "11112222");
    CHECK(model.problem().text() == "PIN salah. Tunggu 30 detik, lalu coba lagi.");
    CHECK_FALSE(model.may_try());
    desk.clock.advance_ms(29'500);
    CHECK(model.seconds_to_wait() == 1);
    try_pin(model, "24681357");  // still too early: not even heard
    CHECK_FALSE(model.is_open());
    desk.clock.advance_ms(500);
    CHECK(model.may_try());
    try_pin(model, "24681357");
    CHECK(model.is_open());
}

TEST_CASE("an empty PIN is asked for, not counted as wrong") {
    Desk desk;
    SignInModel model(desk, desk.clock);
    model.sign_in_clicked();
    CHECK(model.problem().text() == "Ketik PIN Anda dahulu.");
    CHECK_FALSE(model.is_working());
}

TEST_CASE("a store that cannot be opened is told apart from a wrong PIN") {
    Desk desk;
    desk.answer_to_wrong = {Unlocking::State::Failed, 0, "disk I/O error"};
    SignInModel model(desk, desk.clock);
    try_pin(model, "24681358");
    CHECK(
        model.problem().text().starts_with("Data Anda tidak dapat dibuka. Tidak ada yang hilang."));
    CHECK(model.problem().text().find("I/O") == std::string::npos);
}

TEST_CASE("one user is chosen by itself; several are asked who they are") {
    Desk desk;
    CHECK(SignInModel(desk, desk.clock).chosen() == "dev-1");
    desk.local_users.push_back({"dev-2", "Bu Tutik"});
    SignInModel model(desk, desk.clock);
    CHECK(model.chosen().empty());
    CHECK_FALSE(model.may_try());
    model.pin = "1234";
    model.choose("dev-2");
    CHECK(model.pin.empty());  // hers is not tried on somebody else's store
    CHECK(model.may_try());
}
