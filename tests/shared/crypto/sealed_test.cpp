#include "shared/crypto/sealed.h"

#include <doctest/doctest.h>

using crypto::SecretBytes;

TEST_CASE("a blob opens with its key and its purpose only") {
    const SecretBytes key = SecretBytes::random(32);
    const std::string sealed = crypto::seal(key, "a name", "backup");
    CHECK(crypto::open(key, sealed, "backup").value() == "a name");
    CHECK_FALSE(crypto::open(key, sealed, "vault").ok());
    CHECK_FALSE(crypto::open(SecretBytes::random(32), sealed, "backup").ok());
    CHECK(sealed.size() == 6 + crypto::kSealBytes);
    CHECK(crypto::seal(key, "a name", "backup") != sealed);
}

TEST_CASE("a blob that was cut or changed anywhere does not open") {
    const SecretBytes key = SecretBytes::random(32);
    const std::string sealed = crypto::seal(key, "a name", "");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        CHECK_FALSE(crypto::open(key, sealed.substr(0, i), "").ok());
        std::string changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(crypto::open(key, changed, "").ok());
    }
}

TEST_CASE("an empty blob is sealed like any other") {
    const SecretBytes key = SecretBytes::random(32);
    CHECK(crypto::open(key, crypto::seal(key, "", "x"), "x").value().empty());
}
