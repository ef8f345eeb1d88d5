#include "client/screens/record/visit_model.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using desk::Desk;
using desk::Village;
using screens::StepState;
using screens::VisitKind;
using screens::VisitModel;

struct AtWork {
    Desk desk;
    Village village = desk::settle(desk);

    VisitModel visit(VisitKind kind = VisitKind::Full) {
        return VisitModel(desk.ports(), village.household, kind);
    }
    std::string second_infant(const std::string& birth_date) {
        return desk.put("person", R"({"household_id":")" + village.household +
                                      R"(","full_name":"Bayu","is_mother":"0","is_infant":"1",)" +
                                      R"("birth_date":")" + birth_date + R"("})");
    }
};

std::vector<std::string> form_names(const VisitModel& model) {
    std::vector<std::string> types;
    for (const auto& step : model.steps()) {
        types.push_back(step.is_visit ? step.key : step.start.type);
    }
    return types;
}

bool has(const VisitModel& model, const std::string& form) {
    const auto all = form_names(model);
    return std::find(all.begin(), all.end(), form) != all.end();
}

void save(VisitModel& model) {
    model.form().save_clicked();
    REQUIRE(model.form().is_saved());
    model.refresh();
}

void begin(VisitModel& model, const std::string& outcome = "DONE") {
    model.form().choose("visit_type", "KADER_HOME");
    model.form().choose("outcome", outcome);
    save(model);
}

void go_to(VisitModel& model, const std::string& form) {
    for (std::size_t i = 0; i < model.steps().size(); ++i) {
        if (form_names(model)[i] == form) return model.go(i);
    }
    FAIL("no such step");
}

void deny_signs(VisitModel& model) {
    std::vector<std::string> signs;  // an answer builds the parts anew
    for (const auto& section : model.form().sections()) {
        for (const auto* question : section.questions) {
            if (model.form().is_danger_sign(*question)) signs.push_back(question->name);
        }
    }
    for (const std::string& sign : signs) model.form().choose(sign, "0");
}

void check_mother(VisitModel& model, const std::string& sign = "") {
    go_to(model, "mother_check");
    deny_signs(model);
    model.form().choose("asked_alone", "0");
    if (!sign.empty()) model.form().choose(sign, "1");
    save(model);
}

}  // namespace

TEST_CASE("a visit begins with who is met; the order of the rest follows") {
    AtWork work;
    VisitModel model = work.visit();
    CHECK(form_names(model) == std::vector<std::string>{"visit"});
    begin(model);
    CHECK(form_names(model) == std::vector<std::string>{"visit", "consent", "mother_check",
                                                        "infant_check", "feeding_recall",
                                                        "massage_teaching", "ending"});
    CHECK(model.steps()[model.at()].start.type == "consent");  // opened by itself
}

TEST_CASE("each live infant has its own steps under its own name; a dead one has none") {
    AtWork work;
    const std::string twin = work.second_infant("2026-02-12");
    VisitModel model = work.visit();
    begin(model);
    const auto all = form_names(model);
    CHECK(std::count(all.begin(), all.end(), "infant_check") == 2);
    work.desk.change(twin, R"({"vital_status":"DEAD"})");
    VisitModel again = work.visit();
    const auto left = form_names(again);
    CHECK(std::count(left.begin(), left.end(), "infant_check") == 1);
    CHECK(std::count(left.begin(), left.end(), "feeding_recall") == 1);
}

TEST_CASE("the food of yesterday is asked about until two years") {
    AtWork work;
    work.desk.change(work.village.infant, R"({"birth_date":"2024-03-01"})");
    VisitModel model = work.visit();
    begin(model);
    CHECK(has(model, "infant_check"));
    CHECK_FALSE(has(model, "feeding_recall"));
}

TEST_CASE("after a stillbirth the mother is cared for, and nothing is asked about milk or growth") {
    AtWork work;
    work.desk.change(work.village.mother, R"({"live_infants":"0"})");
    work.desk.change(work.village.infant, R"({"vital_status":"DEAD"})");
    VisitModel model = work.visit();
    begin(model);
    CHECK(has(model, "mother_check"));
    for (const char* form : {"infant_check", "feeding_recall", "massage_teaching"}) {
        CHECK_FALSE(has(model, form));
    }
    CHECK_FALSE(model.gentle_words().empty());
}

