// The check before anybody touches her: every path to STOP, DEFER and CAUTION, and no way around.
#include "shared/care/schedule.h"
#include "tests/client/screens/massage/taught_family.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace taught;

namespace {

bool has(const std::vector<TeachingPart>& parts, TeachingPart part) {
    return std::find(parts.begin(), parts.end(), part) != parts.end();
}

}  // namespace

TEST_CASE("nothing is answered beforehand, and nothing opens before every line is answered") {
    AtHome home;
    TeachingModel model = home.open();
    learner(model, home);
    REQUIRE(model.at() == Part::Safety);
    for (const std::string& line : model.safety().lines()) {
        CHECK(model.safety().answer(line).empty());
        CHECK_FALSE(model.may_open(Part::Consent));
        answer(model, line, "0");
    }
    CHECK(model.safety().is_go());
    CHECK(model.may_open(Part::Consent));
    CHECK_FALSE(model.may_open(Part::Practise));
}

TEST_CASE("her HIV status and what is asked in private are not on this page") {
    AtHome home;
    home.check_mother(R"("ds_mds25":"1")");
    TeachingModel model = home.open();
    const auto& lines = model.safety().lines();
    CHECK(std::find(lines.begin(), lines.end(), "XC16") == lines.end());
    for (const char* is_private : {"MDS23", "MDS25"}) {
        CHECK(std::find(lines.begin(), lines.end(), is_private) == lines.end());
    }
    for (const std::string& caution : model.safety().cautions()) CHECK(caution != "MDS25");
    CHECK(safety_words(home.desk.ports(), "MDS23").find("menyakiti") == std::string::npos);
}

TEST_CASE("every STOP sign of a check stops it, however the lines are answered") {
    for (const care::DangerSign& sign : care::danger_signs()) {
        if (sign.subject != care::Subject::Mother) continue;
        CAPTURE(sign.code);
        AtHome home;
        home.check_mother("\"" + care::field_of(sign) + R"(":"1")");
        TeachingModel model = home.open();
        const bool is_stop = sign.massage == care::MassageAction::Stop;
        CHECK((model.gate() == TeachingGate::DangerSign) == is_stop);
        answer_all(model);
        read_cautions(model);
        const bool may_go = sign.massage == care::MassageAction::Caution ||
                            sign.massage == care::MassageAction::None;
        CHECK(model.safety().is_go() == may_go);
    }
}

TEST_CASE("every danger sign told in the check itself does what its list says") {
    for (const care::DangerSign* sign : massage_signs()) {
        CAPTURE(sign->code);
        AtHome home;
        TeachingModel model = home.open();
        learner(model, home);
        answer_all(model, {std::string(sign->code)});
        CHECK(model.is_stopped() == (sign->massage == care::MassageAction::Stop));
        CHECK_FALSE(model.safety().is_go());
        answer(model, "OTHER", "1");  // something told in private
        CHECK(model.is_stopped());
    }
}

TEST_CASE("a sign for NOW stops at once; another only when nobody overlooked a worse one") {
    AtHome home;
    TeachingModel model = home.open();
    learner(model, home);
    answer(model, "MDS18", "1");
    CHECK_FALSE(model.is_stopped());
    CHECK_FALSE(model.may_open(Part::Consent));
    answer(model, "MDS02", "1");
    CHECK(model.is_stopped());
    CHECK(model.alarm().urgency == care::Urgency::RedNow);
    answer(model, "MDS02", "0");
    for (const std::string& line : model.safety().danger_lines()) {
        if (model.safety().answer(line).empty()) answer(model, line, "0");
    }
    CHECK(model.is_stopped());
    CHECK(model.alarm().urgency == care::Urgency::RedToday);
}

TEST_CASE("the signs are asked in the words of her check, and what to do comes after the answer") {
    AtHome home;
    TeachingModel model = home.open();
    SafetyCheckModel& check = model.safety();
    const forms::Form* form = home.desk.ports().records.forms().find("mother_check");
    CHECK(check.danger_lines().front() == "MDS01");
    CHECK(check.text("MDS12") == form->find("ds_mds12")->label.in("id"));
    CHECK(check.known("MDS12") == form->find("ds_mds12")->hint.in("id"));
    for (const std::string& line : check.other_lines()) {
        CAPTURE(line);
        CHECK(check.text(line).ends_with("?"));
        CHECK(check.advice(line).empty());
        answer(model, line, "0");
        CHECK(check.advice(line).empty());
    }
    answer(model, "XC09", "1");
    CHECK(check.advice("XC09").find("posisi miring") != std::string::npos);
}

