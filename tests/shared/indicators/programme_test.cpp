// The programme's figures: the golden district worked out by hand (golden/README.md), and a slow
// second way of counting for many made-up families.
#include "shared/base/csv.h"
#include "shared/indicators/practice.h"
#include "shared/indicators/programme_table.h"
#include "tests/shared/care/family_of.h"
#include "tests/shared/indicators/programme_district.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

using family_of::Records;
using indicators::Fact;
using indicators::Indicator;
using indicators::Part;
using indicators::PracticeGroup;
using indicators::Reason;
using indicators::SecondVisit;

namespace {

constexpr base::Month kSeptember{std::chrono::year{2026}, std::chrono::month{9}};
const base::Date kLast = family_of::day("2026-09-30");

std::vector<Fact> facts_of(const std::vector<records::Record>& records, base::Month month) {
    const care::Family family{records};
    std::vector<Fact> all;
    for (const records::Record& record : records) {
        for (Fact& fact : indicators::count_programme(family, record, month)) {
            all.push_back(std::move(fact));
        }
    }
    return all;
}

std::string shown(const indicators::ProgrammeValue& value) {
    const std::string of = value.denominator ? "/" + std::to_string(*value.denominator) : "";
    const std::string median = value.median.empty() ? "" : " median " + value.median;
    return std::to_string(value.numerator) + of + " " + value.value + median;
}

std::string name_of(const std::vector<records::Record>& records, const records::RecordId& id) {
    for (const records::Record& each : records) {
        if (each.id == id) return each.fields.text("full_name");
    }
    return "";
}

// "Aminah", "Bunga (den TO_BE_SHOWN_AGAIN)", "Fitri (out MASSAGE_NOT_OFFERED)"
std::set<std::string> traced(const std::vector<records::Record>& records, Indicator indicator) {
    std::set<std::string> all;
    for (const Fact& fact : facts_of(records, kSeptember)) {
        if (fact.indicator != indicator) continue;
        std::string text = name_of(records, fact.person);
        if (fact.part == Part::Denominator) text += " den " + std::string(to_code(fact.reason));
        if (fact.part == Part::Excluded) text += " out " + std::string(to_code(fact.reason));
        if (!fact.detail.empty()) text += " " + fact.detail;
        all.insert(text);
    }
    return all;
}

using Set = std::set<std::string>;

}  // namespace

TEST_CASE("the golden district has the figures that were worked out by hand") {
    const auto records = programme_district::records();
    const auto facts = facts_of(records, kSeptember);
    const std::map<Indicator, std::string> by_hand = {
        {Indicator::PrTaught, "3/5 60.0"},
        {Indicator::PrCompetentFamily, "1/3 33.3"},
        {Indicator::PrCompetent, "2/3 66.7"},
        {Indicator::PrHusbandLearning, "2/3 66.7"},
        {Indicator::PrHusbandObserved, "1/1 100.0"},
        {Indicator::PrHusbandReported, "4/7 57.1"},
        {Indicator::PrFirstDaysMothers, "3 "},
        {Indicator::PrFirstDaysObserved, "1/6 0.2 median 0.0"},
        {Indicator::PrFirstDaysReported, "5/6 0.8 median 1.0"},
        {Indicator::PrAdherenceObserved, "1/1 100.0"},
        {Indicator::PrAdherenceReported, "0/2 0.0"},
        {Indicator::PrHarmObserved, "0/1 0.0"},
        {Indicator::PrHarmReported, "1/7 14.3"},
        {Indicator::PrHarmUnknownObserved, "0/1 0.0"},
        {Indicator::PrHarmUnknownReported, "1/7 14.3"},
        {Indicator::PrMilkLate, "1/2 50.0"},
        {Indicator::PrEbfTaught0, "1/2 50.0"},
        {Indicator::PrEbfTaught1, "0/0 –"},
        {Indicator::PrEbfTaught2, "1/2 50.0"},
        {Indicator::PrEbfTaught5, "0/0 –"},
        {Indicator::PrEbfNotTaught0, "0/0 –"},
        {Indicator::PrEbfNotTaught1, "1/1 100.0"},
        {Indicator::PrEbfNotTaught2, "0/0 –"},
    };
    for (const auto& each : by_hand) {
        CAPTURE(to_code(each.first));
        CHECK(shown(indicators::value_of(facts, {}, each.first)) == each.second);
    }
}

