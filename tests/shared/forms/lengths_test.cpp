#include "shared/forms/lengths.h"

#include "tests/shared/forms/form_of.h"

using namespace forms_test;

namespace {

std::optional<std::size_t> max_of(const std::string& constraint) {
    const forms::Form form = form_of(R"({"type":"text","name":"note","label::id":"Catatan",)"
                                     R"("constraint":")" +
                                     constraint + R"(","constraint_message::id":"Salah"})");
    return forms::characters_max(*form.find("note"));
}

}  // namespace

TEST_CASE("how long a text may be is read from its constraint, alone or beside others") {
    CHECK(max_of("string-length(.) <= 40") == 40);
    CHECK(max_of("string-length(.) < 41") == 40);
    CHECK(max_of("string-length(.) >= 1 and string-length(.) <= 120") == 120);
    CHECK(max_of("string-length(.) <= 90 and string-length(.) <= 80") == 80);
}

TEST_CASE("a constraint that sets no bound for every text has none") {
    for (const char* constraint :
         {"regex(., '^0[0-9]{9,13}$')", "string-length(.) >= 3", "not(string-length(.) <= 40)",
          "string-length(.) <= 40 or . = 'x'", "string-length('abc') <= 40", ". <= 40"}) {
        CAPTURE(constraint);
        CHECK_FALSE(max_of(constraint).has_value());
    }
}

TEST_CASE("an answer without a constraint has no bound") {
    const forms::Form form = form_of(R"({"type":"text","name":"note","label::id":"Catatan"})");
    CHECK_FALSE(forms::characters_max(*form.find("note")).has_value());
}
