// The texts of the health centre's pages and those of their catalogues are the same set.
#include "tests/shared/words/catalogue_check.h"

using namespace catalogue_check;

namespace {

constexpr Place kPages = {"sync-server/console", "sync-server/console/words/po"};

}  // namespace

TEST_CASE("every text of a page has its Indonesian") {
    REQUIRE(asked_for(kPages).size() > 50);
    everything_asked_for_has_its_indonesian(kPages);
}

TEST_CASE("the pages' catalogues hold no text that nobody asks for") {
    nothing_is_kept_that_nobody_asks_for(kPages);
}

TEST_CASE("a page's translation is never empty and keeps the placeholders of its text") {
    translations_keep_their_placeholders(kPages);
}
