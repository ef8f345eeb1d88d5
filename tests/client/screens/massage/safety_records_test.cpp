// What the records know before a massage, what is found out later, and what a draft keeps: no way
// around the check by any of them.
#include "tests/client/screens/massage/taught_family.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace taught;

namespace {

bool has(const std::vector<TeachingPart>& parts, TeachingPart part) {
    return std::find(parts.begin(), parts.end(), part) != parts.end();
}

}  // namespace

TEST_CASE("a stillbirth in the records is a loss, though nobody counted the living") {
    AtHome home;
    home.desk.change(home.village.infant, R"({"is_infant":"0"})");
    home.desk.put("birth_outcome", R"({"birth_event_id":")" + home.village.birth +
                                       R"(","outcome":"STILL","birth_order":"1"})");
    for (const auto& outcome : home.desk.all("birth_outcome")) {
        home.desk.change(outcome->id, R"({"outcome":"STILL","infant_id":""})");
    }
    CHECK(home.open().gate() == TeachingGate::Grief);
}

TEST_CASE("after a stillbirth or a death nothing is offered for milk") {
    AtHome home;
    home.desk.change(home.village.mother, R"({"live_infants":"0"})");
    CHECK(home.open().gate() == TeachingGate::Grief);
    AtHome died;
    died.desk.change(died.village.infant, R"({"vital_status":"DEAD"})");
    CHECK(died.open().gate() == TeachingGate::Grief);
    AtHome bottle;  // she chose not to breastfeed
    TeachingModel model = bottle.open();
    learner(model, bottle);
    answer_all(model, {"XC15"});
    read_cautions(model);
    CHECK_FALSE(has(model.parts(), Part::Practise));
    CHECK_FALSE(has(model.parts(), Part::Feed));
}

TEST_CASE("what the records know is offered beside its line, and still asked") {
    AtHome home;
    home.desk.change(
        home.village.birth,
        R"({"delivery_date":"2026-03-05","delivery_time":"08:45","mode":"SC_DARURAT"})");
    home.desk.put("pregnancy",
                  R"({"mother_id":")" + home.village.mother + R"(","outcome":"ONGOING"})");
    TeachingModel model = home.open();
    for (const char* line : {"XC03", "XC09", "XC14"}) {
        CAPTURE(line);
        CHECK_FALSE(model.safety().known(line).empty());
        CHECK(model.safety().answer(line).empty());
    }
    CHECK(model.safety().known("XC03").find("kurang dari satu jam") != std::string::npos);
}

TEST_CASE("a sign that arrives while the page is open closes the practice") {
    AtHome home;
    TeachingModel model = home.open();
    to_practice(model, home);
    REQUIRE(model.at() == Part::Practise);
    home.check_mother(R"("ds_mds01":"1")");
    model.refresh();
    CHECK(model.gate() == TeachingGate::DangerSign);
    model.score_pressed("M01", 4);
    CHECK(model.score("M01") == 0);
}

TEST_CASE("answers changed after GO close what they opened; going back gives no way around") {
    AtHome home;
    TeachingModel model = home.open();
    to_practice(model, home);
    model.go(Part::Safety);
    answer(model, "XC07", "1");
    CHECK_FALSE(model.may_open(Part::Practise));
    model.go(Part::Practise);
    CHECK(model.at() == Part::Safety);
    model.score_pressed("P01", 4);
    CHECK(model.score("P01") == 0);
    answer(model, "XC07", "1");  // taken back: not answered
    CHECK_FALSE(model.may_open(Part::Practise));
    model.go(Part::Finish);
    CHECK(model.at() == Part::Safety);
    model.save_clicked();
    CHECK_FALSE(model.is_saved());
}

TEST_CASE("a sign told after hands were on is kept with what was done: nothing is lost or hidden") {
    AtHome home;
    TeachingModel model = home.open();
    to_practice(model, home);
    model.score_pressed("M01", 4);
    model.go(Part::Safety);
    answer(model, "MDS01", "1");
    CHECK(model.is_interrupted());
    model.score_pressed("M02", 4);
    CHECK(model.score("M02") == 0);
    model.go(Part::After);
    model.choose("session.adverse", "DIZZY");
    model.choose("session.adverse_severity", "1");
    model.choose("session.stopped_early", "1");
    model.go(Part::Finish);
    model.save_clicked();
    REQUIRE(model.is_saved());
    CHECK(home.saved("massage_teaching")->answers.text("safety_result") == "STOP");
    CHECK(home.saved("massage_session")->answers.text("stopped_early") == "1");
    CHECK(home.count("massage_teaching_step") == 1);
    CHECK(model.needs_referral());
}

