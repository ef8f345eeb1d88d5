// SYNC 26: how the district reads its forms is part of the rules by which facts are counted, on its
// laptops too.
#include "sync-server/reports/district_choices.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;

TEST_CASE_FIXTURE(
    Village,
    "SYNC 26: what the district chooses reaches a laptop with the next answer, and an "
    "answer of before does not take it back") {
    const auto known = [&] { return siti.store().identity().value().choices; };
    const auto choose = [&](const char* name, const char* answer) {
        REQUIRE(reports::choose(server.connection(), name, answer, clock.now(), "test").ok());
    };
    known_household("Keluarga");
    const std::string before = siti.link().answers.back();
    CHECK(known().empty());
    choose("f1_row1", "clockA");
    choose("mal", "yes");
    CHECK(siti.round().ok());
    CHECK(known() == "f1_row1=clockA mal=yes");
    siti.add("household", household("Lain"), kUnit);
    CHECK(siti.round().ok());
    siti.take_in(before);
    CHECK(known() == "f1_row1=clockA mal=yes");
    choose("mal", "no");
    CHECK(siti.round().ok());
    CHECK(indicators::settings_of(known()).settings.f1_row1 == care::F1Row1::ClockA);
    CHECK_FALSE(indicators::settings_of(known()).settings.counts_lactational_method);
    agree();
}
