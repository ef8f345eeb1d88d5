#include "shared/base/text.h"

#include <doctest/doctest.h>

using base::folded;

TEST_CASE("names are found however they were typed") {
    CHECK(folded("Siti NUR'AINI") == "siti nuraini");
    CHECK(folded("  Siti   Aminah ") == "siti aminah");
    CHECK(folded("Ny. Siti-Aminah, S.Pd.") == "ny siti aminah s pd");
    CHECK(folded("José Émile") == folded("jose emile"));
    CHECK(folded("ＡＢＣ１") == "abc1");
    CHECK(folded("Straße") == "strasse");
}

TEST_CASE("composed and decomposed letters fold to the same") {
    CHECK(folded("\xC3\xA9") == folded("e\xCC\x81"));
}

TEST_CASE("folding twice changes nothing, and nothing searchable is nothing") {
    for (const char* text : {"Ny. Öznur", "a--b", "Muhammad (Moh.)", "李"}) {
        CHECK(folded(folded(text)) == folded(text));
    }
    CHECK(folded(" .,- ").empty());
    CHECK(folded("").empty());
}

TEST_CASE("bytes that are no text are counted and folded without harm") {
    CHECK_FALSE(base::is_valid_utf8("a\xff"));
    CHECK(base::character_count("a\xff") == 2);
    CHECK(folded("a\xff") == "a\xff");
}

TEST_CASE("characters are counted, not bytes") {
    CHECK(base::character_count("é✓👶") == 3);
    CHECK(base::character_count("") == 0);
}

TEST_CASE("text is split into every part, also the empty ones, and joined again") {
    CHECK(base::split("a,,b,", ',') == std::vector<std::string>{"a", "", "b", ""});
    CHECK(base::split("", ',') == std::vector<std::string>{""});
    CHECK(base::joined(base::split("a,,b,", ','), ",") == "a,,b,");
    CHECK(base::joined({}, ",").empty());
    CHECK(base::trimmed(" \t a b \r\n") == "a b");
    CHECK(base::trimmed(" \n").empty());
}

TEST_CASE("a translator may put the slots of a sentence in another order") {
    CHECK(base::filled("{1} dari {0}", {"ten", "two"}) == "two dari ten");
    CHECK(base::filled("{0}{0} {2} {x} {", {"a"}) == "aa  {x} {");
    CHECK(base::filled("{0}", {"{0}"}) == "{0}");
}
