#include "tests/shared/care/broken.h"

#include <doctest/doctest.h>

using family_of::born;
using family_of::broken;
using family_of::Records;
using family_of::session;

TEST_CASE("V034, V036: contacts in their windows, once") {
    Records records = born();
    records.contact("KF1", "2025-03-03");
    records.contact("KF2", "2025-03-03");  // day 2
    records.contact("KN3", "2025-03-29", "budi");
    records.contact("KN3", "2025-03-30", "budi");  // day 29
    CHECK(broken(records, "contact_in_window") == "KN32025-03-30budi KF22025-03-03siti");
    CHECK(broken(records, "contact_unique") == "KN32025-03-30budi");
}

TEST_CASE("V037: a sign is told to the midwife, or the visit stays on the list") {
    Records records = born();
    records.visit("v", "2025-03-04");
    records.mother_check("v").fields.set("ds_mds07", "0");
    CHECK(broken(records, "danger_sign_reported") == "");
    records.at("m-v").fields.set("ds_mds07", "1");
    CHECK(broken(records, "danger_sign_reported") == "v");
    records.at("v").fields.set("midwife_told", "1");
    CHECK(broken(records, "danger_sign_reported") == "");
    records.at("v").fields.set("midwife_told", "0");
    records.add("referral", "ref",
                {{"person_id", "siti"}, {"raised_at", "2025-03-05T08:00:00+07:00"}});
    CHECK(broken(records, "danger_sign_reported") == "");
    records.infant_check("v").fields.set("ds_ids02", "1");  // hers does not speak for him
    CHECK(broken(records, "danger_sign_reported") == "v");
    records.at("ref").fields.set("visit_id", "v");
    CHECK(broken(records, "danger_sign_reported") == "");
}

TEST_CASE("V037: a sign that was told before the massage is told to the midwife too") {
    Records records = born();
    records.visit("v", "2025-03-04");
    records.add("massage_teaching", "t",
                {{"mother_id", "siti"}, {"visit_id", "v"}, {"safety_result", "STOP"}});
    const auto said = [&](const char* reasons) {
        records.at("t").fields.set("safety_reasons", reasons);
        return broken(records, "danger_sign_reported");
    };
    CHECK(said("XC02") == "");  // her "no" is no sign
    CHECK(said("XC04") == "");
    CHECK(said("XC01") == "v");
    CHECK(said("MDS15") == "v");
    records.at("v").fields.set("midwife_told", "1");
    CHECK(said("MDS15") == "");
}

TEST_CASE("V038: no massage at a visit with a STOP sign, but the truth is kept") {
    Records records = born();
    records.visit("v", "2025-03-04");
    records.mother_check("v").fields.set("ds_mds15", "1");  // defers only
    session(records, "s", "2025-03-04T09:20:00+07:00", "OBS").fields.set("visit_id", "v");
    records.add(
        "massage_teaching", "t",
        {{"mother_id", "siti"}, {"visit_id", "v"}, {"return_demo", "1"}, {"safety_result", "GO"}});
    CHECK(broken(records, "no_massage_on_stop") == "");
    records.at("m-v").fields.set("ds_mds07", "1");
    CHECK(broken(records, "no_massage_on_stop") == "t s");
    records.at("t").fields.set("return_demo", "0");
    records.at("s").fields.set("stopped_early", "1");
    CHECK(broken(records, "no_massage_on_stop") == "");
    records.at("s").fields.set("stopped_early", "0");
    records.at("s").fields.set("adverse", "DIZZY");
    CHECK(broken(records, "no_massage_on_stop") == "");
}

TEST_CASE("V038: a massage that is told of a day with a STOP sign is kept and looked at") {
    Records records = born();
    records.visit("v", "2025-03-04");
    records.mother_check("v").fields.set("ds_mds15", "1");  // defers only
    session(records, "same day", "2025-03-04T12:00:00+07:00");
    session(records, "next day", "2025-03-05T12:00:00+07:00");
    CHECK(broken(records, "no_massage_on_stop") == "");
    records.at("m-v").fields.set("ds_mds07", "1");
    CHECK(broken(records, "no_massage_on_stop") == "same day");
    records.at("same day").fields.set("stopped_early", "1");  // it appeared during the massage
    CHECK(broken(records, "no_massage_on_stop") == "");
}

