#include "shared/names/search_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

bool finds(const std::string& typed, const std::string& name) {
    names::SearchText text;
    text.add_name(name);
    return text.matches(names::Query(typed));
}

names::SearchText family() {
    names::SearchText text;
    text.add_name("Moh. Agus Prasetyo");
    text.add_name("Siti Aminah");
    text.add_name("By Ny Siti Aminah 1");
    text.add_text("Jl. Mawar 12");
    text.add_place("003", "010");
    text.add_nik("3321044204980007");
    text.add_phone("+62 812-3456-7890");
    return text;
}

bool finds_family(const std::string& typed) {
    static const names::SearchText text = family();
    return text.matches(names::Query(typed));
}

}  // namespace

TEST_CASE("spelling variants find each other") {
    const std::vector<std::vector<std::string>> kVariants = {
        {"siti aminah", "st aminah", "sitti aminah", "St. Amina", "Ny. Siti Aminah", "aminah siti"},
        {"moh ali", "Muhammad Ali", "M. Ali", "muh aly", "mochamad ali"},
        {"Soekarni", "sukarni"},
        {"abdurrahman", "abd rahman", "Abdul Rahman"},
        {"nur hayati", "nurhayati"},
        {"khotimah", "chotimah", "Hotimah"},
        {"fitri", "pitri", "Vitri"},
    };
    for (const auto& group : kVariants) {
        for (const std::string& typed : group) {
            for (const std::string& name : group) {
                CAPTURE(typed);
                CAPTURE(name);
                CHECK(finds(typed, name));
            }
        }
    }
    CHECK(finds("yanti", "Janti"));
    CHECK(finds("wahyono", "Wahjono"));
}

TEST_CASE("while a name is typed it stays found, key by key") {
    const std::vector<std::pair<std::string, std::string>> kTyped = {
        {"siti aminah", "Siti Aminah"},  {"muhammad ali", "Muhammad Ali"},
        {"abdurrahman", "Abdul Rahman"}, {"aminah", "Ny. Siti Aminah"},
        {"nyoman", "Nyoman Sari"},       {"khotimah", "Khotimah"},
        {"soekarni", "Soekarni"},        {"hasanah", "Siti Hasanah"},
        {"ibu siti", "Ibu Siti"},
    };
    for (const auto& each : kTyped) {
        const auto& typed = each.first;
        for (std::size_t keys = 0; keys <= typed.size(); ++keys) {
            CAPTURE(typed.substr(0, keys));
            CHECK(finds(typed.substr(0, keys), each.second));
        }
    }
}

TEST_CASE("a short form is found from its third letter on") {
    for (const char* typed : {"moh", "moha", "mohamm", "mohammad", "muh", "mhd"}) {
        CAPTURE(typed);
        CHECK(finds(typed, "Muhammad Ali"));
    }
    CHECK_FALSE(finds("mo", "Muhammad Ali"));
}

TEST_CASE("who is not meant is not found") {
    const std::vector<std::pair<std::string, std::string>> kTyped = {
        {"dewi", "Dwi Lestari"},
        {"siti rahmah", "Siti Aminah"},
        {"st", "Astuti"},
        {"yanto", "Yanti"},
        {"moh ali", "Muhammad Rizki"},
        {"hartini", "Kartini"},
        {"siti aminah x", "Siti Aminah"},
    };
    for (const auto& each : kTyped) {
        const auto& typed = each.first;
        CAPTURE(typed);
        CHECK_FALSE(finds(typed, each.second));
    }
}

TEST_CASE("three letters are found inside a word, two only at its beginning") {
    CHECK(finds("ast", "Sulastri"));
    CHECK_FALSE(finds("as", "Sulastri"));
    CHECK(finds("su", "Sulastri"));
}

TEST_CASE("digits are an RT or RW, the end of a NIK, a telephone number") {
    for (const char* typed : {"",
                              " ",
                              "rt",
                              "rt 0",
                              "rt 3",
                              "rt 03",
                              "rt003",
                              "3",
                              "rw 10",
                              "rw10",
                              "10",
                              "0",
                              "0007",
                              "980007",
                              "3321044204980007",
                              "08",
                              "0812",
                              "+62812",
                              "62812",
                              "0812 3456 7890",
                              "0812-3456-7890",
                              "7890",
                              "mawar 12",
                              "agus rt 03",
                              "siti rt 3 rw 10",
                              "rt 3 0812"}) {
        CAPTURE(typed);
        CHECK(finds_family(typed));
    }
    for (const char* typed : {"rt 4", "rt 30", "rt 10", "rw 3", "4", "0498", "3321", "0813", "9999",
                              "0812 9", "0812 3456 7891", "agus rt 04", "rt 3 0813"}) {
        CAPTURE(typed);
        CHECK_FALSE(finds_family(typed));
    }
}

TEST_CASE("of a family without any of it only what is there is found") {
    names::SearchText text;
    text.add_name("");
    CHECK(text.matches(names::Query("")));
    for (const char* typed : {"siti", "rt 0", "rt 3", "0812", "3"}) {
        CAPTURE(typed);
        CHECK_FALSE(text.matches(names::Query(typed)));
    }
}

TEST_CASE("telephone numbers are one however they are begun") {
    CHECK(names::phone_digits("0812-3456 7890") == "81234567890");
    CHECK(names::phone_digits("+6281234567890") == "81234567890");
    CHECK(names::phone_digits("81234567890") == "81234567890");
    CHECK(names::phone_digits("-") == "");
    CHECK(names::place_number("003") == 3);
    CHECK(names::place_number("") == -1);
    CHECK(names::place_number("99999") == -1);
}
