// What must and must not stand on the pages that name people.
#include "client/ui/words/words.h"
#include "shared/forms/form_set.h"
#include "tests/client/paper/samples/page_words.h"
#include "tests/client/paper/samples/samples.h"

#include <doctest/doctest.h>

#include <string>

using paper_samples::count;
using paper_samples::has;
using paper_samples::head;

TEST_CASE("the route goes by RW and RT as numbers, houses in the order of the walk") {
    paper::Route route = paper_samples::route(0);
    route.stops = {{"10", "1", "Rumah D", "", {}, "", {}},
                   {"2", "11", "Rumah C", "", {}, "", {}},
                   {"2", "3", "Rumah A", "", {}, "", {}},
                   {"2", "3", "Rumah B", "", {}, "", {}}};
    const std::string page = paper::route_page(route, head());
    CHECK(page.find("Rumah A") < page.find("Rumah B"));
    CHECK(page.find("Rumah B") < page.find("Rumah C"));
    CHECK(page.find("Rumah C") < page.find("Rumah D"));
    CHECK(page.find("RW 2 / RT 3") < page.find("Rumah A"));
    CHECK(has(page, "RW 2 / RT 3 – 2 rumah"));
    CHECK(count(page, "class=\"place\"") == 3);
    CHECK(count(page, "class=\"box\"") == 4);
}

TEST_CASE("the route says how late a visit is, in days") {
    paper::Route route = paper_samples::route(0);
    const base::Date today = head().printed_on;
    route.stops = {{"1",
                    "1",
                    "Slamet",
                    "",
                    {},
                    "",
                    {{"KV2", "", base::add_days(today, -3), true},
                     {"KV3", "", base::add_days(today, -1), true},
                     {"ASI2", "", base::add_days(today, 2), false}}}};
    const std::string page = paper::route_page(route, head());
    CHECK(has(page, "terlambat 3 hari"));
    CHECK(has(page, "terlambat 1 hari"));
    CHECK(has(page, "sampai 7 Mar 2026"));
}

TEST_CASE("a lost route tells no NIK, no whole telephone number and nobody's danger sign") {
    paper::Route route = paper_samples::route(0);
    route.stops = {{"1",
                    "1",
                    "Slamet 3201234567890123",
                    "Siti 081234567890",
                    {"Fajar 3201 2345 6789 0124"},
                    "telepon 0812-3456-7891",
                    {{"REFERRAL_FU", "Siti", head().printed_on, false},
                     {"DEFER_FU", "Siti", head().printed_on, false}}}};
    const std::string page = paper::route_page(route, head());
    for (const char* number : {"3201234567890123", "081234567890", "6789 0124", "3456-7891"}) {
        CAPTURE(number);
        CHECK_FALSE(has(page, number));
    }
    CHECK(count(page, "Kunjungan tindak lanjut") == 2);
    CHECK_FALSE(has(page, "ujukan"));
}

TEST_CASE("an empty route says so instead of an empty table") {
    const std::string page = paper::route_page(paper_samples::route(0), head());
    CHECK(has(page, "Tidak ada kunjungan"));
    CHECK_FALSE(has(page, "<table>"));
}

TEST_CASE("the letter's first line says how urgent it is, by word and by shape") {
    paper::Referral letter = paper_samples::mother_referral();
    const auto starts_with = [&](const std::string& words) {
        const std::string page = paper::referral_letter(letter, head());
        const std::size_t shape = page.find("<svg class=\"shape\"");
        return has(page, words) && shape < page.find(words) &&
               page.find(words) < page.find(letter.patient);
    };
    CHECK(starts_with("SEGERA, SEKARANG JUGA"));
    letter.urgency = care::Urgency::RedToday;
    CHECK(starts_with("HARI INI"));
    letter.urgency = care::Urgency::Yellow;
    CHECK(starts_with("DALAM 24 JAM"));
}

TEST_CASE("every danger sign stands on the letter in words, none by its code") {
    for (const care::DangerSign& sign : care::danger_signs()) {
        if (sign.is_private) continue;
        CAPTURE(sign.code);
        const auto words = paper::reason_words({std::string(sign.code)});
        REQUIRE(words.size() == 1);
        CHECK(words.front() != sign.code);
        CHECK(words.front().size() > 4);
    }
    const paper::Referral letter = paper_samples::mother_referral();
    const std::string page = paper::referral_letter(letter, head());
    for (const std::string& words : paper::reason_words(letter.reasons)) {
        CAPTURE(words);
        CHECK(has(page, words));
    }
    CHECK_FALSE(has(page, "MDS"));
    CHECK(has(page, "Ibu tampak sangat lemas sejak pagi"));
}

TEST_CASE("the most urgent sign stands first; a code of a newer program is kept") {
    const auto words = paper::reason_words({"MDS26", "MDS11", "MDS01", "XX99"});
    REQUIRE(words.size() == 4);
    CHECK(words[0].starts_with("Perdarahan"));
    CHECK(words[1].starts_with("Demam"));
    CHECK(words[3] == "XX99");
}

TEST_CASE("what she said in private is not named on a letter that the family carries") {
    paper::Referral letter = paper_samples::mother_referral();
    letter.reasons = {"MDS25", "MDS23", "MDS11"};
    const std::string page = paper::referral_letter(letter, head());
    CHECK(count(page, "Hal lain, disampaikan langsung kepada bidan") == 1);
    for (const char* word : {"kerasan", "menyakiti", "MDS23", "MDS25"}) {
        CAPTURE(word);
        CHECK_FALSE(has(page, word));
    }
    CHECK(has(page, "Demam"));
}