TEST_CASE("nobody is asked aloud whether her baby died; that she does not breastfeed is asked") {
    AtHome home;
    TeachingModel model = home.open();
    for (const std::string& line : model.safety().lines()) {
        CHECK(model.safety().text(line).find("eninggal") == std::string::npos);
    }
    answer(model, "XC15", "1");
    CHECK(model.safety().advice("XC15").find("eninggal") == std::string::npos);
    CHECK(model.safety().is_not_for_milk());
}

TEST_CASE("after a whole check of today it is asked what changed, and then each sign") {
    AtHome home;
    std::string all = R"("temp_c":36.8)";
    for (const care::DangerSign* sign : massage_signs()) {
        all += ",\"" + care::field_of(*sign) + R"(":"0")";
    }
    SUBCASE("half a check is no check") {
        home.check_mother(R"("ds_mds01":"0")");
        CHECK(home.open().safety().danger_lines().front() == "MDS01");
    }
    SUBCASE("nothing changed") {
        home.check_mother(all);
        TeachingModel model = home.open();
        learner(model, home);
        CHECK(model.safety().danger_lines() == std::vector<std::string>{"CHANGED"});
        CHECK(model.safety().known("CHANGED").find("tidak ada") != std::string::npos);
        CHECK(model.safety().answer("CHANGED").empty());
        answer_all(model);
        CHECK(model.safety().is_go());
    }
    SUBCASE("something changed") {
        home.check_mother(all);
        TeachingModel model = home.open();
        learner(model, home);
        answer_all(model, {"CHANGED"});
        CHECK_FALSE(model.safety().is_go());  // each sign waits
        answer(model, "MDS01", "1");
        CHECK(model.is_stopped());
    }
    SUBCASE("a sign told before that check arrived is not asked away") {
        TeachingModel model = home.open();
        learner(model, home);
        answer(model, "MDS07", "1");
        home.check_mother(all);
        model.refresh();
        CHECK(model.safety().danger_lines().front() == "MDS01");
        CHECK(model.safety().answer("MDS07") == "1");
        CHECK(model.is_stopped());
    }
}

TEST_CASE("every line of the list does what its list says") {
    for (const care::SafetyLine& line : care::safety_lines()) {
        if (line.is_for_midwife_only || line.code == "XC01") continue;  // XC01: the signs above
        CAPTURE(line.code);
        AtHome home;
        TeachingModel model = home.open();
        learner(model, home);
        answer_all(model, {std::string(line.code)});
        CHECK(model.is_stopped() == (line.action == care::MassageAction::Stop));
        const bool is_defer = line.action == care::MassageAction::Defer;
        CHECK((model.safety().result().safety == care::Safety::Defer) == is_defer);
        CHECK_FALSE(model.safety().is_go());  // a caution waits to be read
        model.next();
        CHECK((model.at() == Part::Consent) == is_defer);
        if (line.action != care::MassageAction::Caution) continue;
        read_cautions(model);
        CHECK(model.safety().is_go());
    }
}

TEST_CASE("cautions are read one by one") {
    AtHome home;
    TeachingModel model = home.open();
    learner(model, home);
    answer_all(model, {"XC11", "XC12"});
    model.safety().caution_pressed("XC11");
    CHECK_FALSE(model.safety().is_go());
    model.safety().caution_pressed("XC12");
    CHECK(model.safety().is_go());
    answer(model, "XC12", "0");
    answer(model, "XC12", "1");  // answered anew: read anew
    CHECK_FALSE(model.safety().is_go());
}

