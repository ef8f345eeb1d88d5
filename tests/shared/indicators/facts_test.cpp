#include "tests/shared/indicators/facts_of.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>

using facts_of::facts;
using facts_of::month;
using facts_of::said;
using family_of::Records;
using indicators::Fact;
using indicators::Indicator;
using indicators::Part;
using indicators::Reason;

TEST_CASE("six months on the 20th, recalled on the 10th: F1 row 1 and 4, not in SIGIZI 21 to 23") {
    // Born 20 January, six months old on 20 July. On the 10th of July she is five months old: F1
    // takes the day of the event. On 31 July she is six months old: SIGIZI takes the last day. She
    // reached six months this month, and nobody asked her mother since.
    Records records;
    records.born("2025-01-20");
    records.recalled("2025-07-10");
    const auto july = facts(records, "2025-07");
    CHECK(said(july, Indicator::IdF1Row1) == "num");
    CHECK(said(july, Indicator::IdF1Row2) == "");
    CHECK(said(july, Indicator::IdF1Row4) == "num");
    CHECK(said(july, Indicator::IdF1Row5) == "out:NOT_SEEN_AFTER_SIX_MONTHS");
    CHECK(said(july, Indicator::Sigizi21) == "out:OLDER_THAN_FIVE_MONTHS");
    CHECK(said(july, Indicator::Sigizi22) == "out:OLDER_THAN_FIVE_MONTHS");
    CHECK(said(july, Indicator::Sigizi23) == "out:OLDER_THAN_FIVE_MONTHS");
    CHECK(said(july, Indicator::IdAsi05) == "out:OLDER_THAN_FIVE_MONTHS");
    CHECK(said(july, Indicator::Sigizi24) == "num");
    CHECK(said(july, Indicator::Sigizi25) == "out:NOT_SEEN_AFTER_SIX_MONTHS");
    CHECK(said(july, Indicator::IdAsi6) == "den:NOT_SEEN_AFTER_SIX_MONTHS");
}

TEST_CASE("seen again on the 22nd with nothing else since birth, she graduates") {
    Records records;
    records.born("2025-01-20");
    records.recalled("2025-07-10");
    records.recalled("2025-07-22");
    const auto july = facts(records, "2025-07");
    CHECK(said(july, Indicator::Sigizi24) == "num");
    CHECK(said(july, Indicator::Sigizi25) == "num");
    CHECK(said(july, Indicator::IdAsi6) == "num");
    CHECK(said(july, Indicator::IdF1Row5) == "num");
    CHECK(said(july, Indicator::IdF1Row1) == "");  // one status a month: the latest
}

TEST_CASE("formula once in the third month is known at six months, whatever is said then") {
    Records records;
    records.born("2025-01-20");
    auto& march = records.recalled("2025-04-01");
    march.fields.set("l_formula", "1");
    march.fields.set("other_ever", "1");
    records.recalled("2025-07-22");
    CHECK(said(records, "2025-07", Indicator::Sigizi25) == "out:OTHER_SINCE_BIRTH");
    CHECK(said(records, "2025-07", Indicator::IdAsi6) == "den:OTHER_SINCE_BIRTH");
    // Clock A forgets: in May she had breast milk only yesterday.
    records.recalled("2025-05-05");
    CHECK(said(records, "2025-05", Indicator::Sigizi23) == "num");
    CHECK(said(records, "2025-05", Indicator::IdAsi05) == "num");
    // F1 row 1 asks for both clocks unless the district says otherwise.
    CHECK(said(records, "2025-05", Indicator::IdF1Row1) == "out:OTHER_SINCE_BIRTH");
    const care::Family family = records.family();
    indicators::Settings clock_a;
    clock_a.f1_row1 = care::F1Row1::ClockA;
    CHECK(said(indicators::count(family, records.at("budi"), month("2025-05"), clock_a),
               Indicator::IdF1Row1) == "num");
}

