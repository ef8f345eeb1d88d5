#include "shared/care/danger_signs.h"
#include "shared/care/feeding.h"
#include "shared/care/growth.h"
#include "shared/care/massage.h"
#include "shared/care/nik.h"

#include "shared/base/csv.h"
#include "shared/base/file.h"

#include "tests/shared/care/family_of.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

using care::Competence;
using care::FeedingClass;
using care::MassageAction;
using care::NikVerdict;
using care::Safety;
using care::Subject;
using care::Urgency;
using family_of::Records;

namespace {

base::Fields fields(const std::string& json) {
    return base::Fields::parse(json).value();
}

// Eighteen steps assessed: twelve 4, five 3 (two of these critical), one 2.
std::vector<care::StepScore> worked_example(const std::string& weak_step) {
    std::vector<care::StepScore> scores;
    const std::vector<std::string> not_assessed = {"P03", "C01"};
    const std::vector<std::string> threes = {"P01", "P06", "P04", "P05", "M05"};
    for (const care::ProcedureStep& step : care::shipped_procedure().steps) {
        const std::string& code = step.code;
        int score = 4;
        if (std::count(not_assessed.begin(), not_assessed.end(), code) > 0) score = 9;
        if (std::count(threes.begin(), threes.end(), code) > 0) score = 3;
        if (code == weak_step) score = 2;
        scores.push_back({code, score});
    }
    return scores;
}

}  // namespace

TEST_CASE("every danger sign has a field, a subject and words; there are 27 and 23") {
    int mothers = 0;
    std::set<std::string> names;
    for (const care::DangerSign& sign : care::danger_signs()) {
        if (sign.subject == Subject::Mother) ++mothers;
        names.insert(care::field_of(sign));
        CHECK_FALSE(sign.label_id.empty());
        CHECK_FALSE(sign.label_en.empty());
    }
    CHECK(mothers == 27);
    CHECK(names.size() == 50);
    CHECK(names.count("ds_mds01") == 1);
    CHECK(names.count("ds_ids23") == 1);
}

TEST_CASE("the signs are as amended") {
    CHECK(care::find_danger_sign("MDS26")->urgency == Urgency::Yellow);
    CHECK(care::find_danger_sign("MDS10")->label_id ==
          "Bengkak di wajah atau tangan (kaki saja: pantau)");
    CHECK(care::find_danger_sign("MDS12")->label_id.find("makin berat") != std::string_view::npos);
    CHECK(care::find_danger_sign("IDS18")->label_id == "Menangis lemah atau merengek terus");
    CHECK(care::find_danger_sign("MDS23")->is_private);
    CHECK(care::find_danger_sign("MDS25")->is_private);
    CHECK_FALSE(care::find_danger_sign("MDS22")->is_private);
    CHECK(care::find_danger_sign("MDS99") == nullptr);
}

TEST_CASE("a check gives its signs, the highest urgency and what it means for the massage") {
    const auto check = fields(R"({"ds_mds26":"1","ds_mds15":"1","ds_mds01":"0","ds_mds07":"8"})");
    const auto signs = care::signs_in(check, Subject::Mother);
    REQUIRE(signs.size() == 2);
    CHECK(care::highest_urgency(signs) == Urgency::RedToday);
    CHECK(care::massage_action(signs) == MassageAction::Defer);
    const auto none = care::signs_in(fields("{}"), Subject::Mother);
    CHECK_FALSE(care::highest_urgency(none).has_value());
    CHECK(care::massage_action(none) == MassageAction::None);
}

TEST_CASE("a thermometer shows the fever that nobody ticked") {
    const auto mother = [](const char* temp) {
        return care::signs_in(fields("{\"temp_c\":" + std::string(temp) + "}"), Subject::Mother);
    };
    CHECK(mother("37.9").empty());
    REQUIRE(mother("38.0").size() == 1);
    CHECK(mother("38.0")[0]->code == "MDS11");
    const auto infant = [](const char* temp) {
        return care::signs_in(fields("{\"temp_c\":" + std::string(temp) + "}"), Subject::Infant);
    };
    CHECK(infant("37.5").empty());
    CHECK(infant("37.6")[0]->code == "IDS06");
    CHECK(infant("35.5").empty());
    CHECK(infant("35.4")[0]->code == "IDS07");
}

TEST_CASE("urgency is written and read by its code") {
    for (const Urgency each : {Urgency::Yellow, Urgency::RedToday, Urgency::RedNow}) {
        CHECK(care::parse_urgency(care::to_code(each)) == each);
    }
    CHECK_FALSE(care::parse_urgency("HIJAU").has_value());
}

