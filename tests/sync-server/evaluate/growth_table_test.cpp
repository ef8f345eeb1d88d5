#include "sync-server/evaluate/growth_table.h"

#include <doctest/doctest.h>

using evaluate::Records;

namespace {

base::csv::Table scored(const std::string& records, const std::string& map, bool lenient = false) {
    const auto read = Records::parse(records);
    REQUIRE(read.ok());
    const auto done = evaluate::evaluate_growth(read.value(), map, lenient);
    REQUIRE_MESSAGE(done.ok(), (done.ok() ? "" : done.error().message));
    return base::csv::parse(done.value().csv).value();
}

std::string refusal(const std::string& records, const std::string& map) {
    const auto read = Records::parse(records);
    if (!read.ok()) return read.error().message;
    const auto done = evaluate::evaluate_growth(read.value(), map, false);
    return done.ok() ? "" : done.error().message;
}

const std::string kMap =
    R"({"id":"child","sex":"sex","age_days":"age","weight":"kg","length":"cm","head":"hc"})";

}  // namespace

TEST_CASE("a row for every row, in its order, with its id, scores to two decimals and flags") {
    // The medians of WHO's tables are zero; 1.2 kg at birth is the first of the 252 vectors.
    const auto table = scored(
        "child,sex,age,kg,cm,hc\nb-7,1,0,3.3464,49.8842,34.4618\n"
        "a-1,2,0,3.2322,49.1477,33.8787\nx,1,0,1.2,,\n",
        kMap);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.at(0, "id") == "b-7");
    CHECK(table.at(0, "row") == "1");
    CHECK(table.at(0, "sex") == "L");
    for (const char* score : {"waz", "laz", "hcz"}) CHECK(table.at(0, score) == "0.00");
    CHECK(table.at(1, "sex") == "P");
    CHECK(table.at(1, "laz_flag") == "0");
    CHECK(table.at(2, "waz") == "-5.32");
    CHECK(table.at(2, "waz_flag") == "0");
    CHECK(table.at(2, "laz") == "");
    CHECK(table.at(2, "laz_flag") == "");
    CHECK(table.at(2, "bb_u") == "berat badan sangat kurang");
}

TEST_CASE("codings, units, dates and ages in months are as the map has them") {
    const std::string dated =
        R"({"sex":{"column":"jk","codes":{"L":["putra"],"P":["putri"]}},
            "birth_date":{"column":"lahir","format":"DD/MM/YYYY"},
            "visit_date":{"column":"ukur","format":"DD/MM/YYYY"},
            "weight":{"column":"g","unit":"g"},"length":{"column":"mm","unit":"mm"}})";
    const auto a = scored("jk;lahir;ukur;g;mm\nputra;1/3/2025;31/3/2025;4000;530\n", dated);
    CHECK(a.at(0, "age_days") == "30");
    CHECK(a.at(0, "weight_kg") == "4");
    CHECK(a.at(0, "length_cm") == "53");
    const auto b =
        scored("sex,age,kg\nM,30,4\n", R"({"sex":"sex","age_days":"age","weight":"kg"})");
    CHECK(a.at(0, "waz") == b.at(0, "waz"));
    // 6 months are 182.625 days, so 183: rounded half up, as WHO's program does.
    const auto c =
        scored("sex,age,kg\nF,6,7\n", R"({"sex":"sex","age_months":"age","weight":"kg"})");
    CHECK(c.at(0, "age_days") == "183");
    const auto d = scored("sex,age,kg\n2.0,183.0,\"7,0\"\n",
                          R"({"sex":"sex","age_days":"age","weight":"kg"})");
    CHECK(d.at(0, "waz") == c.at(0, "waz"));
}

TEST_CASE(
    "standing adds 0.7 cm under two years; under nine months it is taken as lying and noted") {
    const std::string map =
        R"({"sex":"sex","age_days":"age","weight":"kg","length":"cm","measure":"how"})";
    const auto table = scored(
        "sex,age,kg,cm,how\n1,400,10,75.0,h\n1,400,10,75.7,L\n"
        "1,200,8,67,H\n1,200,8,67,\n",
        map);
    CHECK(table.at(0, "length_cm") == "75.7");
    CHECK(table.at(0, "laz") == table.at(1, "laz"));
    CHECK(table.at(0, "wlz") == table.at(1, "wlz"));
    CHECK(table.at(2, "laz") == table.at(3, "laz"));
    CHECK(table.at(2, "note") == "standing under 9 months: taken as lying");
}

