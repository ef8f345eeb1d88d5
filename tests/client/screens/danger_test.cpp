// When a danger sign stands, and what answers it.
#include "client/screens/danger/danger_watch.h"
#include "tests/client/screens/danger_house.h"

#include <doctest/doctest.h>

namespace {

using care::MassageAction;
using care::Urgency;
using danger_house::House;
using namespace screens;

// To the part that asks about danger signs.
void go_to_signs(RecordFormModel& form, const std::string& sign) {
    for (std::size_t i = 0; i < form.sections().size(); ++i) {
        for (const forms::Question* question : form.sections()[i].questions) {
            if (question->name == sign) return form.go(i);
        }
    }
    FAIL("the form does not ask " << sign);
}

}  // namespace

TEST_CASE("a sign stands until a referral of that person names it") {
    struct Case {
        const char* what;
        const char* signs;
        const char* referred;  // reasons; "": none
        std::size_t left;
    };
    const Case cases[] = {
        {"no sign", R"("ds_mds01":"0")", "", 0},
        {"one sign", R"("ds_mds01":"1")", "", 1},
        {"referred", R"("ds_mds01":"1")", "MDS01", 0},
        {"referred for something else", R"("ds_mds01":"1")", "MDS11", 1},
        {"one of two referred", R"("ds_mds01":"1","ds_mds11":"1")", "MDS01", 1},
        {"both referred", R"("ds_mds01":"1","ds_mds11":"1")", "MDS01 MDS11", 0},
        {"a fever that was measured", R"("temp_c":38.4)", "", 1},
    };
    for (const Case& each : cases) {
        INFO(each.what);
        House house;
        const std::string visit = house.visit();
        house.check("mother_check", visit, each.signs);
        if (*each.referred != '\0') house.refer(house.village.mother, visit, each.referred);
        const auto alarms = house.alarms();
        CHECK((alarms.empty() ? 0 : alarms.front().signs.size()) == each.left);
    }
}

TEST_CASE("a referral of the mother does not answer her baby's sign") {
    House house;
    const std::string visit = house.visit();
    house.check("infant_check", visit, R"("ds_ids01":"1")");
    house.refer(house.village.mother, visit, "IDS01");
    CHECK(house.alarms().size() == 1);
}

TEST_CASE("mother and baby at once: the one for NOW comes first") {
    House house;
    const std::string visit = house.visit();
    house.check("infant_check", visit, R"("ds_ids12":"1")");
    house.check("mother_check", visit, R"("ds_mds01":"1")");
    const auto alarms = house.alarms();
    REQUIRE(alarms.size() == 2);
    CHECK(alarms[0].person == house.village.mother);
    CHECK(alarms[0].urgency == Urgency::RedNow);
    CHECK(alarms[0].massage == MassageAction::Stop);
    CHECK(alarms[1].urgency == Urgency::RedToday);
    CHECK(alarms[1].massage == MassageAction::None);
}

TEST_CASE("a later check without the sign, and a week, end the alarm") {
    House house;
    house.check("mother_check", house.visit("2026-03-03T09:00:00+07:00"), R"("ds_mds01":"1")");
    CHECK(house.alarms().size() == 1);
    house.check("mother_check", house.visit(), R"("ds_mds01":"0")");
    CHECK(house.alarms().empty());

    House old;
    old.desk.clock.set(*base::parse_date_time("2026-02-25T10:00:00+07:00"));
    old.check("mother_check", old.visit("2026-02-25T09:00:00+07:00"), R"("ds_mds01":"1")");
    old.desk.clock.set(desk::thursday());
    CHECK(old.alarms().empty());
}

