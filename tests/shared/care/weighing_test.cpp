// The curves of the standard, and whether a child gained.
#include "shared/care/weighing.h"

#include "shared/care/growth.h"
#include "tests/shared/care/family_of.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

namespace {

using care::CardLetter;
using family_of::day;

int day_of_month(int month) {
    return static_cast<int>(std::lround(month * 30.4375));
}

struct Weighed {
    const char* on;
    const char* grams;
};

family_of::Records boy_weighed(const std::vector<Weighed>& all) {
    family_of::Records records;
    records.born("2026-01-10");
    for (const Weighed& each : all) {
        records.visit(std::string("v") + each.on, each.on);
        auto& check = records.infant_check(std::string("v") + each.on);
        check.fields.set_integer("weight_g", std::stoi(each.grams));
    }
    return records;
}

}  // namespace

TEST_CASE("a curve's points are the published medians and lower lines of months 0 to 6") {
    // DOMAIN 7.3, computed there from WHO's daily table: kilograms at -2 SD.
    constexpr std::array<double, 7> kBoys = {2.46, 3.38, 4.32, 5.01, 5.57, 5.99, 6.36};
    constexpr std::array<double, 7> kGirls = {2.39, 3.15, 3.94, 4.53, 5.02, 5.40, 5.73};
    for (int month = 0; month <= 6; ++month) {
        CAPTURE(month);
        const auto number = static_cast<std::size_t>(month);
        const int at = day_of_month(month);
        CHECK(std::abs(*care::weight_at_z('L', at, -2) - kBoys[number]) < 0.006);
        CHECK(std::abs(*care::weight_at_z('P', at, -2) - kGirls[number]) < 0.006);
    }
    CHECK(std::abs(*care::weight_at_z('L', 0, 0) - 3.35) < 0.006);
    CHECK(std::abs(*care::weight_at_z('L', day_of_month(1), 0) - 4.45) < 0.006);
    CHECK(std::abs(*care::weight_at_z('P', day_of_month(6), 0) - 7.30) < 0.006);
}

TEST_CASE("the lines stay near WHO's monthly table up to two years") {
    // L, M, S of the monthly table (weight for age, girls); it differs from the daily one by the
    // rounding of a month to days, at most 0.0184 kg in M (DOMAIN 7.3).
    struct Month {
        int month;
        double l, m, s;
    };
    for (const Month& row :
         {Month{22, -0.2862, 11.0608, 0.1235}, Month{23, -0.2903, 11.2688, 0.12369}}) {
        for (const int z : {-3, -2, -1, 0, 1, 2, 3}) {
            CAPTURE(row.month);
            CAPTURE(z);
            const double published = row.m * std::pow(1 + row.l * row.s * z, 1 / row.l);
            CHECK(std::abs(*care::weight_at_z('P', day_of_month(row.month), z) - published) < 0.03);
        }
    }
}

TEST_CASE("what weighs as much as a point of a curve has that curve's score") {
    for (const char sex : {'L', 'P'}) {
        for (const int age : {0, 1, 14, 91, 183, 365, 730}) {
            for (const double z : {-5.0, -3.0, -2.0, -0.5, 0.0, 1.0, 3.0, 4.5}) {
                CAPTURE(age);
                CAPTURE(z);
                const double kg = *care::weight_at_z(sex, age, z);
                CHECK(*care::weight_for_age_z(sex, age, kg) == doctest::Approx(z).epsilon(0.001));
            }
        }
    }
    CHECK_FALSE(care::weight_at_z(0, 10, 0));
    CHECK_FALSE(care::weight_at_z('L', -1, 0));
    CHECK_FALSE(care::weight_at_z('L', 731, 0));
}