TEST_CASE("what has no score keeps its row and says why; oedema takes the scores of weight only") {
    const std::string map =
        R"({"sex":"sex","birth_date":"b","visit_date":"v","weight":"kg","length":"cm",
            "oedema":"o"})";
    const auto table = scored(
        "sex,b,v,kg,cm,o\n"
        ",2025-01-01,2025-02-01,4,53,0\n"
        "1,2025-03-01,2025-02-01,4,53,0\n"
        "1,2025-01-01,2025-02-01,0,53,0\n"
        "1,2022-01-01,2025-02-01,14,95,0\n"
        "1,2025-01-01,2025-02-01,4,53,1\n"
        "1,,2025-02-01,4,53,0\n",
        map);
    REQUIRE(table.rows.size() == 6);
    CHECK(table.at(0, "note") == "no sex");
    CHECK(table.at(1, "note") == "born after the visit");
    CHECK(table.at(2, "note") == "weight not above zero");
    CHECK(table.at(2, "laz") != "");
    CHECK(table.at(3, "note") == "older than 730 days");
    CHECK(table.at(4, "note") == "oedema: no score from weight");
    CHECK(table.at(4, "waz") == "");
    CHECK(table.at(4, "laz") != "");
    CHECK(table.at(5, "note") == "no birth date");
    for (const char* score : {"waz", "laz"}) CHECK(table.at(5, score) == "");
    for (const std::size_t row : {0U, 1U, 3U}) {
        for (const char* score : {"waz", "laz", "wlz"}) CHECK(table.at(row, score) == "");
    }
}

TEST_CASE("what cannot be read is refused with its line and column, or noted where that is asked") {
    CHECK(refusal("sex,age,kg\n1,10,3\n1,10,four\n",
                  R"({"sex":"sex","age_days":"age","weight":"kg"})") ==
          "line 3, column \"kg\": \"four\" is no number");
    CHECK(refusal("sex,age,kg\nmaybe,10,3\n", R"({"sex":"sex","age_days":"age","weight":"kg"})") ==
          "line 2, column \"sex\": \"maybe\" is no code that the map knows; explain it under "
          "\"codes\" or \"missing\"");
    CHECK(refusal("sex,age\n1,10\n", R"({"sex":"sex","age_days":"age","weight":"kg"})") ==
          "the map, \"weight\": the table has no column \"kg\"; it has sex, age");
    CHECK(refusal("sex,age,kg\n1,10\n", R"({"sex":"sex","age_days":"age","weight":"kg"})") ==
          "line 2 has 2 cells, the headings are 3");
    CHECK(refusal("sex,age,kg\n1,10,3\n", R"({"sex":"sex","weigth":"kg"})") ==
          "the map, \"weigth\": nothing of that name is read here (see --help)");
    CHECK(refusal("sex,kg\n1,3\n", R"({"sex":"sex","weight":"kg"})").find("birth_date") !=
          std::string::npos);
    CHECK(refusal("sex,age,kg\n1,1,3\n", "[1]") != "");
    CHECK(refusal("", R"({"sex":"sex"})") == "the table is empty: it has not even headings");
    CHECK(refusal("sex,age,kg\n1,1,3\n",
                  R"({"sex":"sex","age_days":"age","weight":{"column":"kg","unit":"lb"}})") ==
          "the map, \"weight\": unit \"lb\" is not known; it is kg, g");
    CHECK(
        refusal("sex,age,kg,kg\n1,1,3,4\n", R"({"sex":"sex","age_days":"age","weight":"kg"})") ==
        "the map, \"weight\": the table has two columns \"kg\"; give one of them another heading");
    const auto noted = scored("sex,age,kg\n1,10,four\n2,10,3\n",
                              R"({"sex":"sex","age_days":"age","weight":"kg"})", true);
    CHECK(noted.at(0, "waz") == "");
    CHECK(noted.at(0, "note") == "line 2, column \"kg\": \"four\" is no number");
    CHECK(noted.at(1, "waz") != "");
}

