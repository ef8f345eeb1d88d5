// Five children and their like, worked by hand; the edges that other programs get wrong.
#include "sync-server/evaluate/feeding_summary.h"

#include <doctest/doctest.h>

#include <random>

using evaluate::FeedingOptions;
using evaluate::Records;
using evaluate::Unknown;

namespace {

struct Tables {
    base::csv::Table children, summary;

    // "numerator/denominator percent" of everybody, or of a group.
    std::string figure(const std::string& indicator, const std::string& ages,
                       const std::string& group = "") const {
        for (std::size_t row = 0; row < summary.rows.size(); ++row) {
            if (summary.at(row, "indicator") != indicator) continue;
            if (summary.at(row, "age_months") != ages || summary.at(row, "group") != group) {
                continue;
            }
            return summary.at(row, "numerator") + "/" + summary.at(row, "denominator") + " " +
                   summary.at(row, "percent");
        }
        return "none";
    }
};

Tables evaluated(const std::string& text, const std::string& map,
                 const FeedingOptions& options = {}) {
    const auto records = Records::parse(text);
    REQUIRE(records.ok());
    const auto feeding = evaluate::read_feeding(records.value(), map, options);
    REQUIRE_MESSAGE(feeding.ok(), (feeding.ok() ? "" : feeding.error().message));
    const auto children = evaluate::children_csv(records.value(), map, feeding.value());
    return {base::csv::parse(children.value()).value(),
            base::csv::parse(evaluate::summary_csv(feeding.value(), options)).value()};
}

FeedingOptions with(Unknown unknown) {
    FeedingOptions options;
    options.rules.unknown = unknown;
    return options;
}

std::string refusal(const std::string& text, const std::string& map) {
    const auto records = Records::parse(text);
    if (!records.ok()) return records.error().message;
    const auto feeding = evaluate::read_feeding(records.value(), map, {});
    return feeding.ok() ? "" : feeding.error().message;
}

// id, age in months, breast milk, water, formula, tea, food, bottle, village
const std::string kMap =
    R"({"id":"id","age_months":"age","bf_yesterday":"bf","l_water":"water","l_formula":"formula",
        "l_tea":"tea","f_any":"food","bottle_yesterday":"bottle"})";
const std::string kHead = "id,age,bf,water,formula,tea,food,bottle,village\n";
const std::string kFive = kHead +
                          "ani,2,1,0,0,0,0,0,a\n"      // breast milk only
                          "budi,5.9,1,1,1,0,0,1,a\n"   // water and formula: milk outweighs water
                          "citra,0,1,0,0,8,0,0,b\n"    // nobody knows of tea
                          "dewi,6,1,0,0,0,1,0,b\n"     // six months: in ISSSF, not in EBF
                          "eko,12,0,1,0,0,1,1,b\n"     // not breastfed
                          "fitri,24,1,0,0,0,0,0,b\n";  // too old for everything

}  // namespace

TEST_CASE("five children by hand: classes, numerators and denominators, village by village") {
    FeedingOptions options;
    options.by = {"village"};
    const Tables tables = evaluated(kFive, kMap, options);
    REQUIRE(tables.children.rows.size() == 6);
    const auto feeding = [&](std::size_t row) { return tables.children.at(row, "feeding_class"); };
    CHECK(feeding(0) == "EBF");
    CHECK(feeding(1) == "BF_MILK");
    CHECK(feeding(2) == "UNK");
    CHECK(feeding(3) == "BF_CF");
    CHECK(feeding(4) == "NOT_BF");
    CHECK(feeding(5) == "");
    CHECK(tables.children.at(1, "age_months") == "5");
    CHECK(tables.children.at(2, "WHO_EBF") == "0");  // don't know stays in the denominator
    CHECK(tables.children.at(3, "WHO_EBF") == "");
    CHECK(tables.figure("WHO_EBF", "0-5") == "1/3 33.33");
    CHECK(tables.figure("WHO_MIXMF", "0-5") == "1/3 33.33");
    CHECK(tables.figure("WHO_ISSSF", "6-8") == "1/1 100.00");
    CHECK(tables.figure("WHO_CBF", "12-23") == "0/1 0.00");
    CHECK(tables.figure("WHO_BOF", "0-23") == "2/5 40.00");
    CHECK(tables.figure("WHO_EBF", "0-5", "a") == "1/2 50.00");
    CHECK(tables.figure("WHO_EBF", "0-5", "b") == "0/1 0.00");
    CHECK(tables.figure("WHO_CBF", "12-23", "a") == "0/0 ");  // nobody: no percentage
    CHECK(tables.figure("WHO_EIBF", "0-23") == "none");       // nobody was asked
    CHECK(tables.figure("AG_UNK", "0-5") == "1/3 33.33");
}