TEST_CASE("the temperature of today counts, or the one that is typed") {
    struct Case {
        const char* typed;
        care::Safety safety;
    };
    for (const Case& each : {Case{"36,8", care::Safety::Go}, Case{"37.5", care::Safety::Defer},
                             Case{"37,9", care::Safety::Defer}, Case{"38", care::Safety::Stop}}) {
        CAPTURE(each.typed);
        AtHome home;
        TeachingModel model = home.open();
        learner(model, home);
        answer_all(model);
        model.safety().typed_temperature() = each.typed;
        model.safety_answered();
        CHECK(model.safety().result().safety == each.safety);
        AtHome measured;
        std::string point = each.typed;
        std::replace(point.begin(), point.end(), ',', '.');
        measured.check_mother(R"("temp_c":)" + point);
        TeachingModel known = measured.open();
        answer_all(known);
        CHECK_FALSE(known.safety().asks_temperature());
        CHECK(known.safety().result().safety == each.safety);
    }
    AtHome home;
    TeachingModel model = home.open();
    answer_all(model);
    model.safety().typed_temperature() = "368";
    CHECK_FALSE(model.safety().is_go());  // no temperature: she looks again
}

TEST_CASE("a danger sign told in the check is saved with its referral, and nobody practises") {
    AtHome home;
    TeachingModel model = home.open();
    learner(model, home);
    answer(model, "MDS01", "1");
    REQUIRE(model.is_stopped());
    CHECK(model.needs_referral());
    CHECK_FALSE(has(model.parts(), Part::Practise));
    CHECK(model.referral().known.text("reasons") == "MDS01");
    CHECK(model.referral().known.text("massage_withheld") == "1");
    CHECK(model.referral().known.text("urgency") == "MERAH_SEKARANG");
    model.save_clicked();
    REQUIRE(model.is_saved());
    const Save& teaching = *home.saved("massage_teaching");
    CHECK(teaching.answers.text("safety_result") == "STOP");
    CHECK_FALSE(teaching.answers.has("consent_touch"));  // nobody asked her
    CHECK(home.desk.saves.size() == 1);
    CHECK(home.open().gate() == TeachingGate::DangerSign);  // for the rest of the day
}

TEST_CASE("her no is kept, needs no referral, and she is not asked again today") {
    for (const bool is_said_in_check : {true, false}) {
        AtHome home;
        TeachingModel model = home.open();
        learner(model, home);
        answer_all(model, is_said_in_check ? std::vector<std::string>{"XC02"}
                                           : std::vector<std::string>{});
        if (!is_said_in_check) {
            model.next();
            model.choose("teaching.consent_touch", "0");
        }
        REQUIRE(model.is_stopped());
        CHECK(model.is_only_refused());
        CHECK_FALSE(model.needs_referral());
        model.save_clicked();
        REQUIRE(model.is_saved());
        const Save& teaching = *home.saved("massage_teaching");
        CHECK(teaching.answers.text("safety_reasons") == "XC02");
        CHECK(teaching.answers.text("consent_touch") == "0");
        CHECK(home.open().gate() == TeachingGate::Refused);
        home.desk.clock.advance_ms(24 * 3600000LL);
        home.earlier_visit("2026-03-06");
        CHECK(home.open().gate() == TeachingGate::Open);  // tomorrow is another day
    }
}

TEST_CASE("what waits is explained, not practised, and stands in tomorrow's list") {
    AtHome home;
    TeachingModel model = home.open();
    learner(model, home);
    answer_all(model, {"XC04"});
    model.next();
    model.choose("teaching.consent_touch", "1");
    model.next();
    CHECK_FALSE(has(model.parts(), Part::Show));
    CHECK_FALSE(has(model.parts(), Part::Practise));
    model.choose("teaching.methods", "EXPLAIN");
    model.next();
    model.score_pressed("M01", 4);
    CHECK(model.score("M01") == 0);
    model.save_clicked();
    REQUIRE(model.is_saved());
    const auto family = home.desk.family(home.village.household).value();
    const care::Family known(family.records);
    bool is_due = false;
    for (const care::Task& task : care::tasks(known, home.desk.ports().today())) {
        if (task.code != "DEFER_FU") continue;
        is_due = true;
        CHECK(task.due_from == base::add_days(home.desk.ports().today(), 1));
    }
    CHECK(is_due);
    TeachingModel again = home.open();  // later the same day
    answer_all(again);
    CHECK_FALSE(again.safety().is_go());
}