TEST_CASE("a baby with her grandmother: the mother is asked nothing") {
    AtWork work;
    VisitModel model = work.visit();
    model.form().toggle("persons_seen", work.village.infant);
    begin(model);
    CHECK_FALSE(has(model, "mother_check"));
    CHECK_FALSE(has(model, "massage_teaching"));
    CHECK(has(model, "infant_check"));
    CHECK(has(model, "consent"));  // a guardian's, for the baby
}

TEST_CASE("an empty house ends at once, with the day to try again") {
    AtWork work;
    VisitModel model = work.visit();
    model.form().typed("next_visit_date").text = "6-3-2026";
    model.form().typed_changed("next_visit_date");
    begin(model, "NOT_HOME");
    CHECK(model.is_at_end());
    CHECK(form_names(model) == std::vector<std::string>{"visit"});
    CHECK_FALSE(model.is_met_at_all());
    REQUIRE_FALSE(model.next().empty());
    CHECK(model.next().front().title == "Coba lagi");
    CHECK(model.next().front().when == "Jumat, 6 Maret 2026");
}

TEST_CASE("consent that stands is not asked for again; withdrawn, it is") {
    AtWork work;
    work.desk.clock.advance_ms(-86400000LL * 10);
    const std::string consent = work.desk.put(
        "consent", R"({"person_id":")" + work.village.mother +
                       R"(","scopes":"CARE TOUCH","given_at":"2026-02-20T10:00:00+07:00"})");
    work.desk.clock.advance_ms(86400000LL * 10);
    VisitModel model = work.visit();
    begin(model);
    const Desk& desk = work.desk;
    const bool is_asked = has(model, "consent");
    // The desk dates a record without a day of its own today: then the step shows as done.
    if (is_asked) CHECK(model.steps()[1].state == StepState::Done);
    CHECK(desk.find(consent) != nullptr);
    work.desk.change(consent, R"({"withdrawn":"1","withdraw_scope":"TOUCH"})");
    VisitModel again = work.visit();
    CHECK(has(again, "consent"));
    CHECK_FALSE(has(again, "massage_teaching"));  // she does not want to be touched
}

TEST_CASE("a sign that does not wait brings the referral next and takes the massage away") {
    AtWork work;
    VisitModel model = work.visit();
    begin(model);
    CHECK(has(model, "massage_teaching"));
    check_mother(model, "ds_mds01");
    CHECK(model.steps()[model.at()].start.type == "referral");
    CHECK_FALSE(has(model, "massage_teaching"));
    CHECK(model.danger_signs() == 1);
}

TEST_CASE("the massage is taught, then asked about; a mother who said no is not reminded") {
    AtWork work;
    const std::string earlier = work.desk.put(
        "visit", R"({"household_id":")" + work.village.household + R"(","mother_id":")" +
                     work.village.mother +
                     R"(","started_at":"2026-03-01T09:00:00+07:00","outcome":"DONE"})");
    const auto taught = [&](const std::string& said) {
        work.desk.put("massage_teaching",
                      R"({"visit_id":")" + earlier + R"(","mother_id":")" + work.village.mother +
                          R"(","started_at":"2026-03-01T09:20:00+07:00",)" + said + "}");
    };
    const auto asked = [&] {
        VisitModel model = work.visit();
        begin(model);
        const bool teaches = has(model, "massage_teaching"), asks = has(model, "massage_session");
        return std::pair(teaches, asks);
    };
    SUBCASE("nobody spoke of it yet") {
        CHECK(asked() == std::pair(true, false));
    }
    SUBCASE("held back because of a sign: it was not taught") {
        taught(R"("safety_result":"STOP","safety_reasons":"MDS16 XC01")");
        CHECK(asked() == std::pair(true, false));
    }
    SUBCASE("her no") {
        taught(R"("safety_result":"STOP","safety_reasons":"XC02","consent_touch":"0")");
        CHECK(asked() == std::pair(false, false));
    }
    SUBCASE("taught") {
        taught(R"("safety_result":"GO","return_demo":"1","consent_touch":"1")");
        CHECK(asked() == std::pair(false, true));
    }
}