TEST_CASE("what the table cannot tell is said, with what the map would have to name") {
    const auto records = Records::parse(kFive);
    const auto feeding = evaluate::read_feeding(
        records.value(), R"({"age_months":"age","bf_yesterday":"bf","l_water":"water"})", {});
    REQUIRE(feeding.ok());
    const auto& said = feeding.value().messages;
    const std::string ebf =
        "WHO_EBF is not told: the map must name bf_yesterday, f_any and a drink (l_...)";
    CHECK(std::find(said.begin(), said.end(), ebf) != said.end());
    for (const std::string& each : said) CHECK(each.find("WHO_CBF") == std::string::npos);
}

TEST_CASE("the four policies for don't know") {
    CHECK(evaluated(kFive, kMap, with(Unknown::Keep)).figure("WHO_EBF", "0-5") == "1/3 33.33");
    CHECK(evaluated(kFive, kMap, with(Unknown::Exclude)).figure("WHO_EBF", "0-5") == "1/2 50.00");
    CHECK(evaluated(kFive, kMap, with(Unknown::AsNo)).figure("WHO_EBF", "0-5") == "2/3 66.67");
    const Tables given = evaluated(kFive, kMap, with(Unknown::AsGiven));
    CHECK(given.figure("WHO_EBF", "0-5") == "1/3 33.33");
    CHECK(given.children.at(2, "feeding_class") == "BF_NML");
    CHECK(evaluated(kFive, kMap, with(Unknown::Exclude)).figure("AG_UNK", "0-5") == "none");
}

TEST_CASE("empty is not don't know: nobody asked is in no denominator of the day before") {
    const std::string text = kHead + "ani,2,,,,,,,a\nbudi,2,1,0,0,,0,0,a\n";
    const Tables kept = evaluated(text, kMap);
    CHECK(kept.children.at(0, "feeding_class") == "");
    CHECK(kept.children.at(0, "WHO_EBF") == "");
    CHECK(kept.children.at(1, "feeding_class") == "UNK");
    CHECK(kept.figure("WHO_EBF", "0-5") == "0/1 0.00");
    FeedingOptions as_no = with(Unknown::AsNo);
    CHECK(evaluated(text, kMap, as_no).figure("WHO_EBF", "0-5") == "0/1 0.00");
    as_no.rules.missing = evaluate::Missing::AsNo;
    CHECK(evaluated(text, kMap, as_no).figure("WHO_EBF", "0-5") == "1/1 100.00");
}

TEST_CASE("early initiation: at once and hour 0, not hour 1; the never breastfed stay in") {
    const std::string map =
        R"({"age_months":"age","bf_ever":"ever","prelacteal_2d":"pre","bf_start_unit":"unit",
            "bf_start_value":"value"})";
    const Tables tables = evaluated(
        "age,ever,pre,unit,value\n1,1,0,IMM,\n1,1,0,HOUR,0\n"
        "1,1,1,HOUR,1\n1,1,8,DAY,1\n23,0,,,\n1,1,0,UNK,\n24,1,0,IMM,\n",
        map);
    CHECK(tables.figure("WHO_EVBF", "0-23") == "5/6 83.33");
    CHECK(tables.figure("WHO_EIBF", "0-23") == "2/6 33.33");
    CHECK(tables.figure("WHO_EBF2D", "0-23") == "3/6 50.00");
    CHECK(tables.children.at(4, "WHO_EIBF") == "0");
    CHECK(tables.figure("WHO_EBF", "0-5") == "none");
}