TEST_CASE("the letter says that the massage was withheld only when it was") {
    CHECK(has(paper::referral_letter(paper_samples::mother_referral(), head()),
              "Pijat oksitosin tidak dilakukan"));
    CHECK_FALSE(has(paper::referral_letter(paper_samples::infant_referral(), head()), "Pijat"));
}

TEST_CASE("a letter has no NIK, also when somebody typed one into the address") {
    paper::Referral letter = paper_samples::mother_referral();
    letter.address = "Gang Mawar 3201234567890123";
    letter.other_reason = "NIK 3201 2345 6789 0123";
    const std::string page = paper::referral_letter(letter, head());
    CHECK_FALSE(has(page, "3201"));
    CHECK(has(page, "0813-1111-2222"));  // the cadre can be called back
}

TEST_CASE("a hostile name comes out of every page as text") {
    const std::string name = "<img src=x onerror=alert(1)>\"'\u202E";
    paper::Route route = paper_samples::route(1);
    route.cadre = name;
    route.stops[0] = {
        name, name, name, name, {name}, name, {{name, name, head().printed_on, true}}};
    paper::Referral letter = paper_samples::mother_referral();
    letter.cadre = letter.cadre_phone = letter.to = letter.patient = letter.mother = name;
    letter.address = letter.rt = letter.rw = letter.raised_at = letter.other_reason = name;
    letter.transport = letter.companion = letter.told_whom = letter.told_at = name;
    letter.reasons = letter.done = {name};
    const paper::Letterhead hostile{name, name, head().printed_on};
    for (const std::string& page :
         {paper::route_page(route, hostile), paper::referral_letter(letter, hostile),
          paper::midwife_card({name, name, name, name}, hostile)}) {
        CHECK_FALSE(has(page, "<img"));
        CHECK_FALSE(has(page, "\u202E"));
        CHECK(has(page, "&lt;img src=x"));
    }
}

TEST_CASE("no page names a person in its title, which browsers remember") {
    const std::string letter = paper::referral_letter(paper_samples::mother_referral(), head());
    CHECK(has(letter, "<title>Surat rujukan</title>"));
    CHECK(has(paper::midwife_card(paper_samples::card(), head()), "<title>Hubungi bidan</title>"));
}

TEST_CASE("ages are said in days, months and years as people say them") {
    const auto day = [](const char* text) { return *base::parse_date(text); };
    CHECK(paper::age_words(day("2026-03-01"), day("2026-03-05")) == "umur 4 hari");
    CHECK(paper::age_words(day("2026-01-05"), day("2026-03-04")) == "umur 58 hari");
    CHECK(paper::age_words(day("2026-01-05"), day("2026-03-05")) == "umur 2 bulan");
    CHECK(paper::age_words(day("1998-04-02"), day("2026-03-05")) == "umur 27 tahun");
}

TEST_CASE("the midwife's number stands large, with a code to call and two to write") {
    const std::string page = paper::midwife_card(paper_samples::card(), head());
    CHECK(has(page, "<p class=\"phone\">0812-3456-7890</p>"));
    CHECK(count(page, "<figure>") == 3);
    CHECK(has(page, "Perdarahan banyak"));
}

TEST_CASE(
    "without a number there is a line to write it, and no code; a long message loses only "
    "its codes") {
    paper::MidwifeCard card = paper_samples::card();
    card.phone.clear();
    CHECK(count(paper::midwife_card(card, head()), "<svg") == 0);
    CHECK(has(paper::midwife_card(card, head()), "class=\"line\""));
    card = paper_samples::card();
    card.message = std::string(2000, 'a');
    CHECK(count(paper::midwife_card(card, head()), "<svg") == 1);
    CHECK(has(paper::midwife_card(card, head()), card.message));
}

TEST_CASE("the message says who calls, how urgent, whom, the signs and the way, in that order") {
    const paper::Referral letter = paper_samples::mother_referral();
    const std::string message = paper::referral_message(letter, "Posyandu Melati 3");
    CHECK(message.starts_with("Bu Bidan, saya Ratna Dewi, kader Posyandu Melati 3. SEGERA"));
    CHECK(message.find("umur 27 tahun") < message.find("Perdarahan banyak"));
    CHECK(message.find("Perdarahan banyak") < message.find("Ambulans desa"));
}

TEST_CASE("who is only watched is not said to be on the way: the midwife is asked to look") {
    paper::Referral letter = paper_samples::mother_referral();
    letter.urgency = care::Urgency::Yellow;
    const std::string message = paper::referral_message(letter, "Posyandu");
    CHECK(has(message, "DALAM 24 JAM: mohon periksa"));
    CHECK_FALSE(has(message, "merujuk"));
}

TEST_CASE("a message with eight signs still fits its codes; what was private is not in it") {
    paper::MidwifeCard card = paper_samples::card();
    CHECK(count(paper::midwife_card(card, head()), "<svg") == 3);
    paper::Referral letter = paper_samples::mother_referral();
    letter.reasons = {"MDS25"};
    letter.other_reason = "NIK 3201234567890123";
    const std::string message = paper::referral_message(letter, "Posyandu");
    CHECK_FALSE(has(message, "kerasan"));
    CHECK(has(message, "Hal lain, disampaikan langsung"));
    CHECK_FALSE(has(message, "3201"));
}