TEST_CASE("tidak tahu on one liquid: she was not recalled, and the liquid is named") {
    Records records;
    records.born("2025-03-05");
    records.recalled("2025-05-10").fields.set("l_tea", "8");
    const auto may = facts(records, "2025-05");
    CHECK(said(may, Indicator::Sigizi21) == "num");
    CHECK(said(may, Indicator::Sigizi22) == "out:ANSWER_UNKNOWN l_tea");
    CHECK(said(may, Indicator::Sigizi23) == "out:ANSWER_UNKNOWN l_tea");
    CHECK(said(may, Indicator::IdRecall) == "den:ANSWER_UNKNOWN l_tea");
    CHECK(said(may, Indicator::IdAsi05) == "out:ANSWER_UNKNOWN l_tea");
    CHECK(said(may, Indicator::IdF1Row3) == "num");  // she came, her feeding is not known
    CHECK(indicators::reason_id(Reason::AnswerUnknown, "l_tea") ==
          "jawaban tidak tahu atau kosong: teh, kopi atau jamu");
    // A complete recall in the same month stands, also when an incomplete one came after it.
    records.recalled("2025-05-03");
    CHECK(said(records, "2025-05", Indicator::Sigizi23) == "num");
}

TEST_CASE("the latest complete recall of the month decides") {
    Records records;
    records.born("2025-03-05");
    records.recalled("2025-05-03").fields.set("l_formula", "1");
    records.recalled("2025-05-24");
    CHECK(said(records, "2025-05", Indicator::Sigizi23) == "num");
    records.recalled("2025-05-28").fields.set("l_water", "1");
    CHECK(said(records, "2025-05", Indicator::Sigizi23) == "out:OTHER_YESTERDAY BF_WATER");
    CHECK(said(records, "2025-05", Indicator::IdAsi05) == "den:OTHER_YESTERDAY BF_WATER");
    CHECK(said(records, "2025-05", Indicator::IdF1Row2) == "num");
}

TEST_CASE("IMD yes counts although the first suck came after three hours") {
    Records records;
    records.born("2025-03-05");
    records.at("outcome").fields.set("bf_start_unit", "HOUR");
    records.at("outcome").fields.set_integer("bf_start_value", 3);
    const auto march = facts(records, "2025-03");
    CHECK(said(march, Indicator::Sigizi14) == "num");
    CHECK(said(march, Indicator::Sigizi20) == "num");
    CHECK(said(march, Indicator::IdImd) == "num");
    records.at("outcome").fields.set("imd", "8");
    CHECK(said(records, "2025-03", Indicator::Sigizi20) == "out:IMD_UNKNOWN");
    CHECK(said(records, "2025-03", Indicator::IdImd) == "den:IMD_UNKNOWN");
    records.at("outcome").fields.set("imd", "0");
    CHECK(said(records, "2025-03", Indicator::IdImd) == "den:IMD_NO");
}

TEST_CASE("births of the last and the first day belong to their own month") {
    Records records;
    records.born("2025-03-31");
    CHECK(said(records, "2025-03", Indicator::Sigizi14) == "num");
    CHECK(said(records, "2025-03", Indicator::Sigizi21) == "num");
    CHECK(said(records, "2025-04", Indicator::Sigizi14) == "out:BORN_IN_ANOTHER_MONTH");
    CHECK(said(records, "2025-02", Indicator::Sigizi14) == "out:NOT_YET_BORN");
    CHECK(said(records, "2025-02", Indicator::Sigizi21) == "out:NOT_YET_BORN");
    // Six months after 31 March is 30 September, the last day: no longer 0 to 5 months.
    CHECK(said(records, "2025-08", Indicator::Sigizi21) == "num");
    CHECK(said(records, "2025-09", Indicator::Sigizi21) == "out:OLDER_THAN_FIVE_MONTHS");
    CHECK(said(records, "2025-09", Indicator::Sigizi24) == "num");
    CHECK(said(records, "2025-10", Indicator::Sigizi24) == "out:SIX_MONTHS_IN_ANOTHER_MONTH");
    // Of a child born on 1 October the six-month day is 1 April.
    records.at("budi").fields.set("birth_date", "2025-10-01");
    CHECK(said(records, "2026-03", Indicator::Sigizi21) == "num");
    CHECK(said(records, "2026-04", Indicator::Sigizi24) == "num");
}

TEST_CASE("twins count twice; a stillborn twin counts nowhere and is listed with the reason") {
    Records records;
    records.household();
    records.mother();
    records.birth("birth", "2025-03-10", "siti", 3);
    records.infant("rini", "2025-03-10", "P");
    records.infant("rina", "2025-03-10", "P");
    records.outcome("o1", "birth", "rini", "LIVE", 1).fields.set("imd", "1");
    records.outcome("o2", "birth", "rina", "LIVE", 2).fields.set("imd", "0");
    records.outcome("o3", "birth", "", "STILL", 3);
    CHECK(said(facts(records, "2025-03", "rini"), Indicator::Sigizi20) == "num");
    CHECK(said(facts(records, "2025-03", "rina"), Indicator::Sigizi14) == "num");
    CHECK(said(facts(records, "2025-03", "rina"), Indicator::Sigizi20) == "out:IMD_NO");
    const auto mothers = facts(records, "2025-03", "siti");
    REQUIRE(mothers.size() == 1);
    CHECK(said(mothers, Indicator::Sigizi14) == "out:STILLBORN");
    CHECK(mothers[0].evidence.text() == "o3");
}