TEST_CASE(
    "a sign told while the clock was behind stands, for its record cannot be older than she") {
    House house;
    house.desk.clock.set(*base::parse_date_time("2010-01-02T10:00:00+07:00"));
    const std::string visit = house.visit("2010-01-02T10:00:00+07:00");
    house.check("mother_check", visit, R"("ds_mds01":"1")");
    house.desk.clock.set(desk::thursday());
    house.desk.clock.advance_ms(20LL * 24 * 60 * 60 * 1000);
    const auto stop = [&house] {
        return massage_stop(house.family(), house.village.mother, house.desk.ports().today());
    };
    REQUIRE(house.alarms().size() == 1);
    CHECK(house.alarms().front().codes() == std::vector<std::string>{"MDS01"});
    CHECK(stop().action == MassageAction::Stop);
    SUBCASE("though a check of some day before has no sign: nobody knows which was first") {
        house.desk.clock.advance_ms(-10LL * 24 * 60 * 60 * 1000);
        house.check("mother_check", house.visit("2026-03-15T09:00:00+07:00"), R"("ds_mds01":"0")");
        house.desk.clock.advance_ms(10LL * 24 * 60 * 60 * 1000);
        CHECK(house.alarms().size() == 1);
        CHECK(stop().action == MassageAction::Stop);
    }
    SUBCASE("until a referral answers it") {
        house.refer(house.village.mother, visit, "MDS01");
        CHECK(house.alarms().empty());
    }
}

TEST_CASE("a red sign copied from an old paper stands, and stops the massage") {
    House house;
    const auto stop = [&house] {
        return massage_stop(house.family(), house.village.mother, house.desk.ports().today());
    };
    house.check("mother_check", house.visit("2026-02-20T09:00:00+07:00"),
                R"("ds_mds01":"1","ds_mds26":"1")");  // one red, one to watch
    auto alarms = house.alarms();
    REQUIRE(alarms.size() == 1);
    CHECK(alarms.front().codes() == std::vector<std::string>{"MDS01"});
    CHECK(alarms.front().urgency == Urgency::RedNow);
    CHECK(stop().action == MassageAction::Stop);
    SUBCASE("until a referral names it") {
        house.refer(house.village.mother, "", "MDS01");
        CHECK(house.alarms().empty());
    }
    SUBCASE("until a check of a later day is without it, also of one long past") {
        house.desk.clock.set(*base::parse_date_time("2026-02-21T10:00:00+07:00"));
        house.check("mother_check", house.visit("2026-02-21T09:00:00+07:00"), R"("ds_mds01":"0")");
        house.desk.clock.set(desk::thursday());
        CHECK(house.alarms().empty());
        CHECK(stop().action == MassageAction::None);
    }
    SUBCASE("for a week from when it was copied") {
        house.desk.clock.advance_ms(8LL * 24 * 60 * 60 * 1000);
        CHECK(house.alarms().empty());
    }
}

TEST_CASE("a check written while the clock was ahead hides no sign, and its own are seen") {
    House house;
    house.check("mother_check", house.visit("2026-03-04T09:00:00+07:00"), R"("ds_mds01":"1")");
    house.check("mother_check", house.visit("2026-04-20T09:00:00+07:00"),
                R"("ds_mds01":"0","ds_mds11":"1")");
    const auto alarms = house.alarms();
    REQUIRE(alarms.size() == 1);
    CHECK(alarms.front().signs.size() == 2);
    const auto stop =
        massage_stop(house.family(), house.village.mother, house.desk.ports().today());
    CHECK(stop.action == MassageAction::Stop);
}

TEST_CASE("what was told in private stands on no screen") {
    House house;
    house.check("mother_check", house.visit(), R"("ds_mds23":"1","ds_mds25":"1")");
    const auto alarms = house.alarms();
    REQUIRE(alarms.size() == 1);
    CHECK(sign_words(alarms[0].signs) ==
          std::vector<std::string>{"Hal lain, disampaikan langsung kepada bidan"});
}

TEST_CASE("a sign for NOW takes the page over at the press; the questions go on below") {
    House house;
    RecordFormModel form(house.desk.ports(), house.check_start("mother_check", house.visit()));
    DangerWatch watch(house.desk.ports());
    go_to_signs(form, "ds_mds01");
    watch.follow(&form, house.village.household);
    CHECK_FALSE(watch.is_taken_over());
    form.choose("ds_mds01", "1");
    watch.follow(&form, house.village.household);
    REQUIRE(watch.is_taken_over());
    CHECK(watch.first_line(*watch.alarm()) == "SEKARANG JUGA ke puskesmas atau rumah sakit");
    CHECK(watch.who(*watch.alarm()) == "Ibu: Siti Aminah");
    watch.go_on();
    form.choose("ds_mds02", "0");
    watch.follow(&form, house.village.household);
    CHECK_FALSE(watch.is_taken_over());
    REQUIRE(watch.alarm() != nullptr);  // as a band
    form.choose("ds_mds03", "1");       // another one for NOW
    watch.follow(&form, house.village.household);
    CHECK(watch.is_taken_over());
    CHECK(form.answer("ds_mds02") == "0");
}