TEST_CASE("columns of DHS: m4, m34, m55, weights of a million, months of the century") {
    const std::string map =
        R"({"id":"caseid","birth_date":{"column":"b3","coding":"cmc"},
            "visit_date":{"column":"v008","coding":"cmc"},
            "weight":{"column":"v005","scale":1000000},
            "bf_ever":{"column":"m4","coding":"dhs_m4"},
            "bf_yesterday":{"column":"m4","coding":"dhs_m4"},
            "bf_start":{"column":"m34","coding":"dhs_m34"},"prelacteal_2d":"m55",
            "bottle_yesterday":"m38","l_water":"v409","l_juice":"v410",
            "l_milk":["v411","v412"],"l_formula":"v411a","f_any":["v414a","v414e"]})";
    const std::string head =
        "caseid,b3,v008,v005,m4,m34,m55,m38,v409,v410,v411,v412,v411a,v414a,"
        "v414e\n";
    const Tables tables = evaluated(head +
                                        "1,1500,1505,1500000,95,0,0,0,0,0,0,0,0,0,0\n"
                                        "2,1500,1505,500000,95,100,0,0,0,0,0,1,0,0,0\n"
                                        "3,1500,1506,1000000,93,101,1,1,1,0,0,0,1,0,1\n"
                                        "4,1500,1502,1000000,94,,0,1,0,0,0,0,1,0,0\n",
                                    map);
    CHECK(tables.children.at(0, "age_months") == "5");
    CHECK(tables.children.at(0, "feeding_class") == "EBF");
    CHECK(tables.children.at(1, "feeding_class") == "BF_MILK");
    CHECK(tables.children.at(2, "feeding_class") == "NOT_BF");
    CHECK(tables.children.at(2, "age_months") == "6");
    CHECK(tables.figure("WHO_EBF", "0-5") == "1.5/3 50.00");
    CHECK(tables.figure("WHO_EIBF", "0-23") == "2/4 50.00");
    CHECK(tables.figure("WHO_EVBF", "0-23") == "3/4 75.00");
    CHECK(tables.figure("WHO_EBF2D", "0-23") == "2/4 50.00");
    CHECK(tables.figure("WHO_ISSSF", "6-8") == "1/1 100.00");
}

TEST_CASE("completed months: the calendar's, or 30.4375 days, on the edge of six months") {
    // 30 August to 28 February: six months by the calendar; 182 days are 5.98 months by days.
    const std::string map =
        R"({"birth_date":"b","visit_date":"v","bf_yesterday":"bf","f_any":"food","l_water":"w"})";
    const std::string text =
        "b,v,bf,food,w\n2024-08-30,2025-02-28,1,0,0\n"
        "2025-03-01,2025-02-28,1,0,0\n2025-02-28,2025-02-28,1,0,0\n";
    const Tables months = evaluated(text, map);
    CHECK(months.children.at(0, "age_months") == "6");
    CHECK(months.children.at(1, "age_months") == "");
    CHECK(months.children.at(1, "note") == "born after the visit");
    CHECK(months.children.at(2, "age_months") == "0");
    FeedingOptions by_days;
    by_days.age_rule = evaluate::AgeRule::Days;
    CHECK(evaluated(text, map, by_days).children.at(0, "age_months") == "5");
    CHECK(months.figure("WHO_EBF", "0-5") == "1/1 100.00");
    CHECK(evaluated(text, map, by_days).figure("WHO_EBF", "0-5") == "2/2 100.00");
}

TEST_CASE("a code that nobody explained refuses the whole table, by its line") {
    CHECK(
        refusal(kHead + "ani,2,1,0,0,0,0,0,a\nbudi,2,1,7,0,0,0,0,a\n", kMap) ==
        "line 3, column \"water\": \"7\" is no code that the map knows; explain it under \"codes\" "
        "or \"missing\"");
    CHECK(refusal("a,bf\n1,0\n",
                  R"({"age_months":"a","bf_yesterday":{"column":"bf","coding":"m4"}})") ==
          "the map, \"bf_yesterday\": there is no \"coding\": \"m4\" here; it is dhs_m4");
    CHECK(refusal("a,bf,w\n1,0,1\n", R"({"age_months":"a","bf_yesterday":"bf",
                  "weight":{"column":"w","unit":"kg"}})")
              .starts_with("the map, \"weight\": here it is how much a child counts"));
    CHECK(refusal(kHead, R"({"age_months":"age"})") == "the map names no question about feeding");
    CHECK(refusal("age,bf\nold,1\n", R"({"age_months":"age","bf_yesterday":"bf"})") ==
          "line 2, column \"age\": \"old\" is no number");
    const std::string mapped =
        R"({"age_months":"age","bf_yesterday":{"column":"bf",
            "codes":{"yes":["ja"],"no":["nein"],"unknown":["7"]},"missing":["-9"]}})";
    const Tables tables = evaluated("age,bf\n12,ja\n13,nein\n14,7\n15,-9\n", mapped);
    CHECK(tables.figure("WHO_CBF", "12-23") == "1/3 33.33");
}

