// AMENDMENTS Data 6: of mothers who let nobody keep a record the numbers count all the same.
#include "shared/indicators/unnamed.h"
#include "shared/indicators/sigizi.h"
#include "tests/shared/indicators/facts_of.h"

#include <doctest/doctest.h>

using facts_of::month;
using family_of::Records;
using indicators::Indicator;

namespace {

// Three births, of them two with IMD; five infants, four recalled, three on breast milk; one of
// two.
records::Record& tally_in(Records& records, const std::string& id, const std::string& month) {
    auto& tally = records.add("tally", id, {{"month", month}});
    tally.fields.set_integer("live_births", 3);
    tally.fields.set_integer("imd", 2);
    tally.fields.set_integer("infants_0_5", 5);
    tally.fields.set_integer("recalled_0_5", 4);
    tally.fields.set_integer("ebf_0_5", 3);
    tally.fields.set_integer("turned_6", 2);
    tally.fields.set_integer("ebf_6", 1);
    return tally;
}

// "of live births 3, with IMD 2 ...", as the form of the ministry has it; and the percentages.
std::string figures(Records& records, const std::string& of) {
    const care::Family family = records.family();
    indicators::Tally tally;
    for (const records::Record& each : records.all()) {
        tally.add(indicators::count_everything(family, each, month(of)));
    }
    std::string text;
    for (const Indicator each :
         {Indicator::Sigizi14, Indicator::Sigizi20, Indicator::Sigizi21, Indicator::Sigizi22,
          Indicator::Sigizi23, Indicator::Sigizi24, Indicator::Sigizi25}) {
        text += std::to_string(tally.of(family_of::kUnit, each).numerator) + " ";
    }
    for (const Indicator each :
         {Indicator::IdImd, Indicator::IdRecall, Indicator::IdAsi05, Indicator::IdAsi6}) {
        const auto count = tally.of(family_of::kUnit, each);
        text += std::to_string(count.numerator) + "/" + std::to_string(count.denominator) + " ";
    }
    return text;
}

}  // namespace

TEST_CASE("a tally counts in its month beside the infants with a name") {
    Records records;
    tally_in(records, "t1", "2025-03");
    CHECK(figures(records, "2025-03") == "3 2 5 4 3 2 1 2/3 4/5 3/4 1/2 ");
    CHECK(figures(records, "2025-04") == "0 0 0 0 0 0 0 0/0 0/0 0/0 0/0 ");
    records.born("2025-03-10");  // with IMD
    records.recalled("2025-03-20");
    CHECK(figures(records, "2025-03") == "4 3 6 5 4 2 1 3/4 5/6 4/5 1/2 ");
    tally_in(records, "t2", "2025-03");  // of another cadre
    CHECK(figures(records, "2025-03") == "7 5 11 9 7 4 2 5/7 9/11 7/9 2/4 ");
    records.at("t2").fields.set("retracted", "1");
    records.at("t1").fields.erase("live_births");
    CHECK(figures(records, "2025-03") == "1 3 6 5 4 2 1 3/3 5/6 4/5 1/2 ");
}

TEST_CASE("who has no name has no sex: the sexes of the others still add up") {
    Records records;
    records.born("2025-03-10");
    tally_in(records, "t1", "2025-03");
    const care::Family family = records.family();
    indicators::Tally tally;
    for (const records::Record& each : records.all()) {
        tally.add(indicators::count_everything(family, each, month("2025-03")));
    }
    const std::vector<indicators::Village> villages = {{"Miroto", {family_of::kUnit}}};
    CHECK(tally.of(family_of::kUnit, Indicator::Sigizi14, 'L').numerator == 1);
    CHECK(tally.of(family_of::kUnit, Indicator::Sigizi14, 'P').numerator == 0);
    CHECK(indicators::sums_agree(tally, villages).empty());
    CHECK(indicators::sigizi_rows(tally, villages)[0].live_births == 4);
}