TEST_CASE("one STOP stops, one DEFER defers, cautions only caution") {
    const auto safety = [](std::vector<std::string> ticked) { return care::check_safety(ticked); };
    CHECK(safety({}).safety == Safety::Go);
    const auto caution = safety({"XC09", "XC12"});
    CHECK(caution.safety == Safety::Go);
    CHECK(caution.cautions == std::vector<std::string>{"XC09", "XC12"});
    CHECK(safety({"XC09", "XC04"}).safety == Safety::Defer);
    const auto stop = safety({"XC04", "MDS07", "XC09"});
    CHECK(stop.safety == Safety::Stop);
    CHECK(stop.reasons == std::vector<std::string>{"MDS07", "XC04"});
    CHECK(stop.needs_referral);
    CHECK(safety({"MDS15"}).safety == Safety::Defer);
    CHECK_FALSE(safety({"MDS15"}).needs_referral);
    CHECK(safety({"MDS26"}).safety == Safety::Go);
}

TEST_CASE("a mother who does not want it is not massaged, and not referred") {
    const std::vector<std::string> refused = {"XC02"};
    CHECK(care::check_safety(refused).safety == Safety::Stop);
    CHECK_FALSE(care::check_safety(refused).needs_referral);
}

TEST_CASE("a temperature of 37.5 defers, 38.0 stops, a doubt unknown to us defers") {
    CHECK(care::check_safety({}, 37.4).safety == Safety::Go);
    CHECK(care::check_safety({}, 37.5).safety == Safety::Defer);
    CHECK(care::check_safety({}, 37.9).reasons == std::vector<std::string>{"XC06"});
    CHECK(care::check_safety({}, 38.0).safety == Safety::Stop);
    CHECK(care::check_safety({}, 38.0).needs_referral);
    const std::vector<std::string> of_a_later_version = {"XC77"};
    CHECK(care::check_safety(of_a_later_version).safety == Safety::Defer);
}

TEST_CASE("the worked example of DOMAIN 2.5: 65 of 72 passes, unless the weak step is critical") {
    const auto pass = care::assess(Safety::Go, true, worked_example("M04"));
    CHECK(pass.score_pct == doctest::Approx(90.3));
    CHECK(pass.is_critical_ok);
    CHECK(pass.competence == Competence::Pass);
    const auto repeat = care::assess(Safety::Go, true, worked_example("P08"));
    CHECK(repeat.score_pct == doctest::Approx(90.3));
    CHECK_FALSE(repeat.is_critical_ok);
    CHECK(repeat.competence == Competence::Repeat);
}

TEST_CASE("competence: stopped, only explained, and a critical step left out") {
    const auto scores = worked_example("M04");
    CHECK(care::assess(Safety::Stop, true, scores).competence == Competence::Stopped);
    CHECK(care::assess(Safety::Go, false, {}).competence == Competence::NotAssessed);
    auto without_p02 = scores;
    without_p02[1].score = 9;
    CHECK(without_p02[1].step == "P02");
    CHECK(care::assess(Safety::Go, true, without_p02).competence == Competence::Repeat);
    CHECK(care::assess(Safety::Go, true, {}).competence == Competence::Repeat);
}

TEST_CASE("adherence is the share of M01 to M06") {
    const std::vector<std::string> three = {"M01", "M02", "M03", "M07", "P01"};
    CHECK(care::adherence_pct(three).value() == doctest::Approx(50));
    CHECK_FALSE(care::adherence_pct({}).has_value());
}

TEST_CASE("the feeding class, in the order of DOMAIN 6.3") {
    Records records;
    auto& recall = records.recall("v").fields;
    CHECK(care::feeding_class(recall) == FeedingClass::Ebf);
    recall.set("m_ors_med", "1");
    recall.set("bottle_yesterday", "1");
    CHECK(care::feeding_class(recall) == FeedingClass::Ebf);
    recall.set("l_water", "1");
    CHECK(care::feeding_class(recall) == FeedingClass::BfWater);
    recall.set("l_broth", "1");
    CHECK(care::feeding_class(recall) == FeedingClass::BfNonMilk);
    recall.set("l_milk", "1");
    CHECK(care::feeding_class(recall) == FeedingClass::BfMilk);
    recall.set("f_any", "1");
    CHECK(care::feeding_class(recall) == FeedingClass::BfFood);
    recall.set("l_soy", "8");
    CHECK(care::feeding_class(recall) == FeedingClass::Unknown);
    recall.set("bf_yesterday", "0");
    CHECK(care::feeding_class(recall) == FeedingClass::NotBf);
    recall.set("ebm_yesterday", "1");
    CHECK(care::feeding_class(recall) == FeedingClass::Unknown);  // breast milk, soy not known
    recall.set("l_soy", "0");
    CHECK(care::feeding_class(recall) == FeedingClass::BfFood);
    recall.set("bf_yesterday", "8");
    CHECK(care::feeding_class(recall) == FeedingClass::Unknown);
}

TEST_CASE("an answer that is missing, or of a later version, is not a no") {
    Records records;
    auto& recall = records.recall("v").fields;
    recall.erase("l_choco");
    CHECK(care::feeding_class(recall) == FeedingClass::Unknown);
    CHECK(care::undecided_item(recall) == "l_choco");
    recall.set("l_choco", "7");
    CHECK(care::feeding_class(recall) == FeedingClass::Unknown);
}

