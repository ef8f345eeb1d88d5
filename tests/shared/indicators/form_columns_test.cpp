// Every column of every form, and every figure that the programme knows by name, has its function
// or says why not. report_columns.csv and indicators.csv are the programme's own lists.
#include "shared/indicators/form_columns.h"
#include "shared/indicators/definitions.h"

#include "shared/base/csv.h"
#include "shared/base/file.h"
#include "shared/base/text.h"

#include <doctest/doctest.h>

#include <set>

namespace {

base::csv::Table list(const char* name) {
    const std::string path = std::string(KAWAN_SOURCE_DIR) + "/tests/shared/indicators/" + name;
    return base::csv::parse(base::read_file(path).value()).value();
}

// Columns that name the place, the period or a child.
bool is_a_name(const std::string& form, int position) {
    if (form == "EPPGBM_EXPORT") return true;
    if (form == "SIGIZI_BALITA_GIZI") return position <= 4;
    if (form == "PROFIL_ASI") return position <= 2;
    return position == 1 && form != "LB3_KIA" && form != "JATIM_NIFAS";
}

}  // namespace

TEST_CASE("every column of the forms is one of our figures, or says why it stays empty") {
    const auto columns = list("report_columns.csv");
    std::size_t found = 0;
    for (std::size_t row = 0; row < columns.rows.size(); ++row) {
        const std::string form = columns.at(row, "form");
        const int position = std::stoi(columns.at(row, "position"));
        CAPTURE(form);
        CAPTURE(position);
        const auto* column = indicators::form_column(form, position);
        CHECK((column == nullptr) == is_a_name(form, position));
        if (column == nullptr) continue;
        ++found;
        CHECK(column->header == columns.at(row, "header"));
        const bool is_ours = column->part != indicators::FormPart::None;
        CHECK(is_ours == !column->code.empty());
        if (is_ours) CHECK(indicators::parse_indicator(column->code).has_value());
        if (!is_ours) CHECK(!column->note.empty());
        const bool is_not_ours = columns.at(row, "our_element").starts_with("not ours");
        if (is_not_ours) CHECK(!is_ours);
    }
    CHECK(found == indicators::form_columns().size());
}

TEST_CASE("every figure of the programme's list has its indicators and the file that counts them") {
    const auto figures = list("indicators.csv");
    const auto sources = indicators::figure_sources();
    REQUIRE(figures.rows.size() == sources.size());
    for (std::size_t row = 0; row < figures.rows.size(); ++row) {
        CAPTURE(sources[row].code);
        CHECK(sources[row].code == figures.at(row, "code"));
        for (const std::string& code : base::split(sources[row].indicators, ' ')) {
            if (!code.empty()) CHECK(indicators::parse_indicator(code).has_value());
        }
        const std::string file(sources[row].file);
        const bool is_elsewhere = sources[row].indicators.empty();
        const std::string path = is_elsewhere ? file + ".cpp" : "shared/indicators/" + file;
        CHECK(base::file_exists(std::string(KAWAN_SOURCE_DIR) + "/" + path));
    }
}

TEST_CASE("every indicator has a code of its own, names, a definition and its source") {
    std::set<std::string_view> codes;
    for (const indicators::Indicator each : indicators::all_indicators()) {
        CAPTURE(to_code(each));
        CHECK(codes.insert(to_code(each)).second);
        CHECK(indicators::parse_indicator(to_code(each)) == each);
        CHECK(!name_id(each).empty());
        CHECK(!name_en(each).empty());
        CHECK(!definition_id(each).empty());
        CHECK(!definition_en(each).empty());
        CHECK(!source(each).empty());
    }
    CHECK(codes.size() == indicators::kIndicators);
}