TEST_CASE("behind each figure stand its mothers, and those who are not in it with why") {
    const auto records = programme_district::records();
    CHECK(traced(records, Indicator::PrTaught) ==
          Set{"Aminah", "Bunga", "Hesti", "Cahya den MASSAGE_WITHHELD", "Gita den MASSAGE_DECLINED",
              "Endah out NOT_VISITED", "Fitri out MASSAGE_NOT_OFFERED"});
    CHECK(traced(records, Indicator::PrCompetentFamily) ==
          Set{"Aminah", "Bunga den TO_BE_SHOWN_AGAIN", "Hesti den EXPLAINED_ONLY"});
    CHECK(traced(records, Indicator::PrHusbandLearning) ==
          Set{"Aminah", "Indah", "Bunga den BY_ANOTHER IBU_MERTUA"});
    CHECK(traced(records, Indicator::PrAdherenceReported) ==
          Set{"Aminah out STEPS_NOT_RECORDED", "Aminah den STEPS_MISSED 50",
              "Dian den TOO_SHORT 120", "Hesti out STEPS_NOT_RECORDED"});
    CHECK(traced(records, Indicator::PrMilkLate) ==
          Set{"Aminah", "Gita den MILK_IN_TIME", "Bunga out MILK_HOUR_UNKNOWN",
              "Endah out MILK_ONSET_UNKNOWN", "Hesti out MILK_ONSET_UNKNOWN"});
    CHECK(traced(records, Indicator::PrFirstDaysMothers) ==
          Set{"Aminah", "Bunga", "Hesti", "Cahya out NOT_TAUGHT", "Endah out NOT_TAUGHT",
              "Gita out NOT_TAUGHT"});
}

TEST_CASE("taught and not taught together are those of ID_ASI05 whose mother is known") {
    const auto records = programme_district::records();
    const care::Family family{records};
    std::set<std::string> both;
    std::set<std::string> asi05;
    const auto key = [](const Fact& fact) {
        return fact.person.text() + (fact.part == Part::Numerator ? "+" : "-");
    };
    for (const Fact& fact : facts_of(records, kSeptember)) {
        const bool is_ebf = fact.indicator >= Indicator::PrEbfTaught0 &&
                            fact.indicator <= Indicator::PrEbfNotTaught5;
        if (is_ebf && fact.part != Part::Excluded) CHECK(both.insert(key(fact)).second);
    }
    for (const Fact& fact : indicators::count_all(family, kSeptember)) {
        const bool is_in = fact.indicator == Indicator::IdAsi05 && fact.part != Part::Excluded;
        if (is_in) asi05.insert(key(fact));
    }
    CHECK(both == asi05);
    CHECK(both.size() == 5);
}

TEST_CASE("the families of the golden district, by what is to be done next") {
    const auto records = programme_district::records();
    const care::Family family{records};
    std::map<std::string, indicators::MotherPractice> by_name;
    for (const care::Person& person : family.persons()) {
        auto found = indicators::practice_of(family, person, kLast);
        if (found) by_name[found->name] = *found;
    }
    CHECK(by_name.size() == 8);
    CHECK(by_name.count("Fitri") == 0);  // her baby was stillborn
    REQUIRE(by_name["Aminah"].reasons.size() == 1);
    CHECK(by_name["Aminah"].reasons[0].why == SecondVisit::Complaint);
    CHECK(by_name["Aminah"].reasons[0].since == family_of::day("2026-09-20"));
    CHECK(by_name["Aminah"].has_competent);
    CHECK(by_name["Aminah"].last_14 == indicators::Massages{0, 1});
    CHECK(by_name["Aminah"].last_30 == indicators::Massages{1, 4});
    REQUIRE(by_name["Bunga"].reasons.size() == 1);
    CHECK(by_name["Bunga"].reasons[0].why == SecondVisit::RetestOverdue);
    CHECK(by_name["Bunga"].reasons[0].learner == "Sulastri");
    REQUIRE(by_name["Cahya"].reasons.size() == 1);
    CHECK(by_name["Cahya"].reasons[0].why == SecondVisit::Withheld);
    CHECK(by_name["Hesti"].group == PracticeGroup::Practises);
    CHECK(by_name["Hesti"].last_14 == indicators::Massages{0, 1});
    CHECK(by_name["Dian"].group == PracticeGroup::Practises);
    CHECK(by_name["Indah"].group == PracticeGroup::NoPractice);
    CHECK(by_name["Endah"].group == PracticeGroup::NotTaught);
    CHECK(by_name["Gita"].group == PracticeGroup::Declined);
}