TEST_CASE("a child never breastfed is not breastfed yesterday, though nobody asked") {
    Records records;
    auto& recall = records.recall("v").fields;
    recall.set("bf_ever", "0");
    recall.erase("bf_yesterday");
    CHECK(care::feeding_class(recall) == FeedingClass::NotBf);
}

TEST_CASE("expressed milk alone is breast milk") {
    Records records;
    auto& recall = records.recall("v").fields;
    recall.set("bf_yesterday", "0");
    recall.set("ebm_yesterday", "1");
    CHECK(care::feeding_class(recall) == FeedingClass::Ebf);
}

TEST_CASE("the month's status, with the first contact after six months in a later month") {
    Records records;
    records.born("2025-01-20");
    records.recalled("2025-08-05");
    const care::Family family = records.family();
    const auto status = [&](unsigned month) {
        return care::asi_month_status(family, family.persons()[0],
                                      std::chrono::year{2025} / std::chrono::month{month});
    };
    CHECK(status(6) == care::AsiStatus::U);
    CHECK(status(7) == care::AsiStatus::U);
    CHECK(status(8) == care::AsiStatus::G);
    CHECK(status(9) == care::AsiStatus::NotApplicable);
    CHECK(care::asi_month_status(family, family.persons()[0],
                                 std::chrono::year{2024} / std::chrono::month{12}) ==
          care::AsiStatus::NotApplicable);
}

TEST_CASE("something given in the first two days outlasts every later no") {
    Records records;
    records.born("2025-01-20");
    records.at("outcome").fields.set("prelacteal_2d", "1");
    records.recalled("2025-07-22");
    const care::Family family = records.family();
    const auto july = std::chrono::year{2025} / std::chrono::month{7};
    CHECK(care::asi_month_status(family, family.persons()[0], july) == care::AsiStatus::F);
}

TEST_CASE("the test values of DOMAIN 1.4") {
    const auto knows = [](std::string_view six) { return six == "337401"; };
    const auto check = [&](const char* nik) { return care::check_nik(nik, {}, 0, knows); };
    CHECK(check("3374015208999999") == NikVerdict::Valid);
    CHECK(check("3374011208999999") == NikVerdict::Valid);
    CHECK(check("3374017208999999") == NikVerdict::Mismatch);  // day 32
    CHECK(check("3374015213999999") == NikVerdict::Mismatch);  // month 13
    CHECK(check("3374015208990000") == NikVerdict::Mismatch);  // serial 0
    CHECK(check("337401520899999") == NikVerdict::NotSixteenDigits);
    CHECK(check("33740152089999AB") == NikVerdict::NotSixteenDigits);
    CHECK(check("9999995208999999") == NikVerdict::UnknownArea);
}

TEST_CASE("a NIK is compared with the stated birth date and sex") {
    const auto born = family_of::day("1999-08-12");
    CHECK(care::check_nik("3374015208999999", born, 'P') == NikVerdict::Valid);
    CHECK(care::check_nik("3374015208999999", born, 'L') == NikVerdict::Mismatch);
    CHECK(care::check_nik("3374015208999999", family_of::day("1999-08-13"), 'P') ==
          NikVerdict::Mismatch);
}

TEST_CASE("weight for age agrees with the 252 vectors to 0.01") {
    const std::string path =
        std::string(KAWAN_SOURCE_DIR) + "/tests/shared/care/weight_for_age_vectors.csv";
    const auto table = base::csv::parse(base::read_file(path).value()).value();
    CHECK(table.rows.size() == 252);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const char sex = table.at(row, "sex") == "1" ? 'L' : 'P';
        const double expected = std::stod(table.at(row, "waz_2dp"));
        const auto z = care::weight_for_age_z(sex, std::stoi(table.at(row, "age_days")),
                                              std::stod(table.at(row, "weight_kg")));
        REQUIRE(z.has_value());
        INFO("row " << row);
        CHECK(std::abs(*z - expected) < 0.0101);
        CHECK(care::is_plausible_weight_z(*z) == (table.at(row, "flag") == "0"));
    }
}

TEST_CASE("no score without sex, age or weight; the least gain by month of age") {
    CHECK_FALSE(care::weight_for_age_z(0, 10, 3).has_value());
    CHECK_FALSE(care::weight_for_age_z('L', -1, 3).has_value());
    CHECK_FALSE(care::weight_for_age_z('L', 731, 9).has_value());
    CHECK_FALSE(care::weight_for_age_z('L', 10, 0).has_value());
    CHECK(care::weight_for_age_z('L', 0, 3.3464).value() == doctest::Approx(0));
    CHECK_FALSE(care::minimum_gain_g(0).has_value());
    CHECK(care::minimum_gain_g(1) == 800);
    CHECK(care::minimum_gain_g(2) == 900);
    CHECK(care::minimum_gain_g(6) == 400);
    CHECK(care::minimum_gain_g(10) == 300);
    CHECK(care::minimum_gain_g(24) == 200);
}