TEST_CASE("a sign for today, or to watch, takes over when she leaves those questions") {
    for (const char* sign : {"ds_mds16", "ds_mds19"}) {
        INFO(sign);
        House house;
        RecordFormModel form(house.desk.ports(), house.check_start("mother_check", house.visit()));
        DangerWatch watch(house.desk.ports());
        go_to_signs(form, sign);
        watch.follow(&form, house.village.household);
        form.choose(sign, "1");
        watch.follow(&form, house.village.household);
        CHECK_FALSE(watch.is_taken_over());
        form.next();
        watch.follow(&form, house.village.household);
        CHECK(watch.is_taken_over());
    }
}

TEST_CASE("a sign that was taken back takes nothing over") {
    House house;
    RecordFormModel form(house.desk.ports(), house.check_start("mother_check", house.visit()));
    DangerWatch watch(house.desk.ports());
    go_to_signs(form, "ds_mds16");
    watch.follow(&form, house.village.household);
    form.choose("ds_mds16", "1");
    form.choose("ds_mds16", "0");
    form.next();
    watch.follow(&form, house.village.household);
    CHECK(watch.alarm() == nullptr);
    CHECK_FALSE(watch.is_taken_over());
}

TEST_CASE("what stood before the page was opened is a band, not a surprise") {
    House house;
    const std::string visit = house.visit();
    house.check("mother_check", visit, R"("ds_mds01":"1")");
    DangerWatch watch(house.desk.ports());
    watch.follow(nullptr, house.village.household);
    CHECK_FALSE(watch.is_taken_over());
    REQUIRE(watch.alarm() != nullptr);
    watch.show_again();
    CHECK(watch.is_taken_over());
}

TEST_CASE("a correction of an earlier day's check alarms nobody") {
    House house;
    const std::string visit = house.visit("2026-02-20T10:00:00+07:00");
    house.desk.clock.set(*base::parse_date_time("2026-02-20T10:30:00+07:00"));
    const std::string check = house.check("mother_check", visit, R"("ds_mds01":"1")");
    house.desk.clock.set(desk::thursday());
    FormStart start = house.check_start("mother_check", visit);
    start.record = check;
    RecordFormModel form(house.desk.ports(), start);
    DangerWatch watch(house.desk.ports());
    watch.follow(&form, house.village.household);
    CHECK(watch.alarm() == nullptr);
}

TEST_CASE("the referral knows whom, which visit and which signs, and judges nothing more") {
    House house;
    const std::string visit = house.visit();
    house.check("mother_check", visit, R"("ds_mds01":"1","ds_mds11":"1")");
    DangerWatch watch(house.desk.ports());
    watch.follow(nullptr, house.village.household);
    const FormStart start = watch.referral();
    CHECK(start.type == "referral");
    CHECK(start.known.text("person_id") == house.village.mother);
    CHECK(start.known.text("visit_id") == visit);
    CHECK(start.known.text("reasons") == "MDS01 MDS11");
    CHECK(start.known.text("urgency") == "MERAH_SEKARANG");
    CHECK(start.known.text("massage_withheld") == "1");
    for (const char* field : {"outcome", "notified_role", "notified_at", "transport", "feedback",
                              "companion_relation", "arrived_at", "referred_to_text"}) {
        CHECK_FALSE(start.known.has(field));
    }
}

TEST_CASE(
    "a family that refuses is written down with its reason, still waits, and ends the alarm") {
    House house;
    const std::string visit = house.visit();
    house.check("mother_check", visit, R"("ds_mds01":"1")");
    DangerWatch watch(house.desk.ports());
    watch.follow(nullptr, house.village.household);
    watch.refuse_clicked();
    watch.refuse_confirmed();
    CHECK(house.desk.saves.empty());  // not without a reason
    watch.refusal() = "  menunggu suami pulang ";
    house.desk.disk_refuses = base::ErrorCode::DiskFull;
    watch.refuse_confirmed();
    CHECK_FALSE(watch.trouble().empty());
    CHECK(watch.is_refusing());
    house.desk.disk_refuses.reset();
    watch.refuse_confirmed();
    REQUIRE(house.desk.saves.size() == 1);
    const Fields& saved = house.desk.saves[0].answers;
    CHECK(saved.text("outcome") == "REFUSED");
    CHECK(saved.text("refusal_reason") == "menunggu suami pulang");
    CHECK(saved.text("reasons") == "MDS01");
    CHECK_FALSE(saved.has("closed_at"));
    watch.follow(nullptr, house.village.household);
    CHECK(watch.alarm() == nullptr);
}

