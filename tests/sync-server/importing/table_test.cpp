// Tables of other programs: what is read of a CSV file and of a workbook, and what is refused.
#include "sync-server/importing/table.h"

#include "tests/sync-server/importing/workbooks.h"

#include <doctest/doctest.h>

using importing::read_table;
using importing_test::workbook;
using importing_test::zip_of;

namespace {

std::string refusal(std::string_view bytes) {
    const auto table = read_table(bytes);
    REQUIRE_FALSE(table.ok());
    return table.error().message;
}

}  // namespace

TEST_CASE("titles above the headings are left out, and rows keep the numbers of the spreadsheet") {
    const auto table = read_table(
                           "\xEF\xBB\xBF"
                           "DAFTAR BALITA;;;\nPuskesmas Melati;;;\n\n"
                           "NIK;Nama;JK;Tgl Lahir\n;Siti ;P;01/03/2026\n;;;\n1;Budi;L\n")
                           .value();
    CHECK(table.headings == std::vector<std::string>{"NIK", "Nama", "JK", "Tgl Lahir"});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].number == 5);
    CHECK(table.rows[0].cells[1].text == "Siti");
    CHECK(table.rows[1].number == 7);
    CHECK(table.rows[1].cells.size() == 4);
}

TEST_CASE("a workbook gives its first sheet: shared texts, numbers, dates, cells left out") {
    const std::string rows =
        R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>)"
        R"(<c r="C2" t="inlineStr"><is><t>Tgl</t><t> Lahir</t></is></c><c r="D2" t="s"><v>9</v>)"
        R"(</c><c r="E2" t="str"><v>JK</v></c></row>)"
        R"(<row r="3"><c r="A3"><v>3.374012345678901E15</v></c><c r="C3" s="1"><v>46082</v></c>)"
        R"(<c r="E3" t="e"><v>#N/A</v></c></row>)"
        R"(<row r="9"><c r="B9" t="s"><v>2</v></c><c r="C9" s="2"><v>46082.75</v></c></row>)"
        R"(<row><c><v>7</v></c><c s="3"><v>2.5</v></c></row>)";
    const std::string texts =
        R"(<si><t>NIK</t></si><si><r><t>Na</t></r><r><t>ma</t></r><rPh><t>x</t></rPh></si>)"
        R"(<si><t xml:space="preserve"> D&apos;Aminah &amp; co </t></si>)";
    const auto table = read_table(zip_of(workbook(rows, texts))).value();
    CHECK(table.headings == std::vector<std::string>{"NIK", "Nama", "Tgl Lahir", "", "JK"});
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].number == 3);
    CHECK(table.rows[0].cells[0].text == "3374012345678901");
    CHECK(table.rows[0].cells[0].was_number);
    CHECK(table.rows[0].cells[2].text == "2026-03-01");
    CHECK_FALSE(table.rows[0].cells[2].was_number);
    CHECK(table.rows[0].cells[4].text.empty());
    CHECK(table.rows[1].number == 9);
    CHECK(table.rows[1].cells[1].text == "D'Aminah & co");
    CHECK(table.rows[1].cells[2].text == "2026-03-01");
    CHECK(table.rows[2].number == 10);
    CHECK(table.rows[2].cells[0].text == "7");
    CHECK(table.rows[2].cells[1].text == "2.5");
}

TEST_CASE("dates of a workbook may count from 1904") {
    auto parts = workbook(R"(<row r="1"><c r="A1" t="str"><v>Nama</v></c>)"
                          R"(<c r="B1" t="str"><v>Tgl</v></c></row>)"
                          R"(<row r="2"><c r="A2" t="str"><v>S</v></c>)"
                          R"(<c r="B2" s="1"><v>44620</v></c></row>)");
    std::string& book = parts["xl/workbook.xml"];
    book.insert(book.find("<sheets>"), R"(<workbookPr date1904="1"/>)");
    CHECK(read_table(zip_of(parts)).value().rows[0].cells[1].text == "2026-03-01");
}

TEST_CASE("what is no table is refused with a sentence") {
    CHECK(refusal("") == "there are no rows in this table");
    CHECK(refusal("Nama;JK\n") == "there are no rows in this table");
    CHECK(refusal("\xD0\xCF\x11\xE0old").find(".xls") != std::string::npos);
    CHECK(refusal(std::string("a,b\n1,\0\n", 8)).starts_with("this is neither"));
    CHECK(refusal("a,b\n\"1,2\n").find("a quote is never closed") != std::string::npos);
    CHECK(refusal(std::string(importing::kFileMax + 1, 'x')).find("20 MB") != std::string::npos);
    std::string many = "Nama,JK\n";
    for (std::size_t i = 0; i <= importing::kRowsMax; ++i) many += "a,L\n";
    CHECK(refusal(many).find("divide it") != std::string::npos);
}

TEST_CASE("a damaged workbook is refused, wherever it is damaged") {
    const std::string rows = R"(<row r="1"><c r="A1" t="str"><v>Nama</v></c></row>)"
                             R"(<row r="2"><c r="A2" t="str"><v>Siti</v></c></row>)";
    const std::string whole = zip_of(workbook(rows));
    REQUIRE(read_table(whole).ok());
    for (std::size_t length = 4; length < whole.size(); length += 37) {
        CHECK_FALSE(read_table(whole.substr(0, length)).ok());
    }
    int refused = 0;
    for (std::size_t at = 4; at < whole.size(); at += 11) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        refused += read_table(flipped).ok() ? 0 : 1;  // some bytes mean nothing to a reader
    }
    CHECK(refused > 20);
    auto parts = workbook("<row r='1'>");
    CHECK(refusal(zip_of(parts)) == "this workbook is damaged");
    parts = workbook("");
    parts.erase("xl/workbook.xml");
    CHECK(refusal(zip_of(parts)) == "this is no workbook (.xlsx)");
}

TEST_CASE("a workbook that unpacks to more than there is room for is refused before it does") {
    auto parts = workbook("");
    parts["xl/worksheets/sheet2.xml"] = std::string(importing::kUnpackedMax + 1, ' ');
    CHECK(refusal(zip_of(parts)) == "this workbook is too large unpacked");
}

TEST_CASE("entities that feed on themselves do not fill the memory") {
    auto parts = workbook("");
    parts["xl/sharedStrings.xml"] =
        R"(<!DOCTYPE s [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">)"
        R"(<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">)"
        R"(<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">)"
        R"(<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">)"
        R"(<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">)"
        R"(]><sst><si><t>&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;</t></si></sst>)";
    CHECK(refusal(zip_of(parts)) == "this workbook is damaged");
}

TEST_CASE("entities stay out, however little they unpack to beside the rest of the file") {
    const auto with = [](const std::string& type) {
        auto parts = workbook("");
        parts["xl/worksheets/sheet2.xml"] =
            type + R"(<worksheet><sheetData><row><c t="str"><v>Nama</v></c></row>)" +
            R"(<row><c t="str"><v>Siti</v></c></row></sheetData></worksheet>)";
        return read_table(zip_of(parts));
    };
    CHECK(with("<?xml version=\"1.0\"?>").ok());
    const auto refused = with(R"(<!DOCTYPE worksheet [<!ENTITY a "Siti">]>)");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message == "this workbook is damaged");
}

TEST_CASE("a long text that many cells share is counted for each of them") {
    const std::string text(std::size_t{1} << 20, 'a');
    std::string rows;
    for (int row = 1; row <= 80; ++row) {
        rows += "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>";
    }
    CHECK(refusal(zip_of(workbook(rows, "<si><t>" + text + "</t></si>"))) ==
          "this workbook is too large unpacked");
}