TEST_CASE("the growth card's letter: enough in a month, too little, too near, too far, the first") {
    struct Case {
        const char* name;
        std::vector<Weighed> weighed;
        CardLetter letter;
        int gain;
    };
    // Born on 10 January: a month old on 10 February, two months on 10 March.
    for (const Case& c : {
             Case{"first", {{"2026-02-10", "4200"}}, CardLetter::First, 0},
             Case{"900 g at two months is enough",
                  {{"2026-02-10", "4200"}, {"2026-03-12", "5100"}},
                  CardLetter::Gained,
                  900},
             Case{"899 g is not",
                  {{"2026-02-10", "4200"}, {"2026-03-12", "5099"}},
                  CardLetter::NotGained,
                  899},
             Case{"a day before two months 800 g are",
                  {{"2026-02-10", "4200"}, {"2026-03-09", "5000"}},
                  CardLetter::Gained,
                  800},
             Case{"lost",
                  {{"2026-02-10", "4200"}, {"2026-03-12", "4100"}},
                  CardLetter::NotGained,
                  -100},
             Case{"19 days", {{"2026-02-10", "4200"}, {"2026-03-01", "4900"}}, CardLetter::None, 0},
             Case{"20 days",
                  {{"2026-02-10", "4200"}, {"2026-03-02", "5000"}},
                  CardLetter::Gained,
                  800},
             Case{"45 days",
                  {{"2026-02-10", "4200"}, {"2026-03-27", "5100"}},
                  CardLetter::Gained,
                  900},
             Case{"46 days", {{"2026-02-10", "4200"}, {"2026-03-28", "5100"}}, CardLetter::None, 0},
             Case{"1 February and 28 March, 55 days: she was weighed last month",
                  {{"2026-02-01", "4000"}, {"2026-03-28", "5100"}},
                  CardLetter::None,
                  0},
             Case{"25 January and 10 March, 44 days: nothing in February",
                  {{"2026-01-25", "3600"}, {"2026-03-10", "5100"}},
                  CardLetter::NotWeighedLastMonth,
                  0},
             Case{"twice in the first month: it is still the first",
                  {{"2026-02-03", "3900"}, {"2026-02-27", "4800"}},
                  CardLetter::First,
                  0},
             Case{"twice in a month, nothing in the month before",
                  {{"2026-01-20", "3400"}, {"2026-03-01", "4600"}, {"2026-03-28", "5500"}},
                  CardLetter::NotWeighedLastMonth,
                  0},
             Case{"a gain within the month is not last month's",
                  {{"2026-02-05", "4100"}, {"2026-03-01", "4900"}, {"2026-03-28", "5800"}},
                  CardLetter::None,
                  0},
             Case{"the impossible weight of last month is none",
                  {{"2026-01-25", "3600"}, {"2026-02-20", "25000"}, {"2026-03-10", "5100"}},
                  CardLetter::NotWeighedLastMonth,
                  0},
             Case{"weekly: against a month ago",
                  {{"2026-02-10", "4200"}, {"2026-03-05", "5000"}, {"2026-03-12", "5150"}},
                  CardLetter::Gained,
                  950},
             Case{"an impossible weight is no measure",
                  {{"2026-02-10", "25000"}, {"2026-03-12", "5100"}},
                  CardLetter::First,
                  0},
             Case{"nor judged",
                  {{"2026-02-10", "4200"}, {"2026-03-12", "25000"}},
                  CardLetter::None,
                  0},
         }) {
        CAPTURE(c.name);
        const auto records = boy_weighed(c.weighed);
        const care::Family family = records.family();
        const auto all = care::weighings(family, *family.person("budi"));
        const auto reading = care::card_reading(all, all.size() - 1);
        CHECK(reading.letter == c.letter);
        if (reading.since != nullptr) CHECK(reading.gain_g == c.gain);
    }
}

TEST_CASE("a swollen child has a weight and no score; one born early is known as such") {
    auto records = boy_weighed({{"2026-02-10", "4200"}});
    records.at("i-v2026-02-10budi").fields.set("oedema", "1");
    records.at("birth").fields.set_integer("gestation_weeks", 36);
    records.at("outcome").fields.set_integer("birth_weight_g", 2450);
    const care::Family family = records.family();
    const care::Person& budi = *family.person("budi");
    const auto all = care::weighings(family, budi);
    REQUIRE(all.size() == 1);
    CHECK_FALSE(all[0].z);
    CHECK(all[0].is_plausible);
    CHECK(care::is_preterm(family, budi));
    CHECK(care::birth_weight_g(family, budi) == 2450);
}