TEST_CASE("a newborn who died is a live birth, and later excluded with the day") {
    Records records;
    records.born("2025-03-10");
    records.at("outcome").fields.set("outcome", "NND");
    records.at("budi").fields.set("vital_status", "DEAD");
    records.at("budi").fields.set("death_date", "2025-03-14");
    CHECK(said(records, "2025-03", Indicator::Sigizi14) == "num");
    CHECK(said(records, "2025-03", Indicator::Sigizi20) == "num");
    CHECK(said(records, "2025-03", Indicator::Sigizi21) == "out:DIED 2025-03-14");
    CHECK(said(records, "2025-09", Indicator::Sigizi24) == "out:DIED 2025-03-14");
    CHECK(said(records, "2025-09", Indicator::IdAsi6) == "out:DIED 2025-03-14");
}

TEST_CASE("not recalled, and whether she came at all") {
    Records records;
    records.born("2025-03-10");
    CHECK(said(records, "2025-05", Indicator::IdRecall) == "den:NOT_RECALLED");
    CHECK(said(records, "2025-05", Indicator::IdAsi05) == "out:NOT_RECALLED");
    CHECK(said(records, "2025-05", Indicator::IdF1Row1) == "out:DID_NOT_COME");
    CHECK(said(records, "2025-05", Indicator::IdF1Row3) == "");
    records.visit("weighed", "2025-05-08");
    records.infant_check("weighed");
    CHECK(said(records, "2025-05", Indicator::IdF1Row3) == "num");
    CHECK(said(records, "2025-05", Indicator::IdF1Row1) == "out:NOT_RECALLED");
}

TEST_CASE("an infant registered without her birth is counted from her own record") {
    Records records;
    records.household();
    records.infant("budi", "2025-03-10");
    CHECK(said(records, "2025-03", Indicator::Sigizi14) == "num");
    CHECK(said(records, "2025-03", Indicator::IdImd) == "den:IMD_UNKNOWN");
    CHECK(said(records, "2025-04", Indicator::Sigizi21) == "num");
}

TEST_CASE("who stays for a while counts at her domicile and is listed where she stays") {
    Records records;
    records.born("2025-03-10");
    records.at("budi").fields.set("residence", "TEMPORARY");
    records.at("budi").fields.set("residence_from_unit", "elsewhere");
    records.at("budi").fields.set("residence_since", "2025-04-20");
    const auto april = facts(records, "2025-04");
    CHECK(april[0].unit == "elsewhere");
    CHECK(april[0].listed_in == family_of::kUnit);
    CHECK(said(april, Indicator::Sigizi21) == "num");
    CHECK(facts(records, "2025-03")[0].listed_in.empty());  // she had not come yet
    // From a place that is not on our list she counts nowhere here.
    records.at("budi").fields.erase("residence_from_unit");
    records.at("budi").fields.set("residence_from_text", "Kota Kediri");
    CHECK(said(records, "2025-04", Indicator::Sigizi21) == "out:TEMPORARY_RESIDENT Kota Kediri");
    CHECK(indicators::reason_id(Reason::TemporaryResident, "Kota Kediri") ==
          "tinggal sementara, dihitung di domisilinya Kota Kediri");
}

TEST_CASE("a merged infant is counted once, with the recalls of both records") {
    Records records;
    records.born("2025-03-10");
    records.infant("budi2", "2025-03-10").fields.set("merged_into", "budi");
    records.recalled("2025-05-10", "budi2");
    CHECK(said(facts(records, "2025-05", "budi"), Indicator::Sigizi23) == "num");
    CHECK(said(facts(records, "2025-05", "budi2"), Indicator::Sigizi21) == "out:MERGED budi");
    records.at("budi2").fields.erase("merged_into");
    CHECK(said(facts(records, "2025-05", "budi"), Indicator::Sigizi22) == "out:NOT_RECALLED");
}

