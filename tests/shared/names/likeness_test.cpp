#include "shared/names/likeness.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using names::kSameName;
using names::kSimilarName;
using names::likeness;

namespace {

struct Case {
    std::string one;
    std::string other;
};

}  // namespace

TEST_CASE("Jaro-Winkler has the values of the literature") {
    CHECK(names::jaro_winkler("martha", "marhta") == doctest::Approx(0.961).epsilon(0.001));
    CHECK(names::jaro_winkler("dwayne", "duane") == doctest::Approx(0.84).epsilon(0.001));
    CHECK(names::jaro_winkler("dixon", "dicksonx") == doctest::Approx(0.813).epsilon(0.001));
    CHECK(names::jaro_winkler("", "budi") == doctest::Approx(0));
}

TEST_CASE("the same name") {
    const std::vector<Case> kCases = {
        {"Siti Aminah", "SITTI AMINA"},
        {"Muhammad Ali", "Moh. Ali"},
        {"Soekarni", "Sukarni"},
        {"Nur Hayati", "Nurhayati"},
        {"Nur Rohmah", "Nurrohmah"},
        {"Aminah Siti", "Siti Aminah"},
        {"Janti", "Yanti"},
        {"Khadijah", "Kadijah"},
        {"Khadijah", "Hadijah"},
        {"Jaenal Arifin", "Zainal Aripin"},
        {"Ny. Sumarni", "Sumarni"},
        {"Siti Aminah binti Karto", "Siti Aminah"},
        {"Wahjono", "Wahyono"},
        {"Isnaeni", "Isnaini"},
        {"By Ny Siti", "Bayi Ny. Sitti"},
        {"Ahmad Fauzi", "Ahmat Pauzi"},
    };
    for (const Case& each : kCases) {
        CAPTURE(each.one);
        CHECK(likeness(each.one, each.other) >= kSameName);
    }
}

TEST_CASE(
    "one sound is told from letters that differ, also beside words that half the village bears") {
    CHECK(likeness("Nur Hayati", "Noerhajati") >= names::kOneSound);
    CHECK(likeness("Siti Zulaikhah", "St. Zulaiha") >= names::kOneSound);
    for (const char* wrong : {"Siti Nur Khasanha", "Siti Nur Khsanah", "Nur Siti Khasanah"}) {
        CAPTURE(std::string(wrong));
        CHECK(likeness("Siti Nur Khasanah", wrong) < names::kOneSound);
        CHECK(likeness("Siti Nur Khasanah", wrong) >= kSimilarName);
    }
}

TEST_CASE("a similar name: typing errors, a word or letters fewer") {
    const std::vector<Case> kCases = {
        {"Siti Aminah", "Siti Amniah"}, {"Siti Aminah", "Siti Aminh"},
        {"Aminah", "Siti Aminah"},      {"Ali Akbar", "Muhammad Ali Akbar"},
        {"A. Rahman", "Abdul Rahman"},  {"Rahman", "Rohman"},
        {"Wulandari", "Wulandri"},      {"Sulastri", "Sulatsri"},
        {"Nur Hayati", "Nur Hayti"},    {"Yakub Fauzi", "Yakup Fauzi"},
    };
    for (const Case& each : kCases) {
        CAPTURE(each.one);
        CHECK(likeness(each.one, each.other) >= kSimilarName);
        CHECK(likeness(each.one, each.other) < 1);
    }
}

TEST_CASE("another name, however many letters agree") {
    const std::vector<Case> kCases = {
        {"Dewi Lestari", "Dwi Lestari"},
        {"Yanto", "Yanti"},
        {"Rina", "Rini"},
        {"Putra", "Putri"},
        {"Siti Aminah", "Siti Rahmah"},
        {"Siti", "Siti Aminah"},
        {"Muhammad Ali", "Muhammad Rizki"},
        {"Kartini", "Hartini"},
        {"Eka", "Ika"},
        {"Sumarni", "Sunarti"},
        {"Sri Wahyuni", "Siti Wahyuni"},
        {"Santi", "Susanti"},
        {"Nur Putri", "Nur Fitri"},
        {"Sri Dewi", "Dewi Suryani"},
        {"Rina Wahyuni", "Dian Wahyuni"},
        {"Sunarti Suryani", "Sundari Susanti"},
        {"Tumiati Putri", "Umi Putri"},
        {"Budi", "Siti"},
        {"Desi", "Devi"},
        {"Siti Aminah", "Ahmad Fauzi"},
        {"Hasan", "Husein"},
        {"Nur Hayati", "Nur Hidayati"},
    };
    for (const Case& each : kCases) {
        CAPTURE(each.one);
        CAPTURE(likeness(each.one, each.other));
        CHECK(likeness(each.one, each.other) < kSimilarName);
    }
}

TEST_CASE("two of twins, a baby and its mother, and no name at all are never alike") {
    CHECK(likeness("By Ny Siti 1", "By Ny Siti 2") == 0);
    CHECK(likeness("By Ny Siti 1", "By Ny Siti 1") == 1);
    CHECK(likeness("By Ny Siti", "Siti") == 0);
    CHECK(likeness("", "") == 0);
    CHECK(likeness("Siti", "-") == 0);
}

TEST_CASE("another father makes another person of the same name") {
    CHECK(likeness("Aminah binti Karto", "Aminah binti Slamet") < kSimilarName);
    CHECK(likeness("Aminah binti Karto", "Aminah binti Karta") < kSimilarName);
    CHECK(likeness("Aminah binti Soekarto", "Aminah binti Sukarto") >= kSameName);
}

TEST_CASE("likeness is the same both ways, and 1 of a name with itself") {
    const std::vector<const char*> kNames = {
        "Siti Aminah", "St. Aminah Putri", "Aminah",     "M. Ali",
        "A. Rahman",   "Nurhayati",        "Nur Hayati", "I"};
    for (const char* one : kNames) {
        CHECK(likeness(one, one) == doctest::Approx(1));
        for (const char* other : kNames) {
            CAPTURE(one);
            CAPTURE(other);
            CHECK(likeness(one, other) == doctest::Approx(likeness(other, one)));
            CHECK(likeness(one, other) <= 1);
        }
    }
}
