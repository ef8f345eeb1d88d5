// The massage's own time, with the test as its clock.
#include "client/guide/timeline.h"

#include <doctest/doctest.h>

using guide::Cue;
using guide::Timeline;

namespace {

// A timeline whose window's seconds are turned by hand.
struct Massage {
    Timeline at;
    double now = 100;

    explicit Massage(std::string_view first = {}) : at(care::shipped_procedure(), first) {
        at.tick(now);
    }
    void pass(double seconds) {
        now += seconds;
        at.tick(now);
    }
    std::string step() const { return at.step().code; }
};

}  // namespace

TEST_CASE("it waits until it is told to play, and no time passes before") {
    Massage m("M01");
    m.pass(30);
    CHECK_FALSE(m.at.has_begun());
    CHECK(m.at.step_seconds() == 0);
    m.at.play();
    m.pass(10);
    CHECK(m.at.step_seconds() == doctest::Approx(10));
    CHECK(m.at.seconds_left() == 50);
    CHECK(m.at.part_left() == doctest::Approx(50.0 / 60));
}

TEST_CASE("it begins at the step that is named, and at the first where there is none such") {
    CHECK(Massage("M05").step() == "M05");
    CHECK(Massage("X99").step() == "P01");
    CHECK(Massage().step() == "P01");
}

TEST_CASE("a step without seconds lasts until somebody goes on, and says nothing") {
    Massage m("P04");
    m.at.play();
    m.pass(600);
    CHECK(m.step() == "P04");
    CHECK(m.at.part_left() == 0);
    CHECK_FALSE(m.at.is_past_target());
    CHECK_FALSE(m.at.take_cue().has_value());
    m.at.next();
    CHECK(m.step() == "P05");
    CHECK(m.at.step_seconds() == 0);
    CHECK(m.at.is_running());
}

TEST_CASE("a timed step goes over into the next by itself, with a cue, and keeps the odd seconds") {
    Massage m("M01");
    m.at.play();
    m.pass(59.5);
    CHECK(m.step() == "M01");
    CHECK_FALSE(m.at.take_cue().has_value());
    m.pass(1);
    CHECK(m.step() == "M02");
    CHECK(m.at.step_seconds() == doctest::Approx(0.5));
    CHECK(m.at.take_cue() == Cue::Step);
    CHECK_FALSE(m.at.take_cue().has_value());
    CHECK(m.at.since_cue() == doctest::Approx(0));
    m.pass(0.4);
    CHECK(m.at.since_cue() == doctest::Approx(0.4));
}

TEST_CASE("the six movements take 270 seconds; then it asks how she is and waits") {
    Massage m("M01");
    m.at.play();
    for (int second = 0; second < 275; ++second) m.pass(1);
    CHECK(m.step() == "M07");
    CHECK(m.at.take_cue() == Cue::Over);
    CHECK(m.at.massage_seconds() == doctest::Approx(275));
    m.pass(60);
    CHECK(m.step() == "M07");
    CHECK(m.at.is_running());
}

TEST_CASE("a window that slept through several steps finds each with its own time") {
    Massage m("M01");
    m.at.play();
    m.pass(60 + 45 + 10);
    CHECK(m.step() == "M03");
    CHECK(m.at.step_seconds() == doctest::Approx(10));
    CHECK(m.at.massage_seconds() == doctest::Approx(115));
}

TEST_CASE("where she chose to wait, a step goes past its target calmly: one cue, no more") {
    Massage m("M05");
    m.at.follow_by_itself(false);
    m.at.play();
    m.pass(46);
    CHECK(m.step() == "M05");
    CHECK(m.at.is_past_target());
    CHECK(m.at.seconds_left() == 0);
    CHECK(m.at.take_cue() == Cue::Reached);
    m.pass(100);
    CHECK(m.step() == "M05");
    CHECK_FALSE(m.at.take_cue().has_value());
    m.at.repeat();
    m.pass(46);
    CHECK(m.at.take_cue() == Cue::Reached);
}

TEST_CASE("letting go past the target goes on at once") {
    Massage m("M05");
    m.at.follow_by_itself(false);
    m.at.play();
    m.pass(60);
    m.at.follow_by_itself(true);
    m.pass(0.1);
    CHECK(m.step() == "M06");
}

TEST_CASE("while it pauses nothing moves on, however long") {
    Massage m("M01");
    m.at.play();
    m.pass(20);
    m.at.pause();
    m.pass(3600);
    CHECK(m.at.step_seconds() == doctest::Approx(20));
    CHECK(m.at.total_seconds() == doctest::Approx(20));
    m.at.play_or_pause();
    m.pass(1);
    CHECK(m.at.step_seconds() == doctest::Approx(21));
}

TEST_CASE("a step is repeated from its beginning, and its first time still counts") {
    Massage m("M01");
    m.at.play();
    m.pass(30);
    m.at.repeat();
    CHECK(m.at.step_seconds() == 0);
    m.pass(10);
    CHECK(m.at.step_seconds() == doctest::Approx(10));
    CHECK(m.at.massage_seconds() == doctest::Approx(40));
}

TEST_CASE("back goes to the step before, and the first stays the first") {
    Massage m("P02");
    m.at.back();
    CHECK(m.step() == "P01");
    m.at.back();
    CHECK(m.step() == "P01");
    m.at.go_to(9);
    CHECK(m.step() == "M01");
    m.at.go_to(99);
    CHECK(m.step() == "M01");
}

TEST_CASE("after the last step it is over and still, and can be begun anew") {
    Massage m("C04");
    m.at.play();
    m.pass(5);
    m.at.next();
    CHECK(m.at.is_over());
    CHECK_FALSE(m.at.is_running());
    m.pass(5);
    CHECK(m.at.total_seconds() == doctest::Approx(5));
    m.at.play();
    CHECK_FALSE(m.at.is_over());
    CHECK(m.step() == "P01");
}

TEST_CASE("preparing is no massage time") {
    Massage m("P09");
    m.at.play();
    m.pass(40);
    CHECK(m.at.massage_seconds() == 0);
    CHECK(m.at.total_seconds() == doctest::Approx(40));
}

TEST_CASE("a window clock that jumps back takes nothing away") {
    Massage m("M01");
    m.at.play();
    m.pass(10);
    m.pass(-5);
    CHECK(m.at.step_seconds() == doctest::Approx(10));
}

TEST_CASE("a procedure that ends with a timed step comes to its end by itself") {
    care::Procedure one = care::shipped_procedure();
    one.steps = {*one.find("M06")};
    Timeline at(one);
    at.tick(0);
    at.play();
    at.tick(31);
    CHECK(at.is_over());
    CHECK(at.take_cue() == Cue::Over);
}
