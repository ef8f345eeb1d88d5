#include "shared/base/markup.h"

#include <doctest/doctest.h>

#include <string>

using base::escaped;

TEST_CASE("what people write is text inside markup, never markup") {
    CHECK(escaped("<b onload='x'>\"A\" & B") ==
          "&lt;b onload=&#39;x&#39;&gt;&quot;A&quot; &amp; B");
    CHECK(escaped("Sitti Aminah\n\tRT 2") == "Sitti Aminah\n\tRT 2");
}

TEST_CASE(
    "an address keeps what nobody reads as anything else, and escapes the rest byte by byte") {
    CHECK(base::percent_encoded("Ny. é/&=?%+~_-") == "Ny.%20%C3%A9%2F%26%3D%3F%25%2B~_-");
}

TEST_CASE("what turns a line around or cannot be printed is replaced where it stood") {
    const std::string replaced(base::kReplacement);
    CHECK(escaped("a\u202Eb\u2066c\u061Cd\u2028e") ==
          "a" + replaced + "b" + replaced + "c" + replaced + "d" + replaced + "e");
    CHECK(escaped(std::string("a\0b\x7F", 4)) == "a" + replaced + "b" + replaced);
    CHECK(escaped("a\xFFz").find('\xFF') == std::string::npos);
    CHECK(escaped("👶🏽") == "👶🏽");
}