TEST_CASE("V039 to V042: sessions") {
    Records records = born();
    records.at("birth").fields.set("delivery_time", "14:00");
    session(records, "before", "2025-03-01T13:00:00+07:00");
    CHECK(broken(records, "session_after_delivery") == "before");
    records.at("before").fields.set("time_known", "0");
    CHECK(broken(records, "session_after_delivery") == "");
    for (int hour = 10; hour < 16; ++hour) {
        session(records, "s" + std::to_string(hour),
                "2025-03-03T" + std::to_string(hour) + ":00:00+07:00");
    }
    CHECK(broken(records, "sessions_per_day") == "");
    session(records, "seventh", "2025-03-03T17:00:00+07:00");
    CHECK(broken(records, "sessions_per_day") == "seventh");
    session(records, "a", "2025-03-05T10:00:00+07:00", "OBS");
    session(records, "b", "2025-03-05T10:09:00+07:00", "OBS");
    session(records, "c", "2025-03-05T10:19:00+07:00", "OBS");
    CHECK(broken(records, "double_session") == "b");
    records.at("a").fields.set("performer_relation", "IBU_MERTUA");
    CHECK(broken(records, "double_session") == "");
}

TEST_CASE("V041: bleeding during a massage is referred at once") {
    Records records = born();
    session(records, "s", "2025-03-03T10:00:00+07:00").fields.set("adverse", "BLEED");
    CHECK(broken(records, "bleeding_is_referred") == "s");
    records.at("s").fields.set("referral_id", "ref");
    CHECK(broken(records, "bleeding_is_referred") == "");  // the referral has not arrived
    records.add(
        "referral", "ref",
        {{"person_id", "siti"}, {"urgency", "KUNING"}, {"raised_at", "2025-03-03T10:10:00+07:00"}});
    CHECK(broken(records, "bleeding_is_referred") == "s");
    records.at("ref").fields.set("urgency", "MERAH_SEKARANG");
    CHECK(broken(records, "bleeding_is_referred") == "");
}

TEST_CASE("V043: who is taught belongs to the family") {
    Records records = born();
    records.add("person", "ali", {{"full_name", "Ali"}, {"household_id", "home"}});
    records.add("massage_teaching", "t",
                {{"mother_id", "siti"},
                 {"trainee_id", "ali"},
                 {"started_at", "2025-03-04T09:00:00+07:00"}});
    CHECK(broken(records, "trainee_of_household") == "");
    records.household("next");
    records.at("ali").fields.set("household_id", "next");
    CHECK(broken(records, "trainee_of_household") == "t");
    records.at("ali").fields.set("is_supporter", "1");
    CHECK(broken(records, "trainee_of_household") == "");
    records.at("t").fields.set("trainee_id", "siti");
    CHECK(broken(records, "trainee_of_household") == "t");
}

TEST_CASE("V047: wet nappies by day of life") {
    Records records = born();
    records.visit("v", "2025-03-04");
    records.infant_check("v").fields.set_integer("wet_24h", 3);
    CHECK(broken(records, "wet_nappies") == "");
    records.at("i-vbudi").fields.set_integer("wet_24h", 2);
    CHECK(broken(records, "wet_nappies") == "i-vbudi");
    records.at("v").fields.set("started_at", "2025-04-20T09:00:00+07:00");
    records.at("i-vbudi").fields.set_integer("wet_24h", 6);
    CHECK(broken(records, "wet_nappies") == "");
}

