// The tables with a row for each infant: what may stand in them, and who is counted below them.
#include "shared/sheets/person_sheets.h"
#include "shared/sheets/counts.h"
#include "shared/sheets/family_sheets.h"
#include "shared/sheets/formats/csv_file.h"
#include "shared/sheets/formats/html_file.h"
#include "shared/sheets/register_sheet.h"
#include "tests/shared/care/family_of.h"

#include <doctest/doctest.h>

#include <algorithm>

using family_of::day;
using family_of::Records;

namespace {

const sheets::Place kPosyandu = {"MELATI-1", "Melati 1", "Sukamaju", "", {"MELATI-1"}};
const std::string kCentre = "Puskesmas Contoh";

base::Month month(const std::string& text) {
    return base::parse_month(text).value();
}

// What stands under that head for Budi, weighed on that day in March.
std::string told(Records& records, const std::string& head,
                 care::F1Row1 rule = care::F1Row1::Both) {
    const care::Family family = records.family();
    sheets::Sheet sheet = sheets::cohort_sheet(kPosyandu, month("2025-03"));
    const sheets::HomeRows home{records.at("home"), family, kPosyandu, kCentre, rule};
    sheets::add_cohort_rows(home, month("2025-03"), sheet);
    REQUIRE(sheet.rows.size() == 1);
    const auto at = std::find(sheet.headers.begin(), sheet.headers.end(), head);
    REQUIRE(at != sheet.headers.end());
    return to_text(sheet.rows[0][static_cast<std::size_t>(at - sheet.headers.begin())]);
}

Records weighed(const std::string& born, std::int64_t grams) {
    Records records;
    records.born(born);
    records.visit("v", "2025-03-20");
    records.infant_check("v").fields.set_integer("weight_g", grams);
    return records;
}

}  // namespace

