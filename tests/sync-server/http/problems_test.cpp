// What a cadre reads when the health centre's computer says no.
#include "sync-server/http/problems.h"

#include <doctest/doctest.h>
#include <string>

using http::Problem;

TEST_CASE(
    "a cadre reads of the health centre's computer, as her window calls it, and of no server") {
    for (int each = 0; each <= static_cast<int>(Problem::Busy); ++each) {
        const std::string words(http::describe(static_cast<Problem>(each)).id);
        CAPTURE(words);
        CHECK(words.find("erver") == std::string::npos);
        CHECK(words.find("program") == std::string::npos);
    }
}
