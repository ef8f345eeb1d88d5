#include "shared/crypto/encoding.h"

#include "shared/base/random.h"

#include <doctest/doctest.h>

namespace {

std::string bytes_of(std::size_t size, std::uint64_t seed) {
    base::SeededRandom random(seed);
    std::string bytes(size, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random.below(256));
    return bytes;
}

}  // namespace

TEST_CASE("bytes of every length come back from every encoding") {
    for (std::size_t size = 0; size < 70; ++size) {
        const std::string bytes = bytes_of(size, size);
        CHECK(crypto::from_base64url(crypto::to_base64url(bytes)).value() == bytes);
        CHECK(crypto::from_hex(crypto::to_hex(bytes)).value() == bytes);
        CHECK(crypto::from_base32(crypto::to_base32(bytes)).value() == bytes);
    }
}

TEST_CASE("the encodings are the standard ones") {
    CHECK(crypto::to_base64url("\xfb\xff\xfe!") == "-__-IQ");
    CHECK(crypto::to_hex("\x0f\xa0") == "0fa0");
    CHECK(crypto::to_base32("foobar") == "CSQPYRK1E8");
}

TEST_CASE("text that writing would not have produced is refused") {
    CHECK_FALSE(crypto::from_base64url("-__-IQ==").ok());
    CHECK_FALSE(crypto::from_base64url("+//+IQ").ok());
    CHECK_FALSE(crypto::from_base64url("-__-I").ok());
    CHECK_FALSE(crypto::from_base64url("-__-IR").ok());  // bits left over
    CHECK_FALSE(crypto::from_base64url("ab cd").ok());
    CHECK_FALSE(crypto::from_hex("0f0").ok());
    CHECK_FALSE(crypto::from_hex("0g").ok());
}

TEST_CASE(
    "a typed code may be in lower case, spaced, dashed, and confuse O with 0 and I, L with 1") {
    CHECK(crypto::from_base32("csqp-yrki e8").value() == "foobar");
    CHECK(crypto::from_base32("CSQPYRKLE8").value() == "foobar");
    CHECK(crypto::plain_code("o0-iL1").value() == "00111");
}

TEST_CASE("a code with a character outside the alphabet or a cut code is refused") {
    CHECK_FALSE(crypto::plain_code("ABCU").ok());
    CHECK_FALSE(crypto::plain_code("ABC!").ok());
    CHECK_FALSE(crypto::from_base32("CSQPYRK1E").ok());
    CHECK_FALSE(crypto::from_base32("C").ok());
}

TEST_CASE("codes are shown in groups") {
    CHECK(crypto::grouped_code("ABCDEFGHJK") == "ABCD-EFGH-JK");
    CHECK(crypto::grouped_code("").empty());
}
