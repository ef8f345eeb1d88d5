#include "shared/care/cross_checks.h"

#include "shared/base/csv.h"
#include "shared/base/file.h"
#include "shared/base/text.h"

#include "tests/shared/care/broken.h"

#include <doctest/doctest.h>

#include <set>

using family_of::born;
using family_of::broken;
using family_of::Records;
using family_of::session;
using family_of::weighed;

TEST_CASE("the list of rules is the list of forms/rules.csv") {
    const std::string path = std::string(KAWAN_SOURCE_DIR) + "/shared/forms/rules.csv";
    const auto table = base::csv::parse(base::read_file(path).value()).value();
    std::set<std::string> expected;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (const std::string& place : base::split(table.at(row, "place"), ' ')) {
            if (!place.starts_with("care:")) continue;
            expected.insert(table.at(row, "id") + " " + place.substr(5) + " " +
                            table.at(row, "severity"));
        }
    }
    std::set<std::string> ours;
    for (const care::CrossCheck& each : care::cross_checks()) {
        const char* severity = each.severity == care::Severity::Error     ? " error"
                               : each.severity == care::Severity::Warning ? " warning"
                                                                          : " flag";
        ours.insert(std::string(each.rule) + " " + std::string(each.name) + severity);
        CHECK_FALSE(each.message_id.empty());
        CHECK_FALSE(each.message_en.empty());
    }
    CHECK(ours == expected);
    CHECK(ours.size() == care::cross_checks().size());
}

TEST_CASE("a family without fault gives no finding") {
    Records records = born();
    records.at("outcome").fields.set_integer("birth_weight_g", 3100);
    records.add("consent", "c",
                {{"person_id", "siti"},
                 {"scopes", "CARE TOUCH"},
                 {"given_at", "2025-03-02T09:00:00+07:00"}});
    records.visit("v", "2025-03-02");
    records.mother_check("v");
    records.infant_check("v").fields.set_integer("wet_24h", 2);
    records.contact("KF1", "2025-03-02");
    records.contact("KN1", "2025-03-02", "budi");
    session(records, "s", "2025-03-03T10:00:00+07:00");
    weighed(records, "2025-03-20", 3500);
    records.recalled("2025-03-21");
    const care::Family family = records.family();
    const auto found = care::findings({family, {}, {}, {}});
    for (const auto& each : found) FAIL_CHECK(std::string(each.check->name));
    CHECK(family.left_out().empty());
}

TEST_CASE("V001: the infant's birthday is the day of the delivery") {
    Records records = born();
    records.at("budi").fields.set("birth_date", "2025-03-02");
    CHECK(broken(records, "infant_born_on_delivery_day") == "budi");
}

TEST_CASE("V002: a visit of a delivery is not before it; of a pregnancy it may be") {
    Records records = born();
    records.visit("early", "2025-02-20");
    CHECK(broken(records, "visit_after_delivery") == "");
    records.at("early").fields.set("birth_event_id", "birth");
    CHECK(broken(records, "visit_after_delivery") == "early");
}

TEST_CASE("V004, V005: the mother's age") {
    Records records = born();
    records.at("siti").fields.set("birth_date", "2015-03-02");  // ten tomorrow
    CHECK(broken(records, "infant_age_against_mother") == "budi");
    CHECK(broken(records, "mother_age") == "siti");
    records.at("siti").fields.set("birth_date", "2015-03-01");
    CHECK(broken(records, "infant_age_against_mother") == "");
    records.at("siti").fields.set("birth_date", "2010-03-01");
    CHECK(broken(records, "mother_age") == "");
    records.at("siti").fields.set("birth_date", "1975-03-02");
    CHECK(broken(records, "mother_age") == "");
    records.at("siti").fields.set("birth_date", "1975-03-01");
    CHECK(broken(records, "mother_age") == "siti");
}

