#include "shared/indicators/register.h"
#include "shared/indicators/sigizi.h"

#include "tests/shared/indicators/facts_of.h"

#include <doctest/doctest.h>

using facts_of::month;
using family_of::day;
using family_of::Records;
using indicators::Indicator;
using indicators::Tally;
using indicators::Village;

namespace {

const std::vector<Village> kVillages = {{"Miroto", {family_of::kUnit, "33.74.01.1001.P02"}},
                                        {"Gabahan", {"33.74.01.1002.P01"}}};

Tally tally(const Records& records, const std::string& of) {
    const care::Family family = records.family();
    Tally tally;
    tally.add(indicators::count_all(family, month(of)));
    return tally;
}

}  // namespace

TEST_CASE("the table has the exact headers and a row for every village, zeros too") {
    Records records;
    records.born("2025-03-10");
    records.recalled("2025-03-20");
    const auto rows = indicators::sigizi_rows(tally(records, "2025-03"), kVillages);
    CHECK(indicators::sigizi_headers()[13] == "Jumlah_bayi_baru_lahir_bulan_ini_B");
    CHECK(indicators::sigizi_headers()[24] == "Jumlah_Bayi_Asi_Eksklusif_sampai_6_bulan");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].village == "Miroto");
    CHECK(rows[0].live_births == 1);
    CHECK(rows[0].with_imd == 1);
    CHECK(rows[0].recalled == 1);
    CHECK(rows[0].reached_six_months == 0);
    CHECK(rows[1].village == "Gabahan");
    CHECK(rows[1].live_births == 0);
}

TEST_CASE("a month may be exported from its last day on") {
    CHECK_FALSE(indicators::may_export(month("2025-02"), day("2025-02-27")).ok());
    CHECK(indicators::may_export(month("2025-02"), day("2025-02-28")).ok());
    CHECK(indicators::may_export(month("2025-02"), day("2025-06-01")).ok());
}

TEST_CASE("a percentage without anybody to divide by is a dash") {
    CHECK(indicators::percent_text({21, 31}) == "67.7");
    CHECK(indicators::percent_text({1, 8}) == "12.5");
    CHECK(indicators::percent_text({3, 3}) == "100.0");
    CHECK(indicators::percent_text({0, 0}) == "–");
}

TEST_CASE("V051: an infant without a known sex, or of no village, is noticed") {
    Records records;
    records.born("2025-03-10");
    CHECK(indicators::sums_agree(tally(records, "2025-03"), kVillages).empty());
    records.at("budi").fields.set("sex", "?");
    const auto sex = indicators::sums_agree(tally(records, "2025-03"), kVillages);
    CHECK(sex.size() == 3);  // columns 14, 20 and 21
    CHECK(sex[0].rule == "V051");
    records.at("budi").fields.set("sex", "L");
    records.at("home").unit = "unknown";
    CHECK(indicators::sums_agree(tally(records, "2025-03"), kVillages).size() == 3);
}

TEST_CASE("V052: more recalled than registered is noticed") {
    indicators::SigiziRow row;
    row.village = "Miroto";
    row.under_six_months = 3;
    row.recalled = 3;
    row.exclusive_recall = 3;
    CHECK(indicators::parts_within_wholes({&row, 1}).empty());
    row.recalled = 4;
    CHECK(indicators::parts_within_wholes({&row, 1}).size() == 1);
}

TEST_CASE("a fact that comes twice is counted once") {
    Records records;
    records.born("2025-03-10");
    const care::Family family = records.family();
    const auto facts = indicators::count_all(family, month("2025-03"));
    Tally tally;
    tally.add(facts);
    tally.add(facts);
    CHECK(tally.of(family_of::kUnit, Indicator::Sigizi14).numerator == 1);
}

TEST_CASE("the register: breast milk, other, not known, and the half year") {
    // Born 15 January. Asked in each month of age: 0 breast milk, 1 "tidak tahu" on tea, 2 nobody
    // asked, 3 water, 4 breast milk again. By July the six months are over.
    Records records;
    records.born("2025-01-15");
    records.recalled("2025-01-20");
    auto& second = records.recalled("2025-02-20");
    second.fields.set("l_tea", "8");
    second.fields.set("other_ever", "8");
    auto& fourth = records.recalled("2025-04-20");
    fourth.fields.set("l_water", "1");
    fourth.fields.set("other_ever", "1");
    records.recalled("2025-05-20").fields.set("other_ever", "1");
    const care::Family family = records.family();
    const auto rows = indicators::register_rows(family, month("2025-05"), day("2025-05-31"));
    REQUIRE(rows.size() == 1);
    std::string signs;
    for (const care::Mark mark : rows[0].marks) signs += std::string(care::to_sign(mark)) + "|";
    CHECK(signs == "√|A|A|X|√||");  // month 5 begins on 15 June
    CHECK(rows[0].this_month == care::AsiStatus::X);
    CHECK(care::to_words(rows[0].recap) == "tidak lulus");
    CHECK(indicators::register_rows(family, month("2025-08"), day("2025-08-31")).size() == 1);
    CHECK(indicators::register_rows(family, month("2025-09"), day("2025-09-30")).empty());
    CHECK(indicators::register_rows(family, month("2024-12"), day("2025-09-30")).empty());
}

TEST_CASE("the half year: running, graduated, not known") {
    Records records;
    records.born("2025-01-15");
    const auto recap = [&](const std::string& today) {
        const care::Family family = records.family();
        return care::half_year(family, family.persons()[0], day(today));
    };
    CHECK(recap("2025-07-14") == care::HalfYear::Running);
    CHECK(recap("2025-07-15") == care::HalfYear::NotKnown);
    records.recalled("2025-07-20");
    CHECK(recap("2025-07-19") == care::HalfYear::NotKnown);
    CHECK(recap("2025-07-20") == care::HalfYear::Graduated);
    records.at("r-v-2025-07-20budi").fields.set("other_ever", "1");
    CHECK(recap("2025-07-20") == care::HalfYear::NotGraduated);
    // Complementary food from the six-month day on (181 days) is as it should be.
    records.at("r-v-2025-07-20budi").fields.set_integer("other_first_age_d", 181);
    CHECK(recap("2025-07-20") == care::HalfYear::Graduated);
    records.at("r-v-2025-07-20budi").fields.set_integer("other_first_age_d", 180);
    CHECK(recap("2025-07-20") == care::HalfYear::NotGraduated);
}

TEST_CASE("form F1 section O in five rows by sex") {
    Records records;
    records.born("2025-01-20");
    records.infant("rina", "2025-04-02", "P");
    records.infant("rini", "2025-04-02", "P");
    records.recalled("2025-07-10");
    records.recalled("2025-07-10", "rina").fields.set("l_formula", "1");
    records.infant_check("v-2025-07-10", "rini");
    const auto section = indicators::f1_section_o(tally(records, "2025-07"), family_of::kUnit);
    CHECK(section[0].boys == 1);
    CHECK(section[1].girls == 1);
    CHECK(section[2].girls == 1);
    CHECK(section[3].boys == 1);
    CHECK(section[4].boys + section[4].girls == 0);
}
