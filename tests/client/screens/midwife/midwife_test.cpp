// The midwife's page, and the minute of counting breaths.
#include "client/screens/midwife/midwife_model.h"
#include "client/screens/record/record_form_model.h"
#include "client/screens/tools/breath_model.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

namespace {

using care::Urgency;
using desk::Desk;
using namespace screens;

constexpr std::int64_t kMinute = 60LL * 1000;

ReferralRow row(const std::string& id, Urgency urgency, std::int64_t minutes_ago) {
    ReferralRow made;
    made.id = id;
    made.person_name = "Siti Aminah";
    made.urgency = urgency;
    made.reasons = {"MDS01"};
    made.raised_at = {desk::thursday().unix_ms - minutes_ago * kMinute};
    return made;
}

MotherRow mother(const std::string& id, const std::string& name) {
    MotherRow made;
    made.id = id;
    made.name = name;
    return made;
}

void pass(Desk& desk, std::int64_t ms) {
    desk.clock.set({desk.clock.now().unix_ms + ms});
}

}  // namespace

TEST_CASE("referrals wait in the order of urgency, then of waiting; answered ones stand apart") {
    Desk desk;
    ReferralRow done = row("done", Urgency::RedNow, 500);
    done.outcome = "ADMITTED";
    ReferralRow refused = row("refused", Urgency::RedToday, 60);
    refused.outcome = "REFUSED";
    desk.referrals.rows = {row("watch", Urgency::Yellow, 900), row("new", Urgency::RedNow, 5), done,
                           row("old", Urgency::RedNow, 200), refused};
    MidwifeModel model(desk.ports());
    model.refresh();
    std::vector<std::string> order;
    for (const ReferralRow& each : model.waiting()) order.push_back(each.id);
    CHECK(order == std::vector<std::string>{"old", "new", "refused", "watch"});
    REQUIRE(model.answered().size() == 1);
    CHECK(model.answered()[0].id == "done");
}

TEST_CASE("a referral of somebody who is not on this laptop yet waits all the same, and says so") {
    Desk desk;
    ReferralRow nobody = row("nobody", Urgency::RedNow, 5);
    nobody.person_name.clear();
    desk.referrals.rows = {nobody};
    MidwifeModel model(desk.ports());
    model.refresh();
    REQUIRE(model.waiting().size() == 1);
    CHECK(model.title(model.waiting()[0]) == "Nama belum ada di laptop ini");
    CHECK_FALSE(model.reasons(model.waiting()[0]).empty());
}

TEST_CASE("how long a referral waits, and when that is too long") {
    struct Case {
        Urgency urgency;
        std::int64_t minutes;
        const char* words;
        bool is_late;
    };
    const Case cases[] = {{Urgency::RedNow, 25, "menunggu 25 menit", false},
                          {Urgency::RedNow, 61, "menunggu 1 jam", true},
                          {Urgency::RedToday, 3 * 60, "menunggu 3 jam", false},
                          {Urgency::RedToday, 30 * 60, "menunggu 30 jam", true},
                          {Urgency::Yellow, 47 * 60, "menunggu 47 jam", false},
                          {Urgency::Yellow, 73 * 60, "menunggu 3 hari", true},
                          {Urgency::RedNow, -600, "menunggu 0 menit", false}};
    Desk desk;
    const MidwifeModel model(desk.ports());
    for (const Case& each : cases) {
        const ReferralRow waiting = row("r", each.urgency, each.minutes);
        CHECK(model.waited(waiting) == each.words);
        CHECK(model.is_late(waiting) == each.is_late);
    }
}

TEST_CASE("mothers are found by what the midwife asks for; births by their day") {
    Desk desk;
    const Date today = desk.ports().today();
    MotherRow nifas = mother("a", "Ani");
    nifas.last_birth = base::add_days(today, -12);
    MotherRow later = mother("b", "Budi");
    later.last_birth = base::add_days(today, -43);
    later.has_danger_sign = true;
    MotherRow far = mother("c", "Citra");
    far.is_pregnant = true;
    far.expected = base::add_days(today, 40);
    MotherRow over = far;
    over.id = "d";
    over.expected = base::add_days(today, -5);
    MotherRow unknown = far;
    unknown.id = "e";
    unknown.expected.reset();
    desk.referrals.mother_rows = {nifas, later, far, unknown, over};
    MidwifeModel model(desk.ports());
    model.refresh();
    CHECK(model.count(MidwifeModel::Whom::All) == 5);
    CHECK(model.count(MidwifeModel::Whom::Postpartum) == 1);
    CHECK(model.count(MidwifeModel::Whom::Pregnant) == 3);
    CHECK(model.count(MidwifeModel::Whom::Worrying) == 1);
    model.show(MidwifeModel::Whom::Postpartum);
    REQUIRE(model.mothers().size() == 1);
    CHECK(model.about(model.mothers()[0]) == "nifas hari ke-12");
    std::vector<std::string> order;
    for (const MotherRow& each : model.births()) order.push_back(each.id);
    CHECK(order == std::vector<std::string>{"d", "c", "e"});
    CHECK(model.expected(over) == "HPL 28 Feb 2026, lewat 5 hari");
    CHECK(model.expected(unknown) == "hamil, HPL belum diketahui");
}

