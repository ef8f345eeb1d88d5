#include "shared/records/record.h"

#include <doctest/doctest.h>

using records::parse_revision;
using records::Revision;

TEST_CASE("a revision comes back from its text") {
    for (const Revision revision :
         {Revision{0, 0}, Revision{1, 17}, Revision{3, 1'000'000'000'000}}) {
        CHECK(parse_revision(to_text(revision)) == revision);
    }
    CHECK(to_text(Revision{3, 17}) == "3.17");
}

TEST_CASE("text that is no revision is refused") {
    for (const char* text : {"", "1", ".", "1.", ".1", "1.x", "a.1", "-1.2", "1.-2", "1.2.3",
                             " 1.2", "1.2 ", "+1.2", "99999999999999999999.1"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_revision(text).has_value());
    }
}

TEST_CASE("a restored server's revisions come after all that were before it") {
    CHECK(Revision{1, 900} < Revision{2, 1});
    CHECK(Revision{2, 1} < Revision{2, 2});
    CHECK(Revision{}.is_zero());
    CHECK_FALSE(Revision{1, 0}.is_zero());
}

TEST_CASE("a record counts until it says that it is retracted") {
    CHECK_FALSE(records::is_retracted(base::Fields::parse(R"({"a":1})").value()));
    CHECK_FALSE(records::is_retracted(base::Fields::parse(R"({"retracted":"0"})").value()));
    CHECK(records::is_retracted(base::Fields::parse(R"({"retracted":"1"})").value()));
}
