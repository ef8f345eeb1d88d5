// WHO scores beside a second computation: growth_vectors.csv was worked out in 40 decimal digits,
// straight from WHO's own tables (not from the reshaped ones that the program carries).
#include "shared/care/growth.h"

#include "shared/base/csv.h"
#include "shared/base/file.h"

#include <doctest/doctest.h>

#include <cmath>

namespace {

base::csv::Table table_of(const char* name) {
    const std::string path = std::string(KAWAN_SOURCE_DIR) + "/tests/shared/care/" + name;
    return base::csv::parse(base::read_file(path).value()).value();
}

}  // namespace

TEST_CASE("the 252 vectors of weight for age, exactly to two decimals") {
    const auto table = table_of("weight_for_age_vectors.csv");
    REQUIRE(table.rows.size() == 252);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        INFO("row " << row);
        const auto z = care::weight_for_age_z(table.at(row, "sex") == "1" ? 'L' : 'P',
                                              std::stoi(table.at(row, "age_days")),
                                              std::stod(table.at(row, "weight_kg")));
        REQUIRE(z.has_value());
        CHECK(*z == std::stod(table.at(row, "waz_2dp")));
        CHECK(care::is_plausible_weight_z(*z) == (table.at(row, "flag") == "0"));
    }
}

TEST_CASE(
    "length, head and weight for length agree with a second computation, between tenths too") {
    const auto table = table_of("growth_vectors.csv");
    REQUIRE(table.rows.size() == 240);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        INFO("row " << row);
        const char sex = table.at(row, "sex") == "1" ? 'L' : 'P';
        const double measured = std::stod(table.at(row, "measured"));
        const std::string kind = table.at(row, "kind");
        std::optional<double> z;
        if (kind == "weight_for_length") {
            z = care::weight_for_length_z(sex, std::stod(table.at(row, "length_cm")), measured);
        } else {
            const int age = std::stoi(table.at(row, "age_days"));
            z = kind == "length" ? care::length_for_age_z(sex, age, measured)
                                 : care::head_for_age_z(sex, age, measured);
        }
        REQUIRE(z.has_value());
        CHECK(*z == std::stod(table.at(row, "z")));
    }
}

TEST_CASE("WHO's medians are zero, and outside the tables there is no score") {
    CHECK(*care::length_for_age_z('L', 0, 49.8842) == doctest::Approx(0));
    CHECK(*care::head_for_age_z('P', 0, 33.8787) == doctest::Approx(0));
    CHECK(*care::weight_for_length_z('L', 45, 2.441) == doctest::Approx(0));
    CHECK_FALSE(care::weight_for_length_z('L', 44.9, 2.4).has_value());
    CHECK_FALSE(care::weight_for_length_z('L', 110.1, 20).has_value());
    CHECK(care::weight_for_length_z('L', 110, 18).has_value());
    CHECK_FALSE(care::length_for_age_z('L', 731, 80).has_value());
    CHECK_FALSE(care::length_for_age_z('x', 30, 50).has_value());
    CHECK_FALSE(care::head_for_age_z('P', 30, 0).has_value());
    CHECK_FALSE(care::weight_for_age_z('P', 30, std::nan("")).has_value());
}

TEST_CASE("the flags of WHO hold at their edges, and the ministry's classes too") {
    CHECK(care::is_plausible_weight_z(-6));
    CHECK_FALSE(care::is_plausible_weight_z(-6.01));
    CHECK_FALSE(care::is_plausible_weight_z(5.01));
    CHECK(care::is_plausible_length_z(6));
    CHECK_FALSE(care::is_plausible_length_z(6.01));
    CHECK_FALSE(care::is_plausible_weight_for_length_z(-5.01));
    CHECK_FALSE(care::is_plausible_head_z(5.01));
    using care::WeightClass;
    CHECK(care::weight_class(-3.01) == WeightClass::VeryLow);
    CHECK(care::weight_class(-3) == WeightClass::Low);
    CHECK(care::weight_class(-2) == WeightClass::Normal);
    CHECK(care::weight_class(1) == WeightClass::Normal);
    CHECK(care::weight_class(1.01) == WeightClass::RiskOfOverweight);
    CHECK(care::name_id(WeightClass::VeryLow) == "berat badan sangat kurang");
}