TEST_CASE("a contact of her own is DIRECT, with her as the officer") {
    Desk desk;
    const desk::Village village = desk::settle(desk);
    desk.role = "BIDAN";
    MidwifeModel model(desk.ports());
    MotherRow pressed = mother(village.mother, "Siti Aminah");
    pressed.family = village.household;
    model.mother_pressed(pressed);
    REQUIRE(model.contacts().size() == 2);
    CHECK(model.contacts()[1].text == "Catat KN: Aisyah Putri");
    const FormStart start = model.contact(village.infant);
    CHECK(start.known.text("source") == "DIRECT");
    CHECK(start.known.text("officer") == "Bu Sri Wahyuni");
    CHECK(start.known.text("person_id") == village.infant);
    CHECK(start.known.text("birth_event_id") == village.birth);
    CHECK_FALSE(start.known.has("code"));
}

TEST_CASE("a midwife is asked for blood pressure and fundus, a cadre is not") {
    for (const char* role : {"KADER", "BIDAN"}) {
        Desk desk;
        const desk::Village village = desk::settle(desk);
        FormStart start;
        start.type = "mother_check";
        start.family = village.household;
        start.known.set("mother_id", village.mother);
        start.known.set("birth_event_id", village.birth);
        start.known.set(
            "visit_id",
            desk.put("visit",
                     R"({"household_id":")" + village.household +
                         R"(","started_at":"2026-02-20T09:00:00+07:00","provider_role":")" + role +
                         R"(","outcome":"DONE"})"));
        const RecordFormModel form(desk.ports(), start);
        bool asks_pressure = false, asks_fundus = false, asks_hiv = false;
        for (const auto& section : form.sections()) {
            for (const forms::Question* question : section.questions) {
                asks_pressure = asks_pressure || question->name == "bp_sys";
                asks_fundus = asks_fundus || question->name == "fundal_height";
                asks_hiv = asks_hiv || form.label(*question).find("HIV") != std::string::npos;
            }
        }
        const bool is_midwife = std::string(role) == "BIDAN";
        CHECK(asks_pressure == is_midwife);
        CHECK(asks_fundus == is_midwife);
        CHECK_FALSE(asks_hiv);
    }
}

TEST_CASE("breaths are counted for one minute from the first press, and not after it") {
    Desk desk;
    BreathModel model(desk.clock);
    CHECK(model.state() == BreathModel::State::Ready);
    CHECK(model.seconds_left() == 60);
    for (int i = 0; i < 45; ++i) {
        model.breath();
        pass(desk, 1000);
    }
    CHECK(model.seconds_left() == 15);
    pass(desk, 14999);
    model.breath();
    pass(desk, 1);
    model.breath();  // too late
    CHECK(model.state() == BreathModel::State::Done);
    CHECK(model.count() == 46);
    CHECK_FALSE(model.is_fast());
    model.again();
    CHECK(model.count() == 0);
    CHECK(model.state() == BreathModel::State::Ready);
}

TEST_CASE("sixty and more is called fast, 59 is not, and neither is a diagnosis") {
    for (const int breaths : {59, 60, 71}) {
        Desk desk;
        BreathModel model(desk.clock);
        for (int i = 0; i < breaths; ++i) model.breath();
        pass(desk, 60000);
        CHECK_FALSE(model.tick());
        CHECK(model.is_fast() == (breaths >= 60));
        CHECK_FALSE(model.result().empty());
    }
}

TEST_CASE("counted breaths become the answer only when she takes them, and tick no sign") {
    Desk desk;
    const desk::Village village = desk::settle(desk);
    FormStart start;
    start.type = "infant_check";
    start.family = village.household;
    start.known.set("infant_id", village.infant);
    RecordFormModel form(desk.ports(), start);
    for (const bool is_taken : {false, true}) {
        form.count_breaths_clicked();
        for (int i = 0; i < 64; ++i) form.breaths()->breath();
        form.breaths_taken();  // too early
        CHECK_FALSE(form.all_answers().has("resp_rate"));
        pass(desk, 60000);
        form.breaths()->tick();
        is_taken ? form.breaths_taken() : form.breaths_left();
        CHECK(form.breaths() == nullptr);
        CHECK(form.answer("resp_rate") == (is_taken ? "64" : ""));
    }
    CHECK_FALSE(form.all_answers().has("ds_ids03"));
}

TEST_CASE("a clock set back begins the minute anew") {
    Desk desk;
    BreathModel model(desk.clock);
    model.breath();
    pass(desk, -3600000);
    CHECK(model.tick());
    CHECK(model.seconds_left() == 60);
    CHECK(model.count() == 0);
}
