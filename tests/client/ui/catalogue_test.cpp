// The texts in the window's program and in its catalogues are the same set.
#include "tests/shared/words/catalogue_check.h"

using namespace catalogue_check;

namespace {

constexpr Place kClient = {"client", "client/ui/words/po"};

}  // namespace

TEST_CASE("every text the program asks for has its Indonesian") {
    REQUIRE(asked_for(kClient).size() > 100);
    everything_asked_for_has_its_indonesian(kClient);
    everything_asked_for_has_its_indonesian(kShared);
}

TEST_CASE("no catalogue holds a text that nobody asks for") {
    nothing_is_kept_that_nobody_asks_for(kClient);
    nothing_is_kept_that_nobody_asks_for(kShared);
}

TEST_CASE("a translation is never empty and keeps the placeholders of its text") {
    translations_keep_their_placeholders(kClient);
    translations_keep_their_placeholders(kShared);
}