TEST_CASE("what is passed over is said so, stays so after a crash, and can be come back to") {
    AtWork work;
    {
        VisitModel model = work.visit();
        begin(model);
        CHECK(model.may_pass_over());
        model.pass_over();  // the consent
        CHECK(model.steps()[model.at()].start.type == "mother_check");
        CHECK(model.steps()[1].state == StepState::PassedOver);
    }  // the window is gone
    VisitModel again = work.visit();
    CHECK(again.steps()[1].state == StepState::PassedOver);
    CHECK(again.steps()[again.at()].start.type == "mother_check");
    again.go(1);
    CHECK(again.form().start().type == "consent");
    CHECK_FALSE(again.is_at_end());
}

TEST_CASE("after a crash the visit goes on with the answers that were begun") {
    AtWork work;
    {
        VisitModel model = work.visit();
        begin(model);
        go_to(model, "infant_check");
        model.form().choose("location", "HOME");
    }
    VisitModel again = work.visit();
    CHECK(again.form().start().type == "infant_check");
    CHECK(again.form().answer("location") == "HOME");
    CHECK(again.steps()[again.at()].state == StepState::Begun);
}

TEST_CASE("the visit itself cannot be passed over, and a saved step not either") {
    AtWork work;
    VisitModel model = work.visit();
    CHECK_FALSE(model.may_pass_over());
    begin(model);
    check_mother(model);
    go_to(model, "mother_check");
    CHECK_FALSE(model.may_pass_over());
}

TEST_CASE("the end sums up what was recorded for whom and when the next visit is") {
    AtWork work;
    VisitModel model = work.visit();
    begin(model);
    check_mother(model);
    go_to(model, "ending");
    CHECK(model.form().answer("ended_at") == "2026-03-05T09:30:00+07:00");
    model.form().typed("next_visit_date").text = "12-3-2026";
    model.form().typed_changed("next_visit_date");
    save(model);
    model.go_to_end();
    const auto told = model.told();
    REQUIRE(told.size() == 7);
    CHECK(told[2].state == StepState::Done);
    CHECK(told[2].who == "Siti Aminah");
    CHECK(told[3].state == StepState::Todo);
    CHECK_FALSE(told[2].is_sent);  // only the server says so
    REQUIRE(model.next().size() == 3);
    CHECK(model.next()[0].when == "Kamis, 12 Maret 2026");
    CHECK(model.next()[1].is_overdue);
}

TEST_CASE(
    "only for the register: the visit and the food of yesterday, and it can become a whole one") {
    AtWork work;
    VisitModel model = work.visit(VisitKind::Register);
    CHECK(model.form().sections().size() == 1);
    begin(model);
    CHECK(form_names(model) == std::vector<std::string>{"visit", "feeding_recall", "ending"});
    VisitModel again = work.visit(VisitKind::Full);  // after a crash it is still the short one
    CHECK(again.is_short());
    again.make_full();
    CHECK(has(again, "mother_check"));
}

TEST_CASE("for the register alone a visit takes 27 presses: within half a minute") {
    AtWork work;
    VisitModel model = work.visit(VisitKind::Register);
    int presses = 1;  // "Catat untuk register"
    const auto press = [&](const auto& does) {
        does();
        ++presses;
    };
    press([&] { model.form().choose("visit_type", "KADER_HOME"); });
    press([&] { model.form().choose("outcome", "DONE"); });
    press([&] { save(model); });
    REQUIRE(model.form().start().type == "feeding_recall");
    press([&] { model.form().choose("respondent", "MOTHER"); });
    press([&] {  // "Kemarin"
        model.form().typed("recall_date").text = "04-03-2026";
        model.form().typed_changed("recall_date");
    });
    while (!model.form().is_last()) {
        while (model.form().current() != nullptr) {
            const bool is_milk = model.form().current()->name.starts_with("bf_");
            press([&] { model.form().answer_current(is_milk ? "1" : "0"); });
        }
        press([&] { model.form().next(); });
    }
    while (model.form().current() != nullptr) press([&] { model.form().answer_current("0"); });
    press([&] { save(model); });
    CHECK(model.steps()[1].state == StepState::Done);
    CHECK(presses == 27);
}
