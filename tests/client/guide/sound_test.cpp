// The tones, and a machine without a loudspeaker.
#include "client/guide/loudspeaker.h"
#include "client/guide/tone.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

using guide::Cue;

TEST_CASE("every tone begins and ends in silence, is heard in between and is never loud") {
    for (const Cue cue : {Cue::Step, Cue::Reached, Cue::Over}) {
        const auto samples = guide::tone(cue);
        REQUIRE(samples.size() > guide::kSamplesPerSecond);
        CHECK(std::abs(samples.front()) < 40);
        CHECK(std::abs(samples.back()) < 40);
        const auto [low, high] = std::minmax_element(samples.begin(), samples.end());
        CHECK(*high > 3000);
        CHECK(*high < 16000);
        CHECK(*low > -16000);
    }
}

TEST_CASE("the tone that ends the movements is told from the one that changes a step") {
    CHECK(guide::tone(Cue::Over).size() > guide::tone(Cue::Step).size());
    CHECK(guide::tone(Cue::Step) != guide::tone(Cue::Reached));
}

TEST_CASE("opened, played and closed in any order, with a device or without, nothing breaks") {
    guide::Loudspeaker speaker;
    speaker.close();
    speaker.play(Cue::Step);
    for (int each = 0; each < 3; ++each) {
        speaker.open();
        speaker.play(Cue::Step);
        speaker.open();
        speaker.close();
        speaker.play(Cue::Over);
    }
    speaker.set_on(false);
    speaker.open();
    speaker.play(Cue::Over);
    CHECK_FALSE(speaker.is_on());
}
