#include "shared/base/csv.h"

#include <doctest/doctest.h>

namespace csv = base::csv;

TEST_CASE("a cell is quoted only where it must be") {
    CHECK(csv::cell("Melati 1") == "Melati 1");
    CHECK(csv::cell("a,b") == "\"a,b\"");
    CHECK(csv::cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
    CHECK(csv::cell("two\nlines") == "\"two\nlines\"");
    CHECK(csv::cell("").empty());
}

TEST_CASE("a spreadsheet never runs a cell as a formula") {
    for (const char* text : {"=1+1", "+62812", "-cmd", "@SUM(A1)", "\tx", "-inf", "-nan(x)", "-1-1",
                             "=HYPERLINK(\"http://x\")", "-", "=", "-2+3"}) {
        CAPTURE(text);
        const std::string cell = csv::cell(text);
        CHECK((cell.starts_with("'") || cell.starts_with("\"'")));
    }
    CHECK(csv::cell("-5") == "-5");
    CHECK(csv::cell("-0.5") == "-0.5");
    CHECK(csv::cell("\r=1").starts_with("\"'"));
}

TEST_CASE(
    "a spreadsheet that divides at semicolons, as in Indonesia, runs no part of a cell either") {
    CHECK(csv::cell("Siti;=cmd|'/c calc'!A1") == "Siti;'=cmd|'/c calc'!A1");
    CHECK(csv::cell("a;\"=1\"") == "\"a;'\"\"=1\"\"\"");
    CHECK(csv::cell("a\t@b;c;+d") == "a\t'@b;c;'+d");
    CHECK(csv::cell("a\r\n=1+1") == "\"a\r\n'=1+1\"");
    CHECK(csv::cell("\uFF1D1+1") == "'\uFF1D1+1");
    CHECK(csv::cell("Jl. Melati 3; 5") == "Jl. Melati 3; 5");
    CHECK(csv::cell("a;-5;=") == "a;-5;'=");
}

TEST_CASE("a line ends as RFC 4180 says and is read back") {
    const std::vector<std::string> cells = {"a", "", "b,c", "d\"e", "f\r\ng"};
    const std::string text = csv::line({"1", "2", "3", "4", "5"}) + csv::line(cells);
    CHECK(text.ends_with("\r\n"));
    const auto table = csv::parse(text).value();
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0] == cells);
}

TEST_CASE(
    "other programs' files are read: byte order mark, LF, CR, no last line end, empty lines") {
    const auto table = csv::parse(
                           "\xEF\xBB\xBF"
                           "code,name\n\n1,\"Melati, 1\"\r\n2,\n3,x")
                           .value();
    CHECK(table.header == std::vector<std::string>{"code", "name"});
    REQUIRE(table.rows.size() == 3);
    CHECK(table.at(0, "name") == "Melati, 1");
    CHECK(table.at(1, "name").empty());
    CHECK(table.at(2, "code") == "3");
    CHECK(table.at(2, "missing").empty());
    CHECK(csv::parse("a\r1\r2\r").value().rows.size() == 2);
}

TEST_CASE("byte order marks that two exports left are no part of the first heading") {
    const std::string mark = "\xEF\xBB\xBF";
    CHECK(csv::parse(mark + mark + "code,name\n1,x\n").value().at(0, "code") == "1");
    // One that is a cell's own stays in it, also as the first of a file.
    CHECK(csv::parse(csv::line({mark + "a", "b"})).value().header[0] == mark + "a");
}

TEST_CASE("rows of another length are refused with their line") {
    const auto result = csv::parse("a,b\n1,2\n3\n");
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().message == "line 3: 1 cells, but the header has 2");
    CHECK(csv::parse("a,b\n\"x\ny\",2\n1,2,3\n").error().message.starts_with("line 4:"));
}

TEST_CASE("a quote that is never closed is refused, and so is text after a closed one") {
    CHECK_FALSE(csv::parse("a,b\n1,\"x\n").ok());
    CHECK_FALSE(csv::parse("a\n\"x\"y\n").ok());
    CHECK(csv::parse("a\n\"x\"").ok());
}

TEST_CASE("an empty file is an empty table") {
    CHECK(csv::parse("").value().header.empty());
    CHECK(csv::parse("\r\n").value().rows.empty());
}

TEST_CASE("a file that is not UTF-8 is refused with its line and what to do") {
    const auto result = csv::parse(
        "code,name\r\n1,Melati\r\n2,Nur\x92"
        "aini\r\n");
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().message == "line 3: unreadable letters; save the file as UTF-8");
    CHECK(csv::parse("\x92").error().message.starts_with("line 1:"));
    CHECK(csv::parse("code\nNur\xE2\x80\x99"
                     "aini\n")
              .ok());
}

TEST_CASE("a file of another program is read as it stands, with its own separator") {
    const std::string text = "Daftar bayi\n\nNIK;Nama;\"a;b\"\n1;\"Siti\nAminah\"\n;2;3;4\n";
    const auto rows = csv::rows_of(text, ';').value();
    REQUIRE(rows.size() == 4);
    CHECK(rows[1].cells == std::vector<std::string>{"NIK", "Nama", "a;b"});
    CHECK(rows[1].line == 3);
    CHECK(rows[3].cells.size() == 4);
    CHECK(rows[3].line == 6);
    CHECK(csv::likely_separator("NIK;Nama, lengkap;JK\n") == ';');
    CHECK(csv::likely_separator("a\tb\tc\n1,2\t3\t4") == '\t');
    CHECK(csv::likely_separator("a|b\n") == '|');
    CHECK(csv::likely_separator(text) == ';');
    CHECK(csv::likely_separator("one") == ',');
    CHECK(csv::likely_separator("") == ',');
    CHECK(csv::likely_separator("w;l;hc\n4,5;53,2;36,1\n4,6;53,4;36,2\n") == ';');
    // A line end in quotes is no row's end, also where ten lines end within them.
    std::string quoted = "\xEF\xBB\xBF\"a\";note;b\r\n";
    for (int i = 0; i < 5; ++i) quoted += "1;\"two, or\nthree\";2\n";
    CHECK(csv::likely_separator(quoted) == ';');
    CHECK(csv::likely_separator(quoted + "1;\"never closed") == ';');
}

TEST_CASE("a file of nothing but separators is refused before it fills the memory") {
    const std::string many(200, ';');
    CHECK(csv::rows_of(many, ';').ok());
    CHECK(csv::rows_of(many, ';', 100).error().message ==
          "line 1: this table has too many cells; divide it");
    CHECK_FALSE(csv::rows_of("a;b\nc;d\ne;f\n", ';', 5).ok());
}