TEST_CASE("the steps are those of the urgency and the massage, and no more") {
    struct Case {
        const char* type;
        const char* sign;
        bool is_now, is_day, lies_down, massage_waits;
    };
    const Case cases[] = {{"mother_check", "ds_mds01", true, false, true, true},
                          {"mother_check", "ds_mds02", true, false, false, true},
                          {"mother_check", "ds_mds11", false, true, false, true},
                          {"mother_check", "ds_mds16", false, true, false, true},
                          {"infant_check", "ds_ids01", true, false, false, false},
                          {"infant_check", "ds_ids21", false, false, false, false}};
    for (const Case& each : cases) {
        INFO(each.sign);
        House house;
        house.check(each.type, house.visit(), "\"" + std::string(each.sign) + R"(":"1")");
        DangerWatch watch(house.desk.ports());
        watch.follow(nullptr, house.village.household);
        const auto steps = watch.steps(*watch.alarm());
        const auto says = [&](const std::string& words) {
            return std::any_of(steps.begin(), steps.end(), [&](const std::string& step) {
                return step.find(words) != std::string::npos;
            });
        };
        CHECK(says("Hubungi bidan sekarang") == each.is_now);
        CHECK(says("Hubungi bidan hari ini") == each.is_day);
        CHECK(says("Baringkan ibu") == each.lies_down);
        CHECK(says("dipijat") == each.massage_waits);
        CHECK(says("Buku KIA") == (each.is_now || each.is_day));
    }
}

TEST_CASE("a massage form of a mother with a sign is held; what has happened can be written") {
    struct Case {
        const char* what;
        const char* signs;
        MassageAction action;
    };
    const Case cases[] = {{"none", R"("ds_mds01":"0")", MassageAction::None},
                          {"stop", R"("ds_mds01":"1")", MassageAction::Stop},
                          {"defer", R"("ds_mds16":"1")", MassageAction::Defer},
                          {"caution", R"("ds_mds20":"1")", MassageAction::None},
                          {"both", R"("ds_mds16":"1","ds_mds01":"1")", MassageAction::Stop}};
    for (const Case& each : cases) {
        for (const char* type : {"massage_teaching", "massage_session"}) {
            INFO(each.what << " " << type);
            House house;
            const std::string visit = house.visit();
            house.check("mother_check", visit, each.signs);
            FormStart start;
            start.type = type;
            start.family = house.village.household;
            start.known.set("mother_id", house.village.mother);
            RecordFormModel form(house.desk.ports(), start);
            DangerWatch watch(house.desk.ports());
            watch.follow(&form, house.village.household);
            CHECK(watch.is_massage_held() == (each.action != MassageAction::None));
            if (!watch.is_massage_held()) continue;
            CHECK(watch.massage()->action == each.action);
            CHECK(watch.is_session() == (std::string(type) == "massage_session"));
            watch.massage_read();
            watch.follow(&form, house.village.household);
            CHECK_FALSE(watch.is_massage_held());
            CHECK(watch.massage() != nullptr);  // it stays said
        }
    }
}

TEST_CASE("an open referral that withholds the massage holds it; an answered one does not") {
    for (const bool is_answered : {false, true}) {
        House house;
        const std::string rest = is_answered ? R"(,"massage_withheld":"1","outcome":"TREATED_HOME")"
                                             : R"(,"massage_withheld":"1")";
        const std::string referral =
            house.refer(house.village.mother, house.visit(), "MDS01", rest);
        const MassageStop stop =
            massage_stop(house.family(), house.village.mother, house.desk.ports().today());
        CHECK((stop.action == MassageAction::Stop) == !is_answered);
        CHECK(stop.referral == (is_answered ? "" : referral));
    }
}