TEST_CASE("retracted records, and what hangs on them, are as if never written") {
    Records records;
    records.born("2025-03-10");
    const auto before = facts(records, "2025-05");
    records.recalled("2025-05-10");
    CHECK(said(records, "2025-05", Indicator::Sigizi22) == "num");
    records.at("v-2025-05-10").fields.set("retracted", "1");
    CHECK(facts(records, "2025-05") == before);
    CHECK(records.family().left_out().empty());
    records.at("budi").fields.set("retracted", "1");
    CHECK(facts(records, "2025-05").empty());
}

TEST_CASE("a recall whose visit has not arrived is left out, and counted as left out") {
    Records records;
    records.born("2025-03-10");
    records.recall("missing-visit");
    CHECK(said(records, "2025-05", Indicator::Sigizi22) == "out:NOT_RECALLED");
    REQUIRE(records.family().left_out().size() == 1);
    CHECK(records.family().left_out()[0]->type == "feeding_recall");
}

TEST_CASE("a recall without a visit is asked on the day after the day it recalls") {
    Records records;
    records.born("2025-03-10");
    auto& recall = records.recall("none");
    recall.fields.erase("visit_id");
    recall.fields.set("recall_date", "2025-05-31");
    CHECK(said(records, "2025-05", Indicator::Sigizi22) == "out:NOT_RECALLED");
    CHECK(said(records, "2025-06", Indicator::Sigizi22) == "num");
}

TEST_CASE("children over one year are not spoken of; a mother without a stillbirth neither") {
    Records records;
    records.born("2025-03-10");
    CHECK(facts(records, "2026-04").empty());
    CHECK_FALSE(facts(records, "2026-03").empty());  // 11 months on its first day
    CHECK(facts(records, "2025-01").empty());
    CHECK(facts(records, "2025-05", "siti").empty());
}

namespace {

Records full_history() {
    Records records;
    records.born("2025-01-20");
    records.infant("rina", "2025-01-20", "P");
    records.outcome("o2", "birth", "rina", "LIVE", 2);
    records.infant("budi2", "2025-01-20").fields.set("merged_into", "budi");
    for (const char* day : {"2025-02-03", "2025-03-10", "2025-04-12", "2025-05-08", "2025-06-20",
                            "2025-07-10", "2025-07-22"}) {
        records.recalled(day);
        records.recall("v-" + std::string(day), "rina").fields.set("l_water", "1");
        records.infant_check("v-" + std::string(day));
        records.mother_check("v-" + std::string(day));
    }
    records.recalled("2025-05-08", "budi2").fields.set("l_formula", "1");
    records.visit("second", "2025-05-08");
    return records;
}

}  // namespace

TEST_CASE("the order in which the records come makes no difference") {
    const Records records = full_history();
    std::vector<std::vector<Fact>> expected;
    const care::Family family = records.family();
    for (int m = 1; m <= 9; ++m) {
        expected.push_back(indicators::count_all(
            family, std::chrono::year{2025} / std::chrono::month{static_cast<unsigned>(m)}));
    }
    const unsigned seed = 20250720;
    INFO("seed " << seed);
    std::mt19937 random(seed);
    Records shuffled = full_history();
    for (int round = 0; round < 50; ++round) {
        std::shuffle(shuffled.all().begin(), shuffled.all().end(), random);
        const care::Family again = shuffled.family();
        for (unsigned m = 1; m <= 9; ++m) {
            const auto got =
                indicators::count_all(again, std::chrono::year{2025} / std::chrono::month{m});
            REQUIRE(got == expected[m - 1]);
        }
    }
}

TEST_CASE("one infant has at most one fact per indicator and month") {
    const Records records = full_history();
    const care::Family family = records.family();
    for (unsigned m = 1; m <= 9; ++m) {
        const auto all =
            indicators::count_all(family, std::chrono::year{2025} / std::chrono::month{m});
        for (const Fact& a : all) {
            const auto same = std::count_if(all.begin(), all.end(), [&](const Fact& b) {
                return a.person == b.person && a.indicator == b.indicator;
            });
            CHECK(same == 1);
        }
    }
}

TEST_CASE("codes of indicators, parts and reasons read back") {
    for (const Indicator each : indicators::all_indicators()) {
        CHECK(indicators::parse_indicator(to_code(each)) == each);
        CHECK_FALSE(name_id(each).empty());
    }
    for (int i = 0; i <= static_cast<int>(Reason::Merged); ++i) {
        const auto reason = static_cast<Reason>(i);
        CHECK(indicators::parse_reason(to_code(reason)) == reason);
    }
    CHECK(indicators::parse_part("DENOMINATOR") == Part::Denominator);
    CHECK_FALSE(indicators::parse_indicator("ID_NONE").has_value());
}
