// Massages at home that have happened: told one by one, or many at once; and taken back.
#include "shared/base/text.h"
#include "shared/records/record.h"
#include "tests/client/screens/home_massage/told_at_home.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace told;

TEST_CASE(
    "one session: minutes become seconds, an unknown hour is said, nothing else is answered") {
    House h;
    tell_one(h.model, "3-3-2026");
    h.model.log().typed("minutes") = "4,5";
    say(h.model, "adverse", "NONE");
    CHECK(h.model.log().may_save());
    h.model.save_clicked(false);
    const auto saved = new_sessions(h.desk);
    REQUIRE(saved.size() == 1);
    const auto& fields = saved[0]->fields;
    CHECK(fields.text("performed_at") == "2026-03-03T12:00:00+07:00");
    CHECK(fields.text("time_known") == "0");
    CHECK(fields.integer("duration_s") == 270);
    CHECK(fields.text("birth_event_id") == h.family.birth);
    CHECK_FALSE(fields.has("relax_before"));
    CHECK_FALSE(fields.has("steps_done"));
    REQUIRE(h.model.just_saved());
    CHECK(h.model.take_note().empty());  // said once, on the page
    CHECK(h.model.just_saved()->title == "1 pijat, Sel 3 Mar");
}

TEST_CASE("the hour is kept where somebody knows it, and who was taught is named") {
    House h;
    REQUIRE(h.model.performers().size() == 1);
    h.model.log().choose_performer(h.model.performers()[0]);
    h.model.log().typed("day") = "3-3-2026";
    h.model.log().typed("hour") = "18.30";
    say(h.model, "source", "PERF");
    say(h.model, "adverse", "NONE");
    h.model.save_clicked(false);
    const auto& fields = new_sessions(h.desk).at(0)->fields;
    CHECK(fields.text("performed_at") == "2026-03-03T18:30:00+07:00");
    CHECK(fields.text("time_known") == "1");
    CHECK(fields.text("performer_id") == h.family.husband);
    CHECK(fields.text("performer_relation") == "SUAMI");
    CHECK(fields.text("taught_by_teaching_id") == h.family.teaching);
}

TEST_CASE("whether there was a complaint is never answered beforehand") {
    House h;
    tell_one(h.model, "3-3-2026");
    CHECK(h.model.log().record().text("adverse").empty());
    h.model.save_clicked(false);
    CHECK(new_sessions(h.desk).empty());
    CHECK(h.model.log().remark("adverse"));
    tell_many(h.model, "2-3-2026", "3-3-2026");
    h.model.tally().complaint_said(Complaint::Unsaid);
    h.model.changed();
    h.model.save_clicked(false);
    CHECK(new_sessions(h.desk).empty());
    CHECK_FALSE(h.model.tally().problem("complaint").empty());
}

TEST_CASE("a massage dated before the delivery or in the future is remarked and saved") {
    for (const char* day : {"10-2-2026", "20-3-2026"}) {
        CAPTURE(std::string(day));
        House h;
        tell_one(h.model, day);
        say(h.model, "adverse", "NONE");
        REQUIRE(h.model.log().remark("day"));
        CHECK(h.model.log().remark("day")->severity != forms::Severity::Error);
        h.model.save_clicked(false);
        CHECK(new_sessions(h.desk).size() == 1);
    }
}

TEST_CASE("a session told of a day with a STOP sign is saved, and the midwife is to be told") {
    House h;
    desk::check_mother(h.desk, h.family, "2026-03-02", R"("ds_mds07":"1")");
    h.model.refresh();
    tell_one(h.model, "2-3-2026");
    say(h.model, "adverse", "NONE");
    CHECK(h.model.log().is_stop_day());
    h.model.save_clicked(false);
    CHECK(new_sessions(h.desk).size() == 1);
    tell_many(h.model, "1-3-2026", "2-3-2026");
    CHECK(h.model.tally().warnings().back().starts_with("Sen 2 Mar: saat itu tercatat"));
}

