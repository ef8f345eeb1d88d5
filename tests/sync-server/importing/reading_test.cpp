// Cells as people write them, and headings as programs do.
#include "sync-server/importing/reading.h"
#include "sync-server/importing/columns.h"

#include <doctest/doctest.h>

using namespace importing;

namespace {

const base::Date kToday{std::chrono::year(2026) / 11 / 21};

std::string date(std::string_view text) {
    const auto read = read_date(text, kToday);
    return read ? base::to_text(*read) : "-";
}

Table table_of(const std::vector<std::string>& headings) {
    Table table;
    table.headings = headings;
    return table;
}

}  // namespace

TEST_CASE("a date is read however it is written, day before month") {
    CHECK(date("2026-03-01") == "2026-03-01");
    CHECK(date("2026-03-01 00:00:00") == "2026-03-01");
    CHECK(date("01-03-2026") == "2026-03-01");
    CHECK(date("1/3/2026") == "2026-03-01");
    CHECK(date("01.03.26") == "2026-03-01");
    CHECK(date("31/12/98") == "1998-12-31");
    CHECK(date("1 Maret 2026") == "2026-03-01");
    CHECK(date("1 mar 2026 10:20") == "2026-03-01");
    CHECK(date("Senin, 17 Agustus 2025") == "2025-08-17");
    CHECK(date("17 Agt 2025") == "2025-08-17");
    CHECK(date("5-Nop-2025") == "2025-11-05");
    CHECK(date("30/02/2026") == "-");
    CHECK(date("2026") == "-");
    CHECK(date("13/13/2026") == "-");
    CHECK(date("belum tahu") == "-");
    CHECK(date("1 Smarch 2026") == "-");
    CHECK(date("") == "-");
    CHECK(date("99999999999/1/1") == "-");
}

TEST_CASE("a sex is L or P, or it is not known") {
    for (const char* word : {"L", "l", "Laki-laki", "LAKI LAKI", "M", "pria"}) {
        CHECK(read_sex(word) == 'L');
    }
    for (const char* word : {"P", "Perempuan", "pr", "F", "Wanita"}) CHECK(read_sex(word) == 'P');
    for (const char* word : {"", "?", "L/P", "anak"}) CHECK(read_sex(word) == 0);
}

TEST_CASE("RT and RW are three digits") {
    CHECK(read_rt("1") == "001");
    CHECK(read_rt("RT 02") == "002");
    CHECK(read_rt("1.0") == "001");
    CHECK(read_rt("0") == "");
    CHECK(read_rt("12345") == "");
    CHECK(read_rt("-") == "");
}

TEST_CASE("the headings of e-PPGBM are known by themselves") {
    const Table table = table_of({"NIK", "Nama", "JK", "Tgl Lahir", "BB Lahir", "Nama Ortu",
                                  "Pukesmas", "Posyandu", "RT", "RW", "Alamat"});
    const Columns columns = likely_columns(table);
    CHECK(columns.at(Field::InfantNik) == 0);
    CHECK(columns.at(Field::InfantName) == 1);
    CHECK(columns.at(Field::InfantSex) == 2);
    CHECK(columns.at(Field::InfantBirthDate) == 3);
    CHECK(columns.at(Field::MotherName) == 5);
    CHECK(columns.at(Field::Unit) == 7);
    CHECK(columns.at(Field::Address) == 10);
    CHECK_FALSE(columns.contains(Field::MotherBirthDate));
}

TEST_CASE("a map names columns by heading or number, and is refused where it does not fit") {
    const Table table = table_of({"Bayi", "Lahir", ""});
    const auto columns =
        columns_of(table, R"({"infant.full_name":"BAYI","infant.birth_date":"2"})").value();
    CHECK(columns.at(Field::InfantName) == 0);
    CHECK(columns.at(Field::InfantBirthDate) == 1);
    CHECK(columns_of(table, R"({"baby":"Bayi"})").error().message.find("baby") !=
          std::string::npos);
    CHECK(columns_of(table, R"({"unit":"Posyandu"})").error().message ==
          "the table has no column Posyandu");
    CHECK_FALSE(columns_of(table, R"({"unit":"4"})").ok());
    CHECK_FALSE(columns_of(table, "[]").ok());
}

TEST_CASE("every field to bring in has a code of its own, which is read back") {
    for (const Field field : all_fields()) CHECK(parse_field(to_code(field)) == field);
    CHECK_FALSE(parse_field("nothing").has_value());
}