TEST_CASE("a score that cannot be is empty, and its row says why: too old, too long, no age") {
    const std::string map =
        R"({"sex":"sex","age_days":"age","weight":"kg","length":"cm","measure":"how","head":"hc"})";
    const auto table = scored(
        "sex,age,kg,cm,how,hc\n1,730,12,85,L,\n1,731,12,85,L,\n1,700,12,110.1,L,\n"
        "2,,4,50,,\n2,,14,90,L,\n2,,14,90,,\n2,,4,50,H,\n2,30,,,,0\n",
        map);
    CHECK(table.at(0, "waz") != "");
    CHECK(table.at(0, "note") == "");
    for (const char* score : {"waz", "laz", "wlz", "hcz", "waz_flag"}) {
        CHECK(table.at(1, score) == "");
    }
    CHECK(table.at(1, "note") == "older than 730 days");
    CHECK(table.at(2, "wlz") == "");
    CHECK(table.at(2, "laz") != "");
    CHECK(table.at(2, "note") == "length not 45 to 110 cm: no weight for length");
    // WHO's own program gives weight for length without an age, to who may be under two years.
    for (const std::size_t row : {3U, 4U}) CHECK(table.at(row, "wlz") != "");
    for (const std::size_t row : {5U, 6U}) CHECK(table.at(row, "wlz") == "");
    for (const std::size_t row : {3U, 4U, 5U, 6U}) CHECK(table.at(row, "note") == "no age");
    CHECK(table.at(7, "note") == "head not above zero");
}

TEST_CASE("dates come in any order that the map tells, with four digits of the year") {
    const auto with = [](const std::string& format) {
        return R"({"sex":"sex","birth_date":{"column":"b","format":")" + format +
               R"("},"visit_date":{"column":"v","format":")" + format + R"("},"weight":"kg"})";
    };
    const std::string text = "sex,b,v,kg\n1,1/3/2025,31/03/2025 00:00:00,4\n";
    for (const char* format : {"DD/MM/YYYY", "dd/mm/yyyy", "%d/%m/%Y"}) {
        CHECK(scored(text, with(format)).at(0, "age_days") == "30");
    }
    CHECK(
        refusal(text, with("DD/MM/YY")) ==
        "the map, \"birth_date\": a \"format\" has YYYY, MM (or MMM for its name) and DD in their "
        "order, as "
        "\"DD/MM/YYYY\"");
    CHECK(refusal("sex,b,v,kg\n1,1/3/25,31/03/2025,4\n", with("DD/MM/YYYY")) ==
          "line 2, column \"b\": \"1/3/25\" is no date written DD/MM/YYYY");
    const std::string plain = R"({"sex":"sex","birth_date":"b","visit_date":"v","weight":"kg"})";
    CHECK(refusal(text, plain) ==
          "line 2, column \"b\": \"1/3/2025\" is no date like 2025-01-31; give the map its "
          "\"format\", as \"DD/MM/YYYY\"");
}

TEST_CASE("a unit that the map forgot is suspected aloud") {
    const auto read = Records::parse("sex,age,w\n1,30,4000\n2,60,5000\n");
    const auto done = evaluate::evaluate_growth(
        read.value(), R"({"sex":"sex","age_days":"age","weight":"w"})", false);
    REQUIRE(done.ok());
    REQUIRE(done.value().messages.size() == 1);
    CHECK(done.value().messages[0].starts_with("2 of 2 scores of weight are flagged"));
}

TEST_CASE("columns of DHS: tenths of a kilogram, its codes for who was not measured") {
    const auto table =
        scored("b4,hw1,hw2,hw3,hw15\n1,5,65,650,1\n2,5,9994,9994,0\n1,5,65,650,2\n",
               R"({"sex":"b4","age_months":"hw1","measure":{"column":"hw15","missing":["0"]},
            "weight":{"column":"hw2","scale":10,"missing":["9994","9995"]},
            "length":{"column":"hw3","scale":10,"missing":["9994","9995"]}})");
    CHECK(table.at(0, "weight_kg") == "6.5");
    CHECK(table.at(0, "length_cm") == "65");
    CHECK(table.at(1, "waz") == "");
    CHECK(table.at(2, "wlz") == table.at(0, "wlz"));
}

