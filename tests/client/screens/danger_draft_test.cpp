// A danger sign in a check that was begun and left, by her or by a laptop that went out: nothing
// hides it until a referral answers it.
#include "client/screens/danger/danger_watch.h"
#include "client/screens/massage/teaching_model.h"
#include "client/screens/quick/quick_row.h"
#include "client/screens/record/kept_drafts.h"
#include "client/screens/record/visit_model.h"
#include "tests/client/screens/danger_house.h"

#include <doctest/doctest.h>

using namespace danger_house;

namespace {

struct Begun : House {
    std::string visit_id = visit();

    Draft begin(const std::string& type, const std::string& sign) {
        Draft draft;
        draft.id = desk.new_draft_id();
        draft.type = type;
        draft.family = village.household;
        draft.answers = check_start(type, visit_id).known;
        if (!sign.empty()) draft.answers.set(sign, "1");
        draft.saved_at = desk.clock.now();
        REQUIRE(desk.put_draft(draft).ok());
        return draft;
    }
    std::size_t step_of(const VisitModel& model, const std::string& type) {
        for (std::size_t i = 0; i < model.steps().size(); ++i) {
            if (model.steps()[i].key.starts_with(type)) return i;
        }
        return model.steps().size();
    }
};

}  // namespace

TEST_CASE("a draft with a danger sign stands first and says so, until a referral names the sign") {
    Begun house;
    house.begin("infant_check", "");
    const Draft grave = house.begin("mother_check", "ds_mds01");
    KeptDrafts drafts(house.desk.ports());
    REQUIRE(drafts.all().size() == 2);
    CHECK(drafts.all()[0].id == grave.id);
    REQUIRE(drafts.alarms(drafts.all()[0]).size() == 1);
    CHECK(drafts.alarms(drafts.all()[0]).front().urgency == care::Urgency::RedNow);
    CHECK(drafts.alarms(drafts.all()[1]).empty());
    house.refer(house.village.mother, house.visit_id, "MDS01");
    drafts.read();
    for (const Draft& draft : drafts.all()) CHECK(drafts.alarms(draft).empty());
}

TEST_CASE("a fever that was measured counts in a draft as in a saved check") {
    Begun house;
    Draft draft = house.begin("mother_check", "");
    draft.answers.set_number("temp_c", 39.2);
    REQUIRE(house.desk.put_draft(draft).ok());
    const auto alarms = begun_alarms(house.desk.ports(), house.family(), draft);
    REQUIRE(alarms.size() == 1);
    CHECK(alarms.front().urgency == care::Urgency::RedToday);
}

TEST_CASE("a sign in a half row of quick entry alarms as one in a check does") {
    Begun house;
    QuickRow row;
    row.visit = house.desk.new_draft_id();
    row.day = "4-3";
    row.household = house.village.household;
    row.infant = house.village.infant;
    row.mother_met = "1";
    row.infant_check.set("ds_ids02", "1");
    row.mother_check.set("ds_mds10", "1");
    row.temp = "38,2";
    Draft draft;
    draft.id = row.visit;
    draft.type = kQuickDraft;
    draft.family = row.household;
    draft.answers = to_draft(row);
    draft.saved_at = house.desk.clock.now();
    REQUIRE(house.desk.put_draft(draft).ok());
    KeptDrafts drafts(house.desk.ports());
    REQUIRE(drafts.all().size() == 1);
    const auto alarms = drafts.alarms(drafts.all().front());
    REQUIRE(alarms.size() == 2);
    CHECK(alarms[0].person == house.village.infant);
    CHECK(alarms[0].urgency == care::Urgency::RedNow);
    CHECK(alarms[0].signs.size() == 2);  // the measured fever too
    CHECK(alarms[1].person == house.village.mother);
    DangerWatch watch(house.desk.ports());
    watch.follow(nullptr, house.village.household);
    CHECK(watch.alarms().size() == 2);
    house.refer(house.village.infant, "", "IDS02 IDS06");
    drafts.read();
    REQUIRE(drafts.alarms(drafts.all().front()).size() == 1);
    CHECK(drafts.alarms(drafts.all().front()).front().person == house.village.mother);
}

TEST_CASE("a sign told before a massage alarms while the teaching is only begun") {
    Begun house;
    TeachingStart start;
    start.family = house.village.household;
    start.mother = house.village.mother;
    start.draft = house.desk.new_draft_id();
    TeachingModel teaching(house.desk.ports(), start);
    teaching.safety().answered("MDS01", "1");
    teaching.safety_answered();
    KeptDrafts drafts(house.desk.ports());
    REQUIRE(drafts.all().size() == 1);
    const auto alarms = drafts.alarms(drafts.all().front());
    REQUIRE(alarms.size() == 1);
    CHECK(alarms.front().person == house.village.mother);
    CHECK(alarms.front().visit == house.visit_id);
    CHECK(alarms.front().urgency == care::Urgency::RedNow);
    DangerWatch watch(house.desk.ports());
    watch.follow(nullptr, house.village.household);
    CHECK(watch.alarm() != nullptr);
    DangerWatch own(house.desk.ports());  // its own page says it in full already
    own.leave_out(start.draft);
    own.follow(nullptr, house.village.household);
    CHECK(own.alarm() == nullptr);
    house.refer(house.village.mother, house.visit_id, "MDS01");
    drafts.read();
    CHECK(drafts.alarms(drafts.all().front()).empty());
}

TEST_CASE("the family's page keeps the band of a sign whose check was only begun") {
    Begun house;
    house.begin("mother_check", "ds_mds01");
    DangerWatch watch(house.desk.ports());
    watch.follow(nullptr, house.village.household);
    REQUIRE(watch.alarm() != nullptr);
    CHECK(watch.alarm()->person == house.village.mother);
    CHECK_FALSE(watch.is_taken_over());
}

TEST_CASE("a step in which a sign was answered cannot be passed over as not asked") {
    Begun house;
    house.begin("mother_check", "ds_mds01");
    VisitModel model(house.desk.ports(), house.village.household, VisitKind::Full);
    REQUIRE(model.steps()[model.at()].key.starts_with("mother_check"));
    CHECK_FALSE(model.may_pass_over());
    model.pass_over();
    CHECK(model.steps()[model.at()].key.starts_with("mother_check"));
}

TEST_CASE("what was begun and then passed over is opened again by its own draft") {
    Begun house;
    house.begin("mother_check", "");
    {
        VisitModel model(house.desk.ports(), house.village.household, VisitKind::Full);
        REQUIRE(model.may_pass_over());
        model.pass_over();
        CHECK_FALSE(model.steps()[model.at()].key.starts_with("mother_check"));
    }
    VisitModel again(house.desk.ports(), house.village.household, VisitKind::Full);
    CHECK(again.steps()[again.at()].key.starts_with("mother_check"));
    CHECK(again.steps()[house.step_of(again, "mother_check")].state == StepState::Begun);
}