TEST_CASE("twice a day from one day to another is a session a time, without an hour, at once") {
    House h;
    tell_many(h.model, "28-2-2026", "4-3-2026");
    CHECK(h.model.tally().preview() == "10 pijat, Sab 28 Feb – Rab 4 Mar");
    h.model.save_clicked(false);
    const auto saved = new_sessions(h.desk);
    REQUIRE(saved.size() == 10);
    int on_first = 0;
    for (const auto* each : saved) {
        CHECK(each->fields.text("time_known") == "0");
        CHECK(each->fields.text("source") == "MOTHER");
        CHECK(each->fields.text("adverse") == "NONE");
        on_first += each->fields.text("performed_at").starts_with("2026-02-28") ? 1 : 0;
    }
    CHECK(on_first == 2);
}

TEST_CASE("the weeks of the other years and months are said as people say them") {
    House h;
    h.desk.clock.set(*base::parse_date_time("2026-11-21T09:00:00+07:00"));
    tell_many(h.model, "16-11-2026", "20-11-2026");
    CHECK(h.model.tally().preview() == "10 pijat, Sen 16 – Jum 20 Nov");
}

TEST_CASE("a single day may be other than the rest, also none") {
    House h;
    tell_many(h.model, "28-2-2026", "4-3-2026");
    h.model.tally().day_pressed(*base::parse_date("2026-03-01"));
    h.model.tally().fewer();
    h.model.changed();
    h.model.tally().fewer();
    h.model.changed();
    h.model.tally().day_pressed(*base::parse_date("2026-03-02"));
    h.model.tally().more();
    h.model.changed();
    CHECK(h.model.tally().total() == 9);
    h.model.save_clicked(false);
    for (const auto* each : new_sessions(h.desk)) {
        CHECK_FALSE(each->fields.text("performed_at").starts_with("2026-03-01"));
    }
}

TEST_CASE("days that have something told already are said; what was seen is no double entry") {
    House h;
    tell_many(h.model, "24-2-2026", "4-3-2026");  // seen on the 24th, told on the 26th and 3rd
    REQUIRE(h.model.tally().warnings().size() == 1);
    CHECK(
        h.model.tally().warnings()[0].starts_with("Sudah ada cerita untuk Kam 26 Feb, Sel 3 Mar."));
    h.model.save_clicked(false);
    CHECK(new_sessions(h.desk).size() == 18);  // it is she who knows
}

TEST_CASE("days before the delivery are remarked and not refused") {
    House h;
    tell_many(h.model, "18-2-2026", "21-2-2026");
    REQUIRE(h.model.tally().warnings().size() == 1);
    CHECK(h.model.tally().warnings()[0].starts_with("Rab 18 – Kam 19 Feb: "));
    h.model.save_clicked(false);
    CHECK(new_sessions(h.desk).size() == 8);
}

TEST_CASE("a complaint at one of them stands at that one alone, and a grave one is referred") {
    House h;
    tell_many(h.model, "1-3-2026", "2-3-2026");
    auto& tally = h.model.tally();
    tally.complaint_said(Complaint::One);
    tally.complaint_on(*base::parse_date("2026-03-02"));
    tally.choose(question(h.model, "adverse"), "BLEED");
    h.model.changed();
    CHECK(h.model.is_grave());
    h.model.save_clicked(true);
    int bleeding = 0, without = 0;
    for (const auto* each : new_sessions(h.desk)) {
        bleeding += each->fields.text("adverse") == "BLEED" ? 1 : 0;
        without += each->fields.text("adverse") == "NONE" ? 1 : 0;
    }
    CHECK(bleeding == 1);
    CHECK(without == 3);
    const auto referral = h.model.take_referral();
    REQUIRE(referral);
    CHECK(referral->type == "referral");
    CHECK(referral->known.text("urgency") == "MERAH_SEKARANG");
    CHECK(referral->known.text("massage_withheld") == "1");
    CHECK(referral->known.text("reasons").empty());  // no sign is answered beforehand
}