TEST_CASE("a date stands in three columns, year, month and day; a missing day is said by the map") {
    const auto with = [](const std::string& more) {
        return R"({"sex":"sex","birth_date":{"columns":["b2","b1","hw16"])" + more +
               R"(},"visit_date":["y","m","d"],"weight":"kg"})";
    };
    const std::string text = "sex,b2,b1,hw16,y,m,d,kg\n1,2019,6,98,2019,7,16,5\n";
    const auto table = scored(text, with(R"(,"missing":[98],"day":15)"));
    CHECK(table.at(0, "age_days") == "31");
    CHECK(scored(text, with(R"(,"missing":[98])")).at(0, "note") == "no birth date");
    CHECK(refusal(text, with("")) ==
          "line 2, column \"hw16\": \"98\" is no day of that month; call it \"missing\", and "
          "\"day\": 15 stands for it");
    CHECK(refusal(text, with(R"(,"format":"YYYYMMDD")")).find("takes one column, or") !=
          std::string::npos);
}

TEST_CASE("dates with the month's name are read, and days of the century and of Stata") {
    const auto days = [](const std::string& birth, const std::string& visit,
                         const std::string& how = "") {
        const auto one = [&](const std::string& column) {
            return how.empty() ? "\"" + column + "\""
                               : R"({"column":")" + column + R"(",)" + how + "}";
        };
        const auto table = scored("sex,b,v,kg\n1," + birth + "," + visit + ",5\n",
                                  R"({"sex":"sex","weight":"kg","birth_date":)" + one("b") +
                                      R"(,"visit_date":)" + one("v") + "}");
        return table.at(0, "age_days");
    };
    CHECK(days("13jul2019", "12Aug2019") == "30");
    CHECK(days("1-Mei-2020", "31 MAY 2020") == "30");
    CHECK(days("2020/05/01", "2020/5/31") == "30");
    CHECK(days("01 July 19 2019", "x", R"("format":"DD MMM 19 YYYY","missing":"x")") == "");
    CHECK(days("July/01/2019", "Okt/1/2019", R"("format":"MMM/DD/YYYY")") == "92");
    CHECK(days("43647", "43677", R"("coding":"cdc")") == "30");
    CHECK(days("21731", "21761", R"("coding":"stata")") == "30");
}

TEST_CASE("a word of the map that means nothing at its name refuses the map") {
    const auto said = [](const std::string& entry) {
        return refusal("sex,age,kg,cm\n1,9,7,70\n", R"({"sex":"sex","weight":"kg",)" + entry + "}");
    };
    CHECK(said(R"("age_days":{"column":"age","unit":"months"})") ==
          "the map, \"age_days\": it takes no \"unit\"; \"scale\" divides what stands there");
    CHECK(said(R"("age_days":{"column":"age","format":"DD/MM/YYYY"})").find("no \"format\"") !=
          std::string::npos);
    CHECK(said(R"("age_days":"age","length":["cm","kg"])").find("one column") != std::string::npos);
    CHECK(said(R"("age_days":{"column":"age","codes":{"1":["9"]}})").find("no \"codes\"") !=
          std::string::npos);
}

TEST_CASE("codes may be named in English; a name that is none of ours is refused with ours") {
    const auto map = [](const std::string& boy) {
        return R"({"sex":{"column":"sex","codes":{")" + boy +
               R"(":["x"],"female":["y"]}},"age_days":"age","weight":"kg"})";
    };
    const auto table = scored("sex,age,kg\nx,0,3.3464\ny,0,3.2322\n", map("Male"));
    CHECK(table.at(0, "sex") == "L");
    CHECK(table.at(1, "waz") == "0.00");
    CHECK(refusal("sex,age,kg\nx,0,3\n", map("mann")) ==
          "line 2, column \"sex\": \"x\" is by the map \"mann\", which is none of ours: L, P");
}

TEST_CASE("oedema that is not known is none, as in WHO's program") {
    const auto table = scored("sex,age,kg,o\n1,0,3.3464,U\n1,0,3.3464,9\n1,0,3.3464,Y\n",
                              R"({"sex":"sex","age_days":"age","weight":"kg","oedema":"o"})");
    CHECK(table.at(0, "waz") == "0.00");
    CHECK(table.at(1, "waz") == "0.00");
    CHECK(table.at(2, "waz") == "");
}
