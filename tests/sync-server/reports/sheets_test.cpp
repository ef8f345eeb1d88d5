// What forms are made of: periods, ids of figures, targets.
#include "shared/sheets/centre.h"
#include "shared/sheets/person_sheets.h"

#include <doctest/doctest.h>

using namespace sheets;

namespace {

Month month(const char* text) {
    return *base::parse_month(text);
}

}  // namespace

TEST_CASE("a quarter is cumulative from January, a recap the six months before it is made") {
    CHECK(months_of(*parse_period("2026-Q2")).size() == 6);
    CHECK(months_of(*parse_period("2026-Q2")).front() == month("2026-01"));
    const auto february = months_of(*parse_period("2026-S1"));
    CHECK(february.size() == 6);
    CHECK(february.front() == month("2025-09"));
    CHECK(months_of(*parse_period("2026-S2")).front() == month("2026-03"));
    CHECK(months_of(*parse_period("2026")).size() == 12);
    for (const char* text : {"2026-09", "2026-Q3", "2026-S1", "2026-S2", "2026"}) {
        CHECK(to_text(*parse_period(text)) == text);
    }
    CHECK(words_id(*parse_period("2026-Q2")) == "Triwulan II 2026 (kumulatif Januari–Juni)");
}

TEST_CASE("a figure's id reads back as it was written") {
    for (const char* text :
         {"SIGIZI_23:2026-10:POSY-01", "ID_F1_1.L:2026-10:SEMUA", "ID_ASI05.DEN:2026-Q3:@33.74",
          "TIMBANG_D.P.0-5:2026-10:P1", "WHO_AG.EBF.3-3.DEN:2026-10:SEMUA",
          "ILP_IBU_DATANG.SISA:2026-10:P1"}) {
        INFO(std::string(text));
        const auto id = parse_figure_id(text);
        REQUIRE(id);
        CHECK(to_text(*id) == text);
    }
    for (const char* wrong :
         {"", "SIGIZI_23", "SIGIZI_23:2026-10", "SIGIZI_23:2026-10:", ":2026-10:P1",
          "SIGIZI_23:oktober:P1", "SIGIZI_23.x:2026-10:P1", "SIGIZI_23.5-0:2026-10:P1"}) {
        INFO(std::string(wrong));
        CHECK_FALSE(parse_figure_id(wrong));
    }
}

TEST_CASE("a target that was not entered is no zero; what was counted goes before a projection") {
    Centre centre;
    const Place village{"@V", "Desa", "Desa", "V", {"P1", "P2"}};
    centre.villages = {village};
    centre.whole = {std::string(kEverywhere), "PKM", "", "", {"P1", "P2"}};
    const Period period = *parse_period("2026-09");
    CHECK_FALSE(target_of(centre, village, period, "DELIVERIES"));
    centre.targets = {{"P1", "2026-09", "DELIVERIES", 5, false}};
    CHECK_FALSE(target_of(centre, village, period, "DELIVERIES"));  // P2 is missing
    centre.targets.push_back({"P2", "2026-09", "DELIVERIES", 7, false});
    CHECK(target_of(centre, village, period, "DELIVERIES") == 12);
    centre.targets.push_back({"P2", "2026-09", "DELIVERIES", 8, true});
    CHECK(target_of(centre, centre.whole, period, "DELIVERIES") == 13);
    CHECK_FALSE(target_of(centre, village, *parse_period("2026-Q3"), "DELIVERIES"));
}

TEST_CASE("an age in words counts years, months and days as e-PPGBM does") {
    const auto day = [](const char* text) { return *base::parse_date(text); };
    CHECK(age_words(day("2026-03-31"), day("2026-09-30")) == "0 Tahun - 6 Bulan - 0 Hari");
    CHECK(age_words(day("2025-01-15"), day("2026-03-20")) == "1 Tahun - 2 Bulan - 5 Hari");
}
