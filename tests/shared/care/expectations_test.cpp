// What is expected when, held against the tables that it was typed from (shared/domain/model).
#include "shared/care/expectations.h"

#include "shared/base/csv.h"
#include "shared/base/file.h"
#include "shared/forms/check.h"
#include "shared/forms/form_set.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using care::Fit;

namespace {

base::csv::Table table_of(const std::string& name) {
    const std::string path = std::string(KAWAN_SOURCE_DIR) + "/tests/shared/care/" + name;
    return base::csv::parse(base::read_file(path).value()).value();
}

// The form's own rule on the range.
bool is_out_of_range(const care::Instrument& instrument, int total) {
    base::Fields answers;
    answers.set("instrument", std::string(instrument.code));
    answers.set_integer("total", total);
    const auto problems =
        forms::check(*forms::FormSet::builtin().find("scale_result"), answers, {});
    return std::any_of(problems.begin(), problems.end(),
                       [](const forms::Problem& each) { return each.code == "V056"; });
}

}  // namespace

TEST_CASE("wet nappies: as many as the infant is days old, six from the sixth day on") {
    const auto table = table_of("wet_nappies_min.csv");
    REQUIRE(table.rows.size() == 7);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const int day = std::stoi(table.at(row, "day_of_life"));
        CAPTURE(day);
        CHECK(care::least_wet_nappies(day).value_or(0) == std::stoi(table.at(row, "min_wet_24h")));
    }
    CHECK_FALSE(care::least_wet_nappies(0));  // no flag on the day of birth
    CHECK_FALSE(care::least_wet_nappies(-1));
    CHECK(care::least_wet_nappies(90) == 6);
}

TEST_CASE("the womb and the bleeding after a birth, day by day, as the table says") {
    const auto table = table_of("involution_expected.csv");
    const auto bands = care::involution_table();
    REQUIRE(table.rows.size() == bands.size());
    for (std::size_t row = 0; row < bands.size(); ++row) {
        CAPTURE(row);
        CHECK(bands[row].day_from == std::stoi(table.at(row, "day_from")));
        CHECK(bands[row].day_to == std::stoi(table.at(row, "day_to")));
        CHECK(bands[row].fundus_en == table.at(row, "fundus"));
        std::string lochia = table.at(row, "lochia");
        if (lochia.ends_with("none")) lochia.replace(lochia.size() - 4, 4, "NONE");
        CHECK(lochia.starts_with(bands[row].lochia_first));
        CHECK(lochia.ends_with(bands[row].lochia_last));
    }
    CHECK(care::involution_on(-1) == nullptr);
    CHECK(care::involution_on(43) == nullptr);
}

TEST_CASE("one class beside what is expected means nothing; two are worth a question") {
    CHECK(care::lochia_fit(6, "SEROSA") == Fit::Expected);
    CHECK(care::lochia_fit(6, "SANGUINOLENTA") == Fit::Near);
    CHECK(care::lochia_fit(6, "ALBA") == Fit::Near);
    CHECK(care::lochia_fit(6, "RUBRA") == Fit::Apart);
    CHECK(care::lochia_fit(4, "SANGUINOLENTA") == Fit::Expected);
    CHECK(care::lochia_fit(20, "NONE") == Fit::Expected);
    CHECK(care::lochia_fit(20, "PURULENT") == Fit::Apart);
    CHECK(care::lochia_fit(20, "UNK") == Fit::Unknown);
    CHECK(care::lochia_fit(60, "RUBRA") == Fit::Unknown);
    CHECK(care::fundus_fit(4, "MID") == Fit::Expected);
    CHECK(care::fundus_fit(4, "PELVIC") == Fit::Near);
    CHECK(care::fundus_fit(20, "AT_UMB") == Fit::Apart);
    CHECK(care::fundus_fit(20, "NOT_DONE") == Fit::Unknown);
}

TEST_CASE("bright red is back only after it had turned pale") {
    const std::array<std::string_view, 2> red = {"RUBRA", "SANGUINOLENTA"};
    const std::array<std::string_view, 2> pale = {"RUBRA", "SEROSA"};
    CHECK_FALSE(care::is_red_again(red, "RUBRA"));
    CHECK(care::is_red_again(pale, "RUBRA"));
    CHECK_FALSE(care::is_red_again(pale, "SEROSA"));
}

TEST_CASE("questionnaires: between which figures the total lies, and who may take them") {
    const auto table = table_of("instruments.csv");
    REQUIRE(table.rows.size() == care::instruments().size());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string code = table.at(row, "code");
        CAPTURE(code);
        const care::Instrument* instrument = care::find_instrument(code);
        REQUIRE(instrument != nullptr);
        CHECK(instrument->least == std::stoi(table.at(row, "total_min")));
        CHECK(instrument->most == std::stoi(table.at(row, "total_max")));
        CHECK(instrument->high_is_worse == table.at(row, "direction").starts_with("high = worse"));
        const std::string who = table.at(row, "administered_by");
        const bool is_midwifes = who.starts_with("BIDAN (") || who == "TRAINED BIDAN";
        CHECK(care::may_take(*instrument, "KADER") == !is_midwifes);
        CHECK((instrument->taken_by == care::TakenBy::Cadre) == (who == "KADER"));
        CHECK(care::may_take(*instrument, "BIDAN"));
        CHECK_FALSE(is_out_of_range(*instrument, instrument->least));
        CHECK_FALSE(is_out_of_range(*instrument, instrument->most));
        CHECK(is_out_of_range(*instrument, instrument->most + 1));
    }
}