TEST_CASE("V048: a visit's length, and two at once by one cadre") {
    Records records = born();
    records.visit("a", "2025-03-04").fields.set("provider_id", "u1");
    records.visit("b", "2025-03-04").fields.set("provider_id", "u2");
    CHECK(broken(records, "visits_overlap") == "");
    records.at("b").fields.set("provider_id", "u1");
    records.at("b").fields.set("started_at", "2025-03-04T09:30:00+07:00");
    CHECK(broken(records, "visits_overlap") == "b");
    records.at("b").fields.set("started_at", "2025-03-04T09:40:00+07:00");
    records.at("b").fields.set("ended_at", "2025-03-04T09:42:00+07:00");
    CHECK(broken(records, "visits_overlap") == "b");
}

TEST_CASE("V049: a record needs consent, and a withdrawal ends it") {
    Records records = born();
    CHECK(broken(records, "care_consent") == "budi siti");
    records.add("consent", "c1",
                {{"person_id", "siti"},
                 {"scopes", "CARE TOUCH"},
                 {"given_at", "2025-03-02T09:00:00+07:00"}});
    CHECK(broken(records, "care_consent") == "");
    records.at("c1").fields.set("withdrawn", "1");
    records.at("c1").fields.set("withdraw_scope", "TOUCH");
    CHECK(broken(records, "care_consent") == "");
    records.at("c1").fields.set("withdraw_scope", "CARE");
    CHECK(broken(records, "care_consent") == "budi siti");
}

TEST_CASE("V053 to V055: births and persons recorded twice, and twins") {
    Records records = born();
    records.birth("again", "2025-08-27");  // 179 days later
    CHECK(broken(records, "two_births_in_180_days") == "again");
    records.at("again").fields.set("delivery_date", "2025-08-28");
    CHECK(broken(records, "two_births_in_180_days") == "");
    records.infant("budi2", "2025-03-01").fields.set("mother_person_id", "siti");
    CHECK(broken(records, "same_person") == "budi2");
    records.outcome("o2", "birth", "budi2", "LIVE", 2);
    CHECK(broken(records, "same_person") == "");  // twins
    CHECK(broken(records, "twins_never_merged") == "");
    records.at("budi2").fields.set("merged_into", "budi");
    CHECK(broken(records, "twins_never_merged") == "o2");
}

TEST_CASE("V054: likeness of names") {
    Records records = born();
    records.mother("sity", "1998-05-01").fields.set("full_name", "Sitti");
    CHECK(broken(records, "same_person") == "sity");
    records.at("sity").fields.set("full_name", "Sri");  // another name, not an error
    CHECK(broken(records, "same_person") == "");
    records.at("sity").fields.set("full_name", "St.");
    CHECK(broken(records, "same_person") == "sity");
    records.at("sity").unit = "elsewhere";
    CHECK(broken(records, "same_person") == "");
}

TEST_CASE("V058: the first colostrum") {
    Records records = born();
    auto& outcome = records.at("outcome").fields;
    outcome.set("colostrum_first_at", "2025-02-28T10:00:00+07:00");
    CHECK(broken(records, "colostrum_time") == "outcome");
    outcome.set("colostrum_first_at", "2025-03-04T10:00:00+07:00");
    CHECK(broken(records, "colostrum_time") == "");
    outcome.set("bf_start_unit", "IMM");
    CHECK(broken(records, "colostrum_time") == "outcome");
}

TEST_CASE("V059: a death cancels the infant's tasks and not the mother's") {
    Records records = born();
    records.add("followup_task", "n1",
                {{"person_id", "budi"}, {"task_code", "ASI1"}, {"assigned_to", "u1"}});
    CHECK(broken(records, "tasks_after_death") == "");
    records.at("budi").fields.set("vital_status", "DEAD");
    CHECK(broken(records, "tasks_after_death") == "n1");
    records.at("n1").fields.set("cancel_reason", "DEATH");
    CHECK(broken(records, "tasks_after_death") == "");
    records.add("followup_task", "n2",
                {{"person_id", "siti"}, {"task_code", "KF3"}, {"cancel_reason", "STILLBIRTH"}});
    CHECK(broken(records, "tasks_after_death") == "n2");
}
