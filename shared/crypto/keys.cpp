#include "shared/crypto/keys.h"

#include "shared/crypto/bytes.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/init.h"

#include <sodium.h>

namespace crypto {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

Error not_a_key() {
    return {ErrorCode::Malformed, "this is not a key of 32 bytes"};
}

template <typename Key>
Result<Key> key_from_text(std::string_view text) {
    TRY_LET(bytes, from_base64url(text));
    auto key = Key::from_bytes(bytes);
    wipe(bytes);
    return key;
}

}  // namespace

Result<VerifyKey> VerifyKey::from_bytes(std::string_view bytes) {
    if (bytes.size() != kKeyBytes) return not_a_key();
    return VerifyKey(std::string(bytes));
}
Result<VerifyKey> VerifyKey::from_text(std::string_view text) {
    return key_from_text<VerifyKey>(text);
}
std::string VerifyKey::text() const {
    return to_base64url(bytes_);
}

bool VerifyKey::verify(std::string_view message, std::string_view signature) const {
    init();
    if (signature.size() != kSignatureBytes) return false;
    return crypto_sign_verify_detached(in(signature), in(message), message.size(), in(bytes_)) == 0;
}

SigningKey::SigningKey(const SecretBytes& seed) : pair_(crypto_sign_SECRETKEYBYTES) {
    std::string public_part(kKeyBytes, '\0');
    crypto_sign_seed_keypair(out(public_part), pair_.data(), seed.data());
}
SigningKey SigningKey::generate() {
    return SigningKey(SecretBytes::random(kKeyBytes));
}

Result<SigningKey> SigningKey::from_bytes(std::string_view seed) {
    if (seed.size() != kKeyBytes) return not_a_key();
    return SigningKey(SecretBytes(seed));
}
Result<SigningKey> SigningKey::from_text(std::string_view text) {
    return key_from_text<SigningKey>(text);
}

std::string SigningKey::sign(std::string_view message) const {
    std::string signature(kSignatureBytes, '\0');
    crypto_sign_detached(out(signature), nullptr, in(message), message.size(), pair_.data());
    return signature;
}
VerifyKey SigningKey::verify_key() const {
    return VerifyKey(std::string(pair_.view().substr(kKeyBytes)));
}
SecretBytes SigningKey::seed() const {
    return SecretBytes(pair_.view().substr(0, kKeyBytes));
}
std::string SigningKey::text() const {
    return to_base64url(pair_.view().substr(0, kKeyBytes));
}

Result<BoxPublicKey> BoxPublicKey::from_bytes(std::string_view bytes) {
    if (bytes.size() != kKeyBytes) return not_a_key();
    return BoxPublicKey(std::string(bytes));
}
Result<BoxPublicKey> BoxPublicKey::from_text(std::string_view text) {
    return key_from_text<BoxPublicKey>(text);
}
std::string BoxPublicKey::text() const {
    return to_base64url(bytes_);
}

BoxKey BoxKey::generate() {
    return BoxKey(SecretBytes::random(kKeyBytes));
}
Result<BoxKey> BoxKey::from_bytes(std::string_view bytes) {
    if (bytes.size() != kKeyBytes) return not_a_key();
    return BoxKey(SecretBytes(bytes));
}
Result<BoxKey> BoxKey::from_text(std::string_view text) {
    return key_from_text<BoxKey>(text);
}
std::string BoxKey::text() const {
    return to_base64url(bytes_.view());
}

BoxPublicKey BoxKey::public_key() const {
    std::string bytes(kKeyBytes, '\0');
    CHECK(crypto_scalarmult_base(out(bytes), bytes_.data()) == 0);
    return BoxPublicKey(bytes);
}

Result<BoxPublicKey> box_key_of(const VerifyKey& key) {
    init();
    std::string bytes(kKeyBytes, '\0');
    if (crypto_sign_ed25519_pk_to_curve25519(out(bytes), in(key.bytes())) != 0) return not_a_key();
    return BoxPublicKey::from_bytes(bytes);
}

BoxKey box_key_of(const SigningKey& key) {
    SecretBytes bytes(kKeyBytes);
    CHECK(crypto_sign_ed25519_sk_to_curve25519(bytes.data(), key.pair_.data()) == 0);
    return BoxKey(std::move(bytes));
}

Result<std::string> seal(const BoxPublicKey& to, std::string_view bytes) {
    init();
    std::string sealed(bytes.size() + crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal(out(sealed), in(bytes), bytes.size(), in(to.bytes())) != 0)
        return Error{ErrorCode::Malformed, "this public key cannot be sealed to"};
    return sealed;
}

Result<std::string> open(const BoxKey& key, std::string_view sealed) {
    const Error refused{ErrorCode::Malformed, "this was not sealed to our key, or it was changed"};
    if (sealed.size() < crypto_box_SEALBYTES) return refused;
    std::string bytes(sealed.size() - crypto_box_SEALBYTES, '\0');
    const std::string public_part = key.public_key().bytes();
    if (crypto_box_seal_open(out(bytes), in(sealed), sealed.size(), in(public_part),
                             key.bytes().data()) != 0)
        return refused;
    return bytes;
}

}  // namespace crypto
