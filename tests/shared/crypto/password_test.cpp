#include "shared/crypto/password.h"

#include "shared/crypto/encoding.h"

#include <doctest/doctest.h>

namespace {

constexpr crypto::Argon2Cost kCheap{1, 8192};

}  // namespace

TEST_CASE("a password matches its own hash and no other password does") {
    const std::string hash = crypto::hash_password("sandi bidan 1", kCheap).value();
    CHECK(crypto::password_matches("sandi bidan 1", hash));
    CHECK_FALSE(crypto::password_matches("sandi bidan 2", hash));
    CHECK_FALSE(crypto::password_matches("", hash));
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(hash != crypto::hash_password("sandi bidan 1", kCheap).value());
}

TEST_CASE("text that is no hash matches no password") {
    CHECK_FALSE(crypto::password_matches("x", ""));
    CHECK_FALSE(crypto::password_matches("x", "x"));
    CHECK_FALSE(crypto::password_matches("x", std::string(500, 'x')));
}

TEST_CASE("the default cost is three passes over 128 MiB") {
    const crypto::Argon2Cost cost;
    CHECK(cost.passes == 3);
    CHECK(cost.memory_bytes == 134217728);
}

TEST_CASE("a derived key depends on secret, salt and cost, and on nothing else") {
    const std::string salt(crypto::kSaltBytes, 's');
    const auto key = crypto::derive_key("12345678", salt, kCheap);
    CHECK(key.value().size() == 32);
    CHECK(key.value() == crypto::derive_key("12345678", salt, kCheap).value());
    CHECK_FALSE(key.value() == crypto::derive_key("12345679", salt, kCheap).value());
    CHECK_FALSE(key.value() == crypto::derive_key("12345678", salt, {2, 8192}).value());
    const std::string other_salt(crypto::kSaltBytes, 't');
    CHECK_FALSE(key.value() == crypto::derive_key("12345678", other_salt, kCheap).value());
}

TEST_CASE("a salt of another size or an impossible cost is an error") {
    CHECK_FALSE(crypto::derive_key("12345678", "short", kCheap).ok());
    CHECK_FALSE(crypto::derive_key("12345678", std::string(16, 's'), {0, 8192}).ok());
    CHECK_FALSE(crypto::derive_key("12345678", std::string(16, 's'), {1, 1}).ok());
}

TEST_CASE("tokens hold 16 random bytes and are stored as a hash") {
    const std::string token = crypto::random_token();
    CHECK(crypto::from_base64url(token).value().size() == 16);
    CHECK(token != crypto::random_token());
    CHECK(crypto::token_hash(token) == crypto::token_hash(token));
    CHECK(crypto::token_hash(token) != token);
    CHECK(crypto::token_hash(token).size() == 64);
}

TEST_CASE("a code has the length asked for and reads back as it is") {
    for (std::size_t length = 1; length < 20; ++length) {
        const std::string code = crypto::random_code(length);
        CHECK(code.size() == length);
        CHECK(crypto::plain_code(code).value() == code);
    }
    CHECK(crypto::random_code(16) != crypto::random_code(16));
}
