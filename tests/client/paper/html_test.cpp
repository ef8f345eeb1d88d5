#include "client/paper/html.h"

#include "client/ui/words/words.h"

#include <doctest/doctest.h>

#include <regex>
#include <string>

namespace {

paper::Letterhead head() {
    return {"Puskesmas \"Sukamaju\"", "Posyandu </style><b>3", *base::parse_date("2026-03-05")};
}

}  // namespace

TEST_CASE("markup and quotes in a name come out as text") {
    CHECK(paper::text("<script>alert('a')</script> & \"b\"") ==
          "&lt;script&gt;alert(&#39;a&#39;)&lt;/script&gt; &amp; &quot;b&quot;");
    CHECK(paper::text("Siti Aminah, 38 °C √") == "Siti Aminah, 38 °C √");
}

TEST_CASE("a name turns no writing direction and hides no control character") {
    CHECK(paper::text("Siti\u202Ehanima\u2066") == "Siti\uFFFDhanima\uFFFD");
    CHECK(paper::text("\u200F\u200E\u061C") == "\uFFFD\uFFFD\uFFFD");
    CHECK(paper::text(std::string_view("a\0b\x1B[2J", 7)) == "a\uFFFDb\uFFFD[2J");
    CHECK(paper::text("a\xFFz") == "a\uFFFDz");
    CHECK(paper::text("baris 1\nbaris 2") == "baris 1\nbaris 2");
}

TEST_CASE("a name in the page's margin cannot end its string, its rule or its style") {
    CHECK(paper::css_string("Melati 3") == "\"Melati 3\"");
    CHECK(paper::css_string("a\"}</style>\\") == "\"a\\22 \\7d \\3c \\2f style\\3e \\5c \"");
    CHECK(paper::css_string("Bulan Maret √") == "\"Bulan Maret √\"");
    CHECK(paper::css_string("a\nb\u202Ec") != paper::css_string("abc"));
    CHECK(paper::css_string("a\u202Eb") == "\"a\uFFFDb\"");
}

TEST_CASE("long numbers keep their last three digits, short ones stay") {
    CHECK(paper::masked("HP 081234567890.", paper::kPhoneDigits) == "HP •••890.");
    CHECK(paper::masked("HP 0812-3456-7890 rumah 12", paper::kPhoneDigits) == "HP •••890 rumah 12");
    CHECK(paper::masked("NIK 3201 2345 6789 0123", paper::kNikDigits) == "NIK •••123");
    CHECK(paper::masked("NIK 3201.2345.6789.0123", paper::kPhoneDigits) == "NIK •••123");
    CHECK(paper::masked("0812-3456-7890", paper::kNikDigits) == "0812-3456-7890");
    CHECK(paper::masked("RT 03 / RW 02, nomor 14-16", paper::kPhoneDigits) ==
          "RT 03 / RW 02, nomor 14-16");
    CHECK(paper::masked("", paper::kPhoneDigits).empty());
}

TEST_CASE("a page is complete, says its size, runs nothing and fetches nothing") {
    const std::string page =
        paper::html({paper::Size::A5, "Surat <rujukan>", "", "<p>isi</p>"}, head());
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(page.ends_with("</html>\n"));
    CHECK(page.find("<meta charset=\"utf-8\">") != std::string::npos);
    CHECK(page.find("@page{size:A5") != std::string::npos);
    CHECK(page.find("counter(page)") != std::string::npos);
    CHECK(page.find("default-src 'none'") != std::string::npos);
    CHECK(page.find("<title>Surat &lt;rujukan&gt;</title>") != std::string::npos);
    CHECK(page.find("Puskesmas &quot;Sukamaju&quot;") != std::string::npos);
    CHECK(page.find("<script") == std::string::npos);
    CHECK_FALSE(std::regex_search(page, std::regex("(src|href|url)\\s*[=(]")));
}

TEST_CASE("only the page's own style is a style, whatever the unit is called") {
    const std::string page = paper::html({paper::Size::A4, "a", "", ""}, head());
    const std::size_t first = page.find("</style>");
    REQUIRE(first != std::string::npos);
    CHECK(page.find("</style>", first + 1) == std::string::npos);
    CHECK(page.find("</style></head>") == first);
}

TEST_CASE("a table repeats its head, and its cells stand under it") {
    const std::vector<paper::Column> columns = {{"No. <1>", "number", "10mm"}, {"Nama", "", ""}};
    const std::string table = paper::table(columns, paper::row(columns, {"1", "Siti"}));
    CHECK(table.find("<thead>") < table.find("<tbody>"));
    CHECK(table.find("<th class=\"number\">No. &lt;1&gt;</th>") != std::string::npos);
    CHECK(table.find("<td class=\"number\">1</td>") != std::string::npos);
}