TEST_CASE("a draft of this morning goes on; one of yesterday is checked anew") {
    AtHome home;
    {
        TeachingModel model = home.open();
        to_practice(model, home);
        model.keep_draft_now();
    }
    {
        const TeachingModel model = home.reopen();
        CHECK(model.at() == Part::Practise);
        CHECK(model.safety().is_go());
    }
    home.desk.clock.advance_ms(24 * 3600000LL);
    home.earlier_visit("2026-03-06");
    const TeachingModel model = home.reopen();
    CHECK(model.at() == Part::Who);
    CHECK(model.said("teaching.trainee_id") == home.husband);
    CHECK(model.safety().unanswered() == static_cast<int>(model.safety().lines().size()));
    CHECK(model.said("teaching.consent_touch").empty());
}

TEST_CASE("a draft reopened after a sign was found does not open the practice") {
    AtHome home;
    {
        TeachingModel model = home.open();
        to_practice(model, home);
        model.keep_draft_now();
    }
    home.check_mother(R"("ds_mds08":"1")");
    TeachingModel model = home.reopen();
    CHECK(model.gate() == TeachingGate::DangerSign);
    CHECK_FALSE(model.may_open(Part::Practise));
    model.save_clicked();
    CHECK_FALSE(model.is_saved());
}

TEST_CASE("a consent without touch, and no visit of today, are gates too") {
    AtHome home;
    home.desk.put("consent", R"({"person_id":")" + home.village.mother + R"(","scopes":"CARE"})");
    CHECK(home.open().gate() == TeachingGate::Refused);
    AtHome none;
    none.desk.change(none.visit, R"({"outcome":"NOT_HOME"})");
    CHECK(none.open().gate() == TeachingGate::NoVisit);
}

TEST_CASE("a page left open over night asks everything again") {
    AtHome home;
    TeachingModel model = home.open();
    to_practice(model, home);
    REQUIRE(model.may_practise());
    home.desk.clock.advance_ms(24 * 3600000LL);
    model.refresh();
    CHECK(model.at() == Part::Who);
    CHECK_FALSE(model.may_practise());
    CHECK(model.said("teaching.trainee_id") == home.husband);
    CHECK(model.gate() == TeachingGate::NoVisit);
    model.score_pressed("M01", 4);
    CHECK_FALSE(model.has_hands_on());
}

TEST_CASE("a danger sign told before a massage is an alarm until a referral names it") {
    AtHome home;
    const auto teaching = [&](const std::string& result, const std::string& reasons) {
        home.desk.put("massage_teaching", R"({"visit_id":")" + home.visit + R"(","mother_id":")" +
                                              home.village.mother + R"(","trainee_id":")" +
                                              home.husband + R"(","started_at":")" + kNow +
                                              R"(","safety_result":")" + result +
                                              R"(","safety_reasons":")" + reasons + R"("})");
    };
    const auto alarms = [&](const char* day) {
        const auto family = home.desk.ports().families.family(home.village.household);
        return open_alarms(family.value(), *base::parse_date(day));
    };
    teaching("STOP", "XC02");
    CHECK(alarms("2026-03-05").empty());  // her "no" is no sign
    teaching("STOP", "MDS07 XC01");
    REQUIRE(alarms("2026-03-06").size() == 1);
    CHECK(alarms("2026-03-06")[0].codes() == std::vector<std::string>{"MDS07"});
    CHECK(alarms("2026-03-06")[0].massage == care::MassageAction::Stop);
    CHECK(home.open().gate() == TeachingGate::DangerSign);
    SUBCASE("a check of a later day takes its place") {
        home.check_mother(R"("ds_mds07":"0")", home.earlier_visit("2026-03-06"));
        CHECK(alarms("2026-03-06").empty());
    }
    SUBCASE("a referral that names it answers it") {
        home.desk.put("referral", R"({"person_id":")" + home.village.mother + R"(","visit_id":")" +
                                      home.visit + R"(","raised_at":")" + kNow +
                                      R"(","reasons":"MDS07"})");
        CHECK(alarms("2026-03-06").empty());
    }
}
