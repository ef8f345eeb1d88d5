#include "shared/crypto/hash.h"

#include <doctest/doctest.h>

// Expected values from Python's hashlib.blake2b(b"abc", digest_size=...).
TEST_CASE("hashes are BLAKE2b as everyone else computes it") {
    CHECK(crypto::hash128_hex("abc") == "cf4ab791c62b8d2b2109c90275287816");
    CHECK(crypto::hash256_hex("abc") ==
          "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    CHECK(crypto::hash128_hex("") == "cae66941d9efbd404e4d88758ea67670");
}

TEST_CASE("hash64 is the first eight bytes of hash128, little-endian") {
    CHECK(crypto::hash64("abc") == 0x2b8d2bc691b74acfULL);
    CHECK(crypto::hash64("abd") != crypto::hash64("abc"));
}

TEST_CASE("a zero byte inside counts") {
    CHECK(crypto::hash128(std::string("a\0b", 3)) != crypto::hash128("a"));
    CHECK(crypto::hash128("abc").size() == 16);
    CHECK(crypto::hash256("abc").size() == 32);
}
