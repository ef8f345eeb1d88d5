// What a laptop says with its own figures.
#include "shared/sheets/laptop_note.h"
#include "shared/sheets/figure_id.h"

#include <doctest/doctest.h>

namespace {

const sheets::Period kSeptember = *sheets::parse_period("2026-09");

sheets::LaptopNote complete() {
    sheets::LaptopNote note;
    note.is_over = true;
    note.not_asked = {{kSeptember.last, 0, 7}};
    note.synced_on = base::parse_date("2026-10-01");
    return note;
}

}  // namespace

TEST_CASE("a laptop that misses nothing still says that the health centre's figure counts") {
    const sheets::LaptopNote note = complete();
    const auto lines = sentences(note, kSeptember);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].find("2026-10-01") != std::string::npos);
    CHECK(lines[0].find("Angka resmi adalah angka puskesmas") != std::string::npos);
}

TEST_CASE("each thing that is missing is one sentence") {
    sheets::LaptopNote note = complete();
    note.is_over = false;
    note.is_past = true;
    note.not_sent = 12;
    note.troubled = 2;
    note.not_asked[0].infants = 3;
    note.counts_as_told = false;
    note.synced_on.reset();
    const auto lines = sentences(note, kSeptember);
    REQUIRE(lines.size() == 7);
    CHECK(lines[0] == "Bulan ini belum selesai: hari terakhirnya 2026-09-30.");
    CHECK(lines[1] == "12 catatan belum terkirim ke puskesmas.");
    CHECK(lines[3] == "3 dari 7 bayi 0–5 bulan belum ditanya ASI-nya.");
    CHECK(lines[6].find("belum pernah bertukar") != std::string::npos);
}

TEST_CASE("of a closed month it says that what was reported stays, and with whom to speak") {
    sheets::LaptopNote note = complete();
    note.closed = {*base::parse_month("2026-08"), kSeptember.last};
    const auto lines = sentences(note, kSeptember);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].find("Agustus 2026, September 2026") != std::string::npos);
    CHECK(lines[0].find("koordinator") != std::string::npos);
}

TEST_CASE("who moved since is counted where she was then, or it is said that she is not") {
    sheets::LaptopNote note = complete();
    note.is_past = true;
    CHECK(sentences(note, kSeptember).size() == 2);
    note.knows_moves = true;
    CHECK(sentences(note, kSeptember).size() == 1);
    note.left = 3;
    const auto lines = sentences(note, kSeptember);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].find("3 orang pindah") == 0);
}

TEST_CASE("over a half-year each month says whom it lacks") {
    const auto half = *sheets::parse_period("2026-S2");
    sheets::LaptopNote note = complete();
    note.not_asked.clear();
    for (const auto month : sheets::months_of(half)) note.not_asked.push_back({month, 1, 2});
    const auto lines = sentences(note, half);
    CHECK(lines.size() == 7);
    CHECK(lines[0] == "Maret 2026: 1 dari 2 bayi 0–5 bulan belum ditanya ASI-nya.");
}

TEST_CASE("a figure speaks of those of its sex, ages and class, whichever period and place") {
    const auto id = *sheets::parse_figure_id("TIMBANG_D.L.0-5:2026-10:POSY-01");
    CHECK(speaks_of(id, {"TIMBANG_D", "", 'L', 5}));
    CHECK_FALSE(speaks_of(id, {"TIMBANG_D", "", 'L', 6}));
    CHECK_FALSE(speaks_of(id, {"TIMBANG_D", "", 'L', std::nullopt}));
    CHECK_FALSE(speaks_of(id, {"TIMBANG_D", "", 'P', 5}));
    CHECK_FALSE(speaks_of(id, {"TIMBANG_N", "", 'L', 5}));
    const auto everybody = *sheets::parse_figure_id("SIGIZI_23:2026-10:SEMUA");
    CHECK(speaks_of(everybody, {"SIGIZI_23", "EBF", 0, std::nullopt}));
    const auto told = *sheets::parse_figure_id("WHO_AG.EBF.3-3:2026-10:SEMUA");
    CHECK(speaks_of(told, {"WHO_AG", "EBF", 'P', 3}));
    CHECK_FALSE(speaks_of(told, {"WHO_AG", "PREDOM", 'P', 3}));
}
