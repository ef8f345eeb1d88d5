// A danger sign in a check that was begun and left, by her or by a laptop that went out: nothing
// hides it until a referral answers it.
#include "client/screens/danger/danger_watch.h"
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
    REQUIRE(drafts.alarm(drafts.all()[0]) != nullptr);
    CHECK(drafts.alarm(drafts.all()[0])->urgency == care::Urgency::RedNow);
    CHECK(drafts.alarm(drafts.all()[1]) == nullptr);
    house.refer(house.village.mother, house.visit_id, "MDS01");
    drafts.read();
    for (const Draft& draft : drafts.all()) CHECK(drafts.alarm(draft) == nullptr);
}

TEST_CASE("a fever that was measured counts in a draft as in a saved check") {
    Begun house;
    Draft draft = house.begin("mother_check", "");
    draft.answers.set_number("temp_c", 39.2);
    REQUIRE(house.desk.put_draft(draft).ok());
    const auto alarm = begun_alarm(house.family(), draft, house.desk.ports().today());
    REQUIRE(alarm.has_value());
    CHECK(alarm->urgency == care::Urgency::RedToday);
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
