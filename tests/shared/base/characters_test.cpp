#include "shared/base/characters.h"

#include <doctest/doctest.h>

TEST_CASE("letters and digits are those of ASCII alone") {
    for (const char c : {'0', '9'}) CHECK(base::is_digit(c));
    for (const char c : {'/', ':', 'a', '\xb2'}) CHECK_FALSE(base::is_digit(c));
    for (const char c : {'a', 'z', 'A', 'Z'}) CHECK(base::is_letter(c));
    for (const char c : {'@', '[', '`', '{', '5', '\xe9'}) CHECK_FALSE(base::is_letter(c));
}

TEST_CASE("a number is digits and nothing else, and nothing is no number") {
    CHECK(base::is_number("007"));
    CHECK_FALSE(base::is_number(""));
    CHECK_FALSE(base::is_number("1.0"));
    CHECK(base::digits_of("'33.74 0123") == "33740123");
    CHECK(base::digits_of("-").empty());
}