TEST_CASE("the referral that was written after a grave session is named by it") {
    House h;
    tell_one(h.model, "3-3-2026");
    say(h.model, "adverse", "BLEED");
    h.model.save_clicked(true);
    const std::string referral = h.desk.put(
        "referral", R"({"person_id":")" + h.family.mother +
                        R"(","raised_at":"2026-03-05T09:31:00+07:00","reasons":"MDS01",)" +
                        R"("urgency":"MERAH_SEKARANG"})");
    const HomeMassageModel back(h.desk.ports(), start_of(h.family));
    CHECK(new_sessions(h.desk).at(0)->fields.text("referral_id") == referral);
}

TEST_CASE("what was saved together is taken back together, at once or another day") {
    House h;
    tell_many(h.model, "28-2-2026", "4-3-2026");
    h.model.save_clicked(false);
    h.desk.clock.advance_ms(86'400'000);
    HomeMassageModel later(h.desk.ports(), start_of(h.family));
    REQUIRE(later.lots().size() == 1);
    CHECK(later.lots()[0].title == "10 pijat, Sab 28 Feb – Rab 4 Mar");
    CHECK(later.lots()[0].detail == "Suami  ·  Cerita ibu");
    later.withdraw_clicked(later.lots()[0]);
    later.withdraw_confirmed();
    CHECK(later.lots().empty());
    int withdrawn = 0;
    for (const auto* each : new_sessions(h.desk)) {
        withdrawn += records::is_retracted(each->fields) ? 1 : 0;
    }
    CHECK(withdrawn == 10);
    CHECK(later.weeks().size() == 2);  // what was there before stands
}

TEST_CASE("sessions are taken back as they were while it was asked") {
    House h;
    tell_many(h.model, "28-2-2026", "4-3-2026");
    h.model.save_clicked(false);
    h.desk.clock.advance_ms(86'400'000);
    HomeMassageModel later(h.desk.ports(), start_of(h.family));
    REQUIRE(later.lots().size() == 1);
    h.desk.confirmed_at = {1, 4};
    later.withdraw_clicked(later.lots()[0]);
    h.desk.confirmed_at = {1, 9};
    later.withdraw_confirmed();
    CHECK(h.desk.saves.back().answers.has(records::kRetracted));
    CHECK(h.desk.saves.back().base == records::Revision{1, 4});
}

TEST_CASE("nothing is lost when the disk refuses or the page is left") {
    House h;
    tell_one(h.model, "3-3-2026");
    h.model.log().typed("minutes") = "empat";
    h.model.changed();
    h.model.keep_draft_now();
    const auto drafts = h.desk.drafts();
    REQUIRE(drafts.size() == 1);
    screens::HomeMassageStart start;
    start.family = h.family.household;
    start.draft = drafts[0].id;
    HomeMassageModel again(h.desk.ports(), start);
    CHECK(again.log().typed("minutes") == "empat");
    CHECK(again.log().remark("minutes"));
    CHECK(again.log().answer("performer_relation") == "SUAMI");
    again.log().typed("minutes") = "4";
    say(again, "adverse", "NONE");
    h.desk.disk_refuses = base::ErrorCode::DiskFull;
    again.save_clicked(false);
    CHECK_FALSE(again.trouble().empty());
    CHECK(again.log().answer("adverse") == "NONE");
    h.desk.disk_refuses.reset();
    again.save_clicked(false);
    CHECK(new_sessions(h.desk).size() == 1);
    CHECK(h.desk.drafts().empty());
}

TEST_CASE("a tally survives its page too") {
    House h;
    tell_many(h.model, "28-2-2026", "4-3-2026");
    h.model.tally().day_pressed(*base::parse_date("2026-03-01"));
    h.model.tally().more();
    h.model.changed();
    h.model.keep_draft_now();
    screens::HomeMassageStart start;
    start.family = h.family.household;
    start.draft = h.desk.drafts().at(0).id;
    HomeMassageModel again(h.desk.ports(), start);
    CHECK(again.is_several());
    CHECK(again.tally().preview() == "11 pijat, Sab 28 Feb – Rab 4 Mar");
    CHECK(again.tally().complaint() == Complaint::None);
}
