#include "shared/crypto/keys.h"

#include "shared/crypto/encoding.h"

#include <doctest/doctest.h>

using crypto::BoxKey;
using crypto::BoxPublicKey;
using crypto::SigningKey;
using crypto::VerifyKey;

TEST_CASE("a signature is Ed25519's: the first test of RFC 8032") {
    const auto seed =
        crypto::from_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    const SigningKey key = SigningKey::from_bytes(seed.value()).value();
    CHECK(crypto::to_hex(key.verify_key().bytes()) ==
          "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    CHECK(crypto::to_hex(key.sign("")) ==
          "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e397"
          "01cf9b46bd25bf5f0595bbe24655141438e7a100b");
}

TEST_CASE("a signature holds for its message and its key only") {
    const SigningKey key = SigningKey::generate();
    const std::string signature = key.sign("batch 7");
    CHECK(key.verify_key().verify("batch 7", signature));
    CHECK_FALSE(key.verify_key().verify("batch 8", signature));
    CHECK_FALSE(SigningKey::generate().verify_key().verify("batch 7", signature));
    CHECK_FALSE(key.verify_key().verify("batch 7", signature.substr(1)));
    CHECK_FALSE(key.verify_key().verify("batch 7", ""));
    std::string changed = signature;
    changed[10] = static_cast<char>(changed[10] ^ 1);
    CHECK_FALSE(key.verify_key().verify("batch 7", changed));
}

TEST_CASE("keys come back from their text and sign and open as before") {
    const SigningKey signing = SigningKey::generate();
    CHECK(signing.text().size() == 43);
    CHECK(SigningKey::from_text(signing.text()).value().sign("x") == signing.sign("x"));
    CHECK(VerifyKey::from_text(signing.verify_key().text()).value() == signing.verify_key());
    CHECK(SigningKey::from_bytes(signing.seed().view()).value().verify_key() ==
          signing.verify_key());
    const BoxKey box = BoxKey::generate();
    CHECK(BoxKey::from_text(box.text()).value().public_key() == box.public_key());
    CHECK(BoxPublicKey::from_text(box.public_key().text()).value() == box.public_key());
}

TEST_CASE("text that is no key is refused") {
    CHECK_FALSE(VerifyKey::from_text("abc").ok());
    CHECK_FALSE(SigningKey::from_text("").ok());
    CHECK_FALSE(BoxPublicKey::from_text(std::string(44, 'A')).ok());
    CHECK_FALSE(BoxKey::from_bytes(std::string(31, 'a')).ok());
}

TEST_CASE("what is sealed to a key opens with that key alone") {
    const BoxKey key = BoxKey::generate();
    const std::string sealed = crypto::seal(key.public_key(), "two visits").value();
    CHECK(crypto::open(key, sealed).value() == "two visits");
    CHECK_FALSE(crypto::open(BoxKey::generate(), sealed).ok());
    CHECK(sealed.find("visits") == std::string::npos);
    CHECK(crypto::seal(key.public_key(), "two visits").value() != sealed);
}

TEST_CASE("a sealed box that was cut or changed anywhere does not open") {
    const BoxKey key = BoxKey::generate();
    const std::string sealed = crypto::seal(key.public_key(), "two visits").value();
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        CHECK_FALSE(crypto::open(key, sealed.substr(0, i)).ok());
        std::string changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 0x40);
        CHECK_FALSE(crypto::open(key, changed).ok());
    }
}

TEST_CASE("a public key that no honest party makes is not sealed to") {
    const BoxPublicKey zero = BoxPublicKey::from_bytes(std::string(32, '\0')).value();
    CHECK_FALSE(crypto::seal(zero, "x").ok());
}
