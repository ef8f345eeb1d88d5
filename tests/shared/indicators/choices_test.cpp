// What a health centre tells its laptops of how the district reads its forms.
#include "shared/indicators/choices.h"

#include <doctest/doctest.h>

using indicators::settings_of;

TEST_CASE("nothing chosen is the first answer of everything") {
    const auto chosen = settings_of("");
    CHECK(chosen.is_known);
    CHECK(chosen.settings.f1_row1 == care::F1Row1::Both);
    CHECK(chosen.settings.kf_rule == care::KfRule::ByDate);
    CHECK_FALSE(chosen.settings.counts_lactational_method);
    CHECK(settings_of("f1_row1=both kf_rule=date mal=no").is_known);
}

TEST_CASE("each choice counts by itself, in any order") {
    CHECK(settings_of("f1_row1=clockA").settings.f1_row1 == care::F1Row1::ClockA);
    CHECK(settings_of("kf_rule=hours").settings.kf_rule == care::KfRule::ByHours);
    const auto chosen = settings_of("mal=yes kf_rule=hours_strict").settings;
    CHECK(chosen.kf_rule == care::KfRule::ByHoursStrict);
    CHECK(chosen.counts_lactational_method);
    CHECK(chosen.f1_row1 == care::F1Row1::Both);
}

TEST_CASE(
    "what a newer health centre chose is not guessed: the laptop can say that it does not know") {
    for (const char* newer : {"f1_row1=clockC", "colour=red", "mal", "kf_rule=hours x=1"}) {
        CAPTURE(newer);
        CHECK_FALSE(settings_of(newer).is_known);
    }
    CHECK(settings_of("colour=red mal=yes").settings.counts_lactational_method);
}