TEST_CASE(
    "random tables: parts stay in their wholes, classes sum to all, groups sum to everybody") {
    std::mt19937 engine(11);
    const auto upto = [&](int count) { return static_cast<int>(engine() % unsigned(count)); };
    static const char* kSaid[] = {"0", "0", "0", "1", "8", ""};
    for (int round = 0; round < 20; ++round) {
        CAPTURE(round);
        std::string text = kHead;
        for (int i = 0; i < 60; ++i) {
            text += std::to_string(i) + "," + std::to_string(upto(26));
            for (int item = 0; item < 6; ++item) text += std::string(",") + kSaid[upto(6)];
            text += i % 3 == 0 ? ",a\n" : ",b\n";
        }
        FeedingOptions options = with(static_cast<Unknown>(upto(4)));
        options.by = {"village"};
        const Tables tables = evaluated(text, kMap, options);
        std::map<std::string, int> parts, wholes;
        std::map<std::string, int> percents;
        for (std::size_t row = 0; row < tables.summary.rows.size(); ++row) {
            const std::string indicator = tables.summary.at(row, "indicator");
            if (indicator == "MEDIAN_EBF_MONTHS") continue;
            const int numerator = std::stoi(tables.summary.at(row, "numerator"));
            const int denominator = std::stoi(tables.summary.at(row, "denominator"));
            CHECK(numerator <= denominator);
            const std::string ages = tables.summary.at(row, "age_months");
            const std::string group = tables.summary.at(row, "group");
            const std::string sign = group.empty() ? "all" : "groups";
            parts[sign + indicator + ages] += numerator;
            wholes[sign + indicator + ages] += denominator;
            if (indicator.starts_with("AG_") && denominator > 0) {
                std::string digits = tables.summary.at(row, "percent");
                digits.erase(digits.find('.'), 1);
                percents[group + ages] += std::stoi(digits);
            }
        }
        for (const auto& [key, sum] : percents) CHECK(sum == 10'000);
        for (const auto& [key, part] : parts) {
            if (!key.starts_with("all")) continue;
            CHECK(parts["groups" + key.substr(3)] == part);
            CHECK(wholes["groups" + key.substr(3)] == wholes[key]);
        }
    }
}

TEST_CASE("a unit of the first feed may be named as people name it; any other name is refused") {
    const auto map = [](const std::string& hours) {
        return R"({"age_months":"age","bf_start_unit":{"column":"u",
                    "codes":{"immediately":["0"],")" +
               hours + R"(":["1"],"unknown":["9"]}},"bf_start_value":"n"})";
    };
    const std::string text = "age,u,n\n2,0,\n3,1,0\n4,1,5\n5,9,\n";
    CHECK(evaluated(text, map("hours")).figure("WHO_EIBF", "0-23") == "2/4 50.00");
    CHECK(refusal(text, map("stunden")) ==
          "line 3, column \"u\": \"1\" is by the map \"stunden\", which is none of ours: IMM, "
          "HOUR, DAY, NEVER, UNK");
    const std::string plain = R"({"age_months":"age","bf_start_unit":"u","bf_start_value":"n"})";
    CHECK(evaluated(text, plain).figure("WHO_EIBF", "0-23") == "2/4 50.00");
}

TEST_CASE("who was not asked is in no figure where the map says who was") {
    const std::string text =
        "age,m4,water,food,b9,alive\n2,95,0,0,0,1\n3,95,,,4,1\n4,95,0,0,0,0\n5,95,0,0,,1\n";
    const std::string map =
        R"({"age_months":"age","bf_yesterday":{"column":"m4","coding":"dhs_m4"},"l_water":"water",
            "f_any":"food","include":{"columns":["b9","alive"],"codes":{"yes":["00","0","1"],
            "no":["4"]}}})";
    const std::string only_alive =
        R"({"age_months":"age","bf_yesterday":{"column":"m4","coding":"dhs_m4"},"l_water":"water",
            "f_any":"food","include":"alive"})";
    const Tables tables = evaluated(text, only_alive);
    CHECK(tables.figure("WHO_EBF", "0-5") == "2/3 66.67");
    CHECK(tables.children.at(2, "WHO_EBF") == "");
    CHECK(tables.children.at(2, "note") == "not included");
    CHECK(evaluated(text, map).figure("WHO_EBF", "0-5") == "2/2 100.00");
}

TEST_CASE("a grouping column that is not there is answered with those that are") {
    const auto records = Records::parse(kFive);
    FeedingOptions options;
    options.by = {"Village"};
    const auto feeding = evaluate::read_feeding(records.value(), kMap, options);
    REQUIRE_FALSE(feeding.ok());
    CHECK(
        feeding.error().message.ends_with("it has id, age, bf, water, formula, tea, food, "
                                          "bottle, village"));
}
