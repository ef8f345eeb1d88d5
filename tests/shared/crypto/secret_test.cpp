#include "shared/crypto/secret.h"

#include <doctest/doctest.h>

using crypto::SecretBytes;

TEST_CASE("secrets compare by what they hold") {
    const SecretBytes one("abc");
    CHECK(one == one.copy());
    CHECK_FALSE(one == SecretBytes("abd"));
    CHECK_FALSE(one == SecretBytes("ab"));
    CHECK(SecretBytes() == SecretBytes(""));
    CHECK_FALSE(SecretBytes::random(32) == SecretBytes::random(32));
}

TEST_CASE("a secret that was moved from is empty") {
    SecretBytes one("abc");
    const SecretBytes two = std::move(one);
    CHECK(two.view() == "abc");
    CHECK(one.empty());  // NOLINT(bugprone-use-after-move)
    CHECK(one.view().empty());
}

TEST_CASE("a wiped string leaves nothing behind in its memory") {
    std::string text = "a pin long enough to live on the heap 12345678";
    const char* memory = text.data();
    const std::size_t size = text.size();
    crypto::wipe(text);
    CHECK(text.empty());
    CHECK(text.capacity() >= size);  // the same memory is still the string's own
    bool is_clean = true;
    for (std::size_t i = 0; i < size; ++i) is_clean = is_clean && memory[i] == '\0';
    CHECK(is_clean);
}

TEST_CASE("constant-time comparison tells equal from unequal, also at other lengths") {
    CHECK(crypto::equal_constant_time("token", "token"));
    CHECK_FALSE(crypto::equal_constant_time("token", "tokem"));
    CHECK_FALSE(crypto::equal_constant_time("token", "toke"));
    CHECK(crypto::equal_constant_time("", ""));
}

TEST_CASE("random bytes do not repeat") {
    CHECK(crypto::random_bytes(16) != crypto::random_bytes(16));
    CHECK(crypto::random_bytes(5).size() == 5);
}