TEST_CASE("V007, V008, V009: what a NIK says") {
    Records records = born();
    records.at("siti").fields.set("nik", "3374014105989999");  // 1 May 1998, female
    CHECK(broken(records, "nik_matches_person") == "");
    records.at("siti").fields.set("nik", "3374010105989999");
    CHECK(broken(records, "nik_matches_person") == "siti");
    records.at("siti").fields.set("nik_status", "MISMATCH");
    CHECK(broken(records, "nik_matches_person") == "");
    records.mother("wati", "1998-05-01").fields.set("nik", "3374010105989999");
    CHECK(broken(records, "nik_unique") == "siti wati");
    records.at("wati").fields.set("merged_into", "siti");
    CHECK(broken(records, "nik_unique") == "");
    const care::Family family = records.family();
    const auto none = [](std::string_view) { return false; };
    const auto elsewhere = [](std::string_view, const records::RecordId&) { return true; };
    CHECK(care::findings({family, {}, none, {}}, "nik_area_known").size() == 1);
    CHECK(care::findings({family, {}, {}, elsewhere}, "nik_unique").size() == 1);
}

TEST_CASE("V011: an outcome for every child, numbered without gaps") {
    Records records = born();
    CHECK(broken(records, "outcome_count") == "");
    records.at("birth").fields.set_integer("fetus_count", 2);
    CHECK(broken(records, "outcome_count") == "birth");
    records.outcome("o2", "birth", "", "STILL", 3);
    CHECK(broken(records, "outcome_count") == "birth");
    records.at("o2").fields.set_integer("birth_order", 2);
    CHECK(broken(records, "outcome_count") == "");
}

TEST_CASE("V013, V014, V015: after an infant's death") {
    Records records = born();
    records.at("outcome").fields.set("outcome", "NND");
    CHECK(broken(records, "neonatal_death_recorded") == "budi");
    records.at("budi").fields.set("vital_status", "DEAD");
    records.at("budi").fields.set("death_date", "2025-03-05");
    CHECK(broken(records, "neonatal_death_recorded") == "");
    records.recalled("2025-03-05");  // on the day itself she may have been asked
    CHECK(broken(records, "nothing_after_infant_death") == "");
    records.recalled("2025-03-06");
    CHECK(broken(records, "nothing_after_infant_death") == "r-v-2025-03-06budi");
    records.mother_check("v-2025-03-05").fields.set("breastfeeding_now", "1");
    records.mother_check("v-2025-03-06").fields.set("breast_condition", "FULL");
    CHECK(broken(records, "grief_path") == "");
    records.at("m-v-2025-03-06").fields.set("bf_problems", "LOW");
    CHECK(broken(records, "grief_path") == "m-v-2025-03-06");
    records.infant("rini", "2025-03-01", "P");
    records.outcome("o2", "birth", "rini", "LIVE", 2);
    CHECK(broken(records, "grief_path") == "");  // the twin lives
}

TEST_CASE("V019, V020: what was given once stays given") {
    Records records = born();
    records.recalled("2025-03-20").fields.set("other_ever", "1");
    records.recalled("2025-04-20");
    CHECK(broken(records, "other_ever_is_sticky") == "r-v-2025-04-20budi");
    CHECK(broken(records, "prelacteal_is_other") == "");
    records.at("outcome").fields.set("prelacteal_2d", "1");
    CHECK(broken(records, "prelacteal_is_other") == "r-v-2025-04-20budi");
}

TEST_CASE("V022: one recall per infant and visit") {
    Records records = born();
    records.recalled("2025-03-20");
    auto again = records.at("r-v-2025-03-20budi");
    again.id = records::RecordId("second");
    records.all().push_back(again);
    CHECK(broken(records, "one_recall_per_visit") == "second");
}

TEST_CASE("V024 to V027: weights") {
    Records records = born();
    records.at("outcome").fields.set_integer("birth_weight_g", 3000);
    weighed(records, "2025-03-04", 2700);  // exactly ten percent
    CHECK(broken(records, "newborn_weight_loss") == "");
    weighed(records, "2025-03-05", 2690);
    CHECK(broken(records, "newborn_weight_loss") == "i-w2025-03-05budi");
    weighed(records, "2025-03-15", 2990);
    CHECK(broken(records, "birth_weight_regained") == "i-w2025-03-15budi");
    CHECK(broken(records, "weight_change_plausible") == "");
    weighed(records, "2025-03-16", 3391);  // a day: 100 g and 300 g
    CHECK(broken(records, "weight_change_plausible") == "i-w2025-03-16budi");
    CHECK(broken(records, "weight_z_plausible") == "");
    weighed(records, "2025-06-01", 12000).fields.set("oedema", "0");
    CHECK(broken(records, "weight_z_plausible") == "i-w2025-06-01budi");
    records.at("i-w2025-06-01budi").fields.set("oedema", "1");
    CHECK(broken(records, "weight_z_plausible") == "");
}