TEST_CASE("every figure of the programme has a definition and a source, and every row the caveat") {
    std::set<Indicator> seen;
    for (const auto& figure : indicators::programme_figures()) {
        CHECK(seen.insert(figure.indicator).second);
        CHECK(!figure.definition_id.empty());
        CHECK(!figure.definition_en.empty());
        CHECK(!figure.source.empty());
    }
    for (const Indicator each : indicators::all_indicators()) {
        const bool is_programme = to_code(each).substr(0, 3) == "PR_";
        CHECK(is_programme == (seen.count(each) == 1));
    }
    const auto records = programme_district::records();
    const std::vector<indicators::Village> villages = {{"Banyumeneng", {"MELATI-1", "MAWAR-1"}}};
    const auto facts = facts_of(records, kSeptember);
    const auto table =
        base::csv::parse(indicators::programme_csv("Mranggen", kSeptember, facts, villages));
    REQUIRE(table.ok());
    REQUIRE(table.value().rows.size() == seen.size());
    for (std::size_t row = 0; row < seen.size(); ++row) {
        CHECK(table.value().at(row, "Catatan").find("bukan bukti") != std::string::npos);
        CHECK(!table.value().at(row, "Definisi").empty());
    }
    CHECK(table.value().at(0, "Kode") == "PR_TEACH");
    CHECK(table.value().at(0, "Pembilang") == "3");
    CHECK(table.value().at(0, "Penyebut") == "5");
}

TEST_CASE("a mother who died keeps her massages counted; her family is asked nothing more") {
    auto records = programme_district::records();
    for (records::Record& each : records) {
        if (each.fields.text("full_name") != "Aminah") continue;
        each.fields.set("vital_status", "DEAD");
        each.fields.set("death_date", "2026-09-28");
    }
    const auto facts = facts_of(records, kSeptember);
    CHECK(shown(indicators::value_of(facts, {}, Indicator::PrHarmReported)) == "1/7 14.3");
    // Taught and visited in September, in which she died: September stays as it was.
    CHECK(shown(indicators::value_of(facts, {}, Indicator::PrTaught)) == "3/5 60.0");
    for (records::Record& each : records) {
        if (each.fields.text("full_name") == "Aminah") each.fields.set("death_date", "2026-08-31");
    }
    const auto died_before = facts_of(records, kSeptember);
    CHECK(shown(indicators::value_of(died_before, {}, Indicator::PrTaught)) == "2/4 50.0");
    const care::Family family{records};
    for (const care::Person& person : family.persons()) {
        const auto found = indicators::practice_of(family, person, kLast);
        CHECK((!found || found->name != "Aminah"));
    }
}

TEST_CASE("looked at again after a complaint, and shown again, she needs no second visit") {
    Records records;
    records.born("2026-09-01");
    records.visit("v1", "2026-09-03");
    records.add("massage_teaching", "t1",
                {{"visit_id", "v1"},
                 {"mother_id", "siti"},
                 {"trainee_id", "pa"},
                 {"trainee_relation", "SUAMI"},
                 {"started_at", "2026-09-03T09:00"},
                 {"safety_result", "GO"},
                 {"methods", "EXPLAIN"},
                 {"return_demo", "0"}});
    records.add("massage_session", "s1",
                {{"mother_id", "siti"},
                 {"birth_event_id", "birth"},
                 {"source", "MOTHER"},
                 {"performed_at", "2026-09-05T19:00"},
                 {"adverse", "DIZZY"}});
    const auto group = [&](const std::string& on) {
        const care::Family family = records.family();
        return indicators::practice_of(family, *family.person("siti"), family_of::day(on))->group;
    };
    CHECK(group("2026-09-04") == PracticeGroup::NoPractice);
    CHECK(group("2026-09-06") == PracticeGroup::SecondVisit);
    CHECK(group("2026-10-05") == PracticeGroup::SecondVisit);  // 30 days
    CHECK(group("2026-10-06") == PracticeGroup::NoPractice);
    records::Record again = records.at("t1");
    again.fields.set("started_at", "2026-09-08T09:00");
    records.add("massage_teaching", "t2", {}).fields = again.fields;
    CHECK(group("2026-09-07") == PracticeGroup::SecondVisit);
    CHECK(group("2026-09-08") == PracticeGroup::Practises);
    records.at("t2").fields.set("safety_result", "DEFER");
    CHECK(group("2026-09-08") == PracticeGroup::SecondVisit);
}