TEST_CASE("the cohort register tells a score only where one may be told") {
    // DOMAIN 7.5: none of a preterm child. 7.6: none before day 15. 7.2: none of a weight that
    // cannot be. The weight itself always stands there.
    Records term = weighed("2025-01-20", 4900);
    CHECK(told(term, "Mar BB/U (SD)") != "");
    CHECK(told(term, "Mar BB (kg)") == "4.9");
    Records preterm = weighed("2025-01-20", 4900);
    preterm.at("birth").fields.set_integer("gestation_weeks", 35);
    CHECK(told(preterm, "Mar BB/U (SD)") == "");
    CHECK(told(preterm, "Mar BB (kg)") == "4.9");
    Records newborn = weighed("2025-03-06", 3100);  // day 14
    CHECK(told(newborn, "Mar BB/U (SD)") == "");
    Records fortnight = weighed("2025-03-05", 3100);  // day 15
    CHECK(told(fortnight, "Mar BB/U (SD)") != "");
    Records slip = weighed("2025-01-20", 24'000);
    CHECK(told(slip, "Mar BB/U (SD)") == "");
    CHECK(told(slip, "Mar BB (kg)") == "24");
}

TEST_CASE("a row of the cohort register takes no more room than its columns") {
    Records records = weighed("2025-01-20", 4900);
    const care::Family family = records.family();
    sheets::Sheet sheet = sheets::cohort_sheet(kPosyandu, month("2025-03"));
    const sheets::HomeRows home{records.at("home"), family, kPosyandu, kCentre};
    sheets::add_cohort_rows(home, month("2025-03"), sheet);
    REQUIRE(sheet.rows.size() == 1);
    CHECK(sheet.rows[0].size() == sheet.headers.size());
    CHECK(sheet.rows[0].capacity() == sheet.headers.size());
}

TEST_CASE(
    "the cohort register's ASI follows the district's choice, as the register of marks does") {
    // DOMAIN 6.5: breast milk only yesterday, something else once before.
    Records records;
    records.born("2025-01-20");
    records.recalled("2025-03-20").fields.set("other_ever", "1");
    for (const auto rule : {care::F1Row1::Both, care::F1Row1::ClockA}) {
        const std::string status = told(records, "Mar ASI", rule);
        CHECK(status == (rule == care::F1Row1::Both ? "X" : "E"));
        indicators::Settings settings;
        settings.f1_row1 = rule;
        const care::Family family = records.family();
        const auto rows =
            indicators::register_rows(family, month("2025-03"), day("2025-03-31"), settings);
        REQUIRE(rows.size() == 1);
        CHECK(care::to_code(rows[0].this_month) == status);
    }
}

TEST_CASE("a number typed into a name is masked on paper, and stands whole in the file") {
    Records records;
    records.born("2025-01-20");
    records.at("budi").fields.set("full_name", "Budi <3201 2345 6789 0123>");
    records.at("siti").fields.set("full_name", "Siti 0812-3456-7890");
    records.at("budi").fields.set("nik", "3201234567890124");
    records.visit("v", "2025-03-20");
    records.infant_check("v").fields.set_integer("weight_g", 4900);
    const care::Family family = records.family();
    const sheets::HomeRows home{records.at("home"), family, kPosyandu, kCentre};
    sheets::Book book;
    book.sheets = {sheets::cohort_sheet(kPosyandu, month("2025-03")), sheets::ppgbm_sheet()};
    sheets::add_cohort_rows(home, month("2025-03"), book.sheets[0]);
    sheets::add_ppgbm_rows(home, month("2025-03"), book.sheets[1]);
    book.sheets.push_back(sheets::register_sheet(
        kPosyandu, indicators::register_rows(family, month("2025-03"), day("2025-03-31"))));
    for (auto& sheet : sheets::family_sheets(family, records.at("home"), kPosyandu)) {
        book.sheets.push_back(std::move(sheet));
    }
    REQUIRE(book.sheets.size() == 5);
    for (const sheets::Sheet& sheet : book.sheets) {
        CAPTURE(sheet.title);
        REQUIRE_FALSE(sheet.rows.empty());
        sheets::Book one = book;
        one.sheets = {sheet};
        const std::string page = formats::html_file(one);
        CHECK((page.find("Budi &lt;•••123&gt;") != std::string::npos ||
               page.find("Siti •••890") != std::string::npos));
        CHECK(page.find("3201 2345") == std::string::npos);
        CHECK(page.find("0812-3456") == std::string::npos);
        const std::string csv = formats::csv_file(sheet);
        CHECK((csv.find("3201 2345 6789 0123") != std::string::npos ||
               csv.find("0812-3456-7890") != std::string::npos));
    }
    // A column that is a number is what the office asks for.
    CHECK(formats::html_file(book).find("3201234567890124") != std::string::npos);
}

TEST_CASE("who stays for a while is in the register, and in no sum of its recap") {
    // AMENDMENTS Data 4: she counts where she is domiciled, is listed where she stays.
    Records records;
    records.born("2025-01-15");
    records.infant("rina", "2025-01-20", "P").fields.set("residence", "TEMPORARY");
    for (const char* infant : {"budi", "rina"}) {
        records.recalled("2025-01-25", infant);
        records.recalled("2025-07-22", infant);
    }
    const care::Family family = records.family();
    const auto rows = indicators::register_rows(family, month("2025-08"), day("2025-08-31"));
    CHECK(sheets::register_sheet(kPosyandu, rows).rows.size() == 2);
    const sheets::Sheet recap = sheets::recap_sheet(kPosyandu, rows);
    CHECK(to_text(recap.rows[0][1]) == "1");  // age 0: √
    CHECK(to_text(recap.rows[0][4]) == "1");  // and in all
    CHECK(recap.notes[0].find("Lulus ASI eksklusif 1, ") == 0);
    CHECK(recap.notes[1].find("Tinggal sementara: 1 bayi") == 0);
}

TEST_CASE("an average over quarter ends divides by the months that were counted") {
    // January to June; of March 4 infants of whom 3 eat, of June nothing was sent.
    sheets::Counts counts(*sheets::parse_period("2025-Q2"));
    counts.add({month("2025-03"), "MELATI-1", "WHO_ISSSF", "", 'L', 7, true, 3});
    counts.add({month("2025-03"), "MELATI-1", "WHO_ISSSF", "", 'L', 7, false, 1});
    CHECK(counts.of_quarter_ends(kPosyandu, "WHO_ISSSF").months == 1);
    counts.covers(month("2025-05"));  // no quarter ends with it
    CHECK(counts.of_quarter_ends(kPosyandu, "WHO_ISSSF").months == 1);
    counts.covers(month("2025-06"));  // sent, and nobody is in it
    const auto found = counts.of_quarter_ends(kPosyandu, "WHO_ISSSF");
    CHECK(found.months == 2);
    CHECK(found.sum.numerator == 3);
    CHECK(found.sum.denominator == 4);
}
