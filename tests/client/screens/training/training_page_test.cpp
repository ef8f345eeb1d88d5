// The page "Pelatihan": what a cadre sees, what a midwife sees, and the whole way in the window.
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "client/screens/training/quiz_page.h"
#include "client/screens/training/training_model.h"
#include "tests/client/desk/desk.h"
#include "tests/client/driver/driver.h"
#include "tests/client/screens/training/class_room.h"

#include <doctest/doctest.h>

using namespace screens;
using class_room::kAni;
using class_room::kSiti;
using class_room::write_down;
using driver::Driver;

namespace {

std::vector<std::string> names(const TrainingModel& model) {
    std::vector<std::string> all;
    for (const TrainingModel::Row& row : model.due()) all.push_back(row.name);
    return all;
}

void to_training(Driver& d) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click("Tools");
    d.click("Open training");
    d.frames(2);
}

}  // namespace

TEST_CASE("a cadre reads until when she is trained and when to refresh, and nothing of others") {
    desk::Desk desk;
    class_room::settle(desk);
    desk.role = "KADER";
    write_down(desk, desk.me().user_id.c_str(), "PASS", "2025-01-10");
    write_down(desk, kSiti, "REPEAT", "2026-01-10");
    const TrainingModel model(desk.ports());
    CHECK(!model.holds_trainings());
    CHECK(model.mine().state == care::TrainingState::Valid);
    CHECK(model.my_state() == "Berlaku sampai Minggu, 10 Januari 2027");
    CHECK(model.what_next().find("11 November 2026") != std::string::npos);
    CHECK(model.due().empty());
    CHECK(model.held().empty());
}

TEST_CASE("whose training has ended stands first, then by name; who has left or is elsewhere not") {
    desk::Desk desk;
    class_room::settle(desk);
    write_down(desk, kSiti, "PASS", "2023-01-10");
    const TrainingModel model(desk.ports());
    CHECK(names(model) == std::vector<std::string>{"Siti Rahayu", "Ani Lestari", "Bidan Ratna"});
    REQUIRE(model.groups().size() == 2);
    CHECK(model.groups()[0].state == care::TrainingState::Expired);
    CHECK(model.groups()[1].count == 2);
    CHECK(model.when(model.due()[0]) == "sampai 10 Jan 2025");
}

TEST_CASE("coverage counts the active cadres of her posyandu, in the posyandu's own order") {
    desk::Desk desk;
    class_room::settle(desk);
    write_down(desk, kAni, "PASS", "2026-01-10");
    write_down(desk, class_room::kLeft, "PASS", "2026-01-10");
    const TrainingModel model(desk.ports());
    REQUIRE(model.units().size() == 2);
    CHECK(model.units()[0].name == "Posyandu Melati 3");
    CHECK(model.units()[0].cadres.trained == 0);
    CHECK(model.units()[0].cadres.workers == 1);
    CHECK(model.units()[1].cadres.trained == 1);
    CHECK(model.coverage().cadres.workers == 2);
    CHECK(model.knows_units());
}

TEST_CASE("records of one topic, days and organiser are one training") {
    desk::Desk desk;
    class_room::settle(desk);
    write_down(desk, kSiti, "PASS", "2026-01-10", R"(,"attended_pct":100,"practical_pct":92)");
    write_down(desk, kAni, "REPEAT", "2026-01-10");
    write_down(desk, kAni, "PASS", "2026-02-10");
    const TrainingModel model(desk.ports());
    REQUIRE(model.held().size() == 2);
    CHECK(model.held()[0].participants.size() == 2);
    CHECK(model.held()[0].participants[1].detail == "Kompeten  ·  hadir 100 %  ·  praktik 92 %");
}

TEST_CASE("a sync that brings a training changes the page at once") {
    desk::Desk desk;
    class_room::settle(desk);
    TrainingModel model(desk.ports());
    CHECK(model.mine().state == care::TrainingState::Never);
    write_down(desk, desk.me().user_id.c_str(), "PASS", "2026-01-10");
    model.refresh();
    CHECK(model.mine().state == care::TrainingState::Valid);
}

TEST_CASE("a cadre studies in the window, closes it, and finds the quiz again") {
    desk::Desk desk;
    desk::settle(desk);
    ShellModel shell(desk.ports());
    Driver d([&] { draw(shell); });
    to_training(d);
    CHECK(d.value("my training") == "NEVER");
    CHECK(!d.shows("Write down a training"));
    d.click("Open the quiz");
    d.click("Learn");
    QuizModel& quiz = shell.showing<QuizPage>().model().quiz();
    const care::QuizQuestion asked = quiz.question();
    d.click(asked.code + "/" + asked.right);
    CHECK(d.shows("right"));
    d.click("Next question");
    d.click("Continue later");
    CHECK(shell.page() == Page::Training);
    d.click("Go on with the quiz");
    CHECK(shell.showing<QuizPage>().model().quiz().number() == 2);
}

TEST_CASE("a midwife holds a training in the window from its topic to the records") {
    desk::Desk desk;
    desk::settle(desk);
    class_room::settle(desk);
    ShellModel shell(desk.ports());
    Driver d([&] { draw(shell); });
    to_training(d);
    d.click("Write down a training");
    d.click("organiser/PKM");
    d.click("end_date/today");
    d.click("holding/who");
    d.click(std::string("ours/") + kSiti);
    d.click("holding/scores");
    d.click(std::string("participant ") + kSiti);
    d.click("session/1");
    d.fill("pre_score", "60");
    for (const auto& step : care::shipped_procedure().steps) d.click("mark " + step.code + "/4");
    CHECK(d.value("result") == "Kompeten");
    d.click("Back to the participants");
    d.click("Save");
    d.frames(2);
    CHECK(shell.page() == Page::Training);
    REQUIRE(desk.saves.size() == 1);
    CHECK(desk.saves[0].answers.text("result") == "PASS");
    CHECK(desk.saves[0].answers.text("valid_until") == "2028-03-05");
    CHECK(desk.saves[0].unit == "P03");
}

TEST_CASE("a training left in the middle waits on the page and is gone on with") {
    desk::Desk desk;
    desk::settle(desk);
    class_room::settle(desk);
    ShellModel shell(desk.ports());
    Driver d([&] { draw(shell); });
    to_training(d);
    d.click("Write down a training");
    d.click("holding/who");
    d.click(std::string("ours/") + kSiti);
    d.click("Continue later");
    REQUIRE(desk.drafts().size() == 1);
    d.click("Go on with training " + desk.drafts()[0].id);
    CHECK(shell.page() == Page::Holding);
    CHECK(d.shows(std::string("participant ") + kSiti));
}
