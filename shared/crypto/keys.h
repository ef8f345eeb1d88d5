// The keys of devices, servers and health centres.
//
//   signatures    SigningKey signs, VerifyKey checks (Ed25519)
//   sealed boxes  anyone seals to a BoxPublicKey, only its BoxKey opens (X25519, libsodium's
//                 sealed box: the sender stays unnamed, so sign what must have an author)
// As text every key is 43 characters of base64url.
#pragma once

#include "shared/base/result.h"
#include "shared/crypto/secret.h"

#include <string>
#include <string_view>

namespace crypto {

constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kSignatureBytes = 64;

class VerifyKey {
public:
    static base::Result<VerifyKey> from_bytes(std::string_view bytes);
    static base::Result<VerifyKey> from_text(std::string_view text);

    bool verify(std::string_view message, std::string_view signature) const;
    const std::string& bytes() const { return bytes_; }
    std::string text() const;
    bool operator==(const VerifyKey&) const = default;

private:
    friend class SigningKey;
    explicit VerifyKey(std::string bytes) : bytes_(std::move(bytes)) {}
    std::string bytes_;
};

class BoxKey;

class SigningKey {
public:
    static SigningKey generate();
    static base::Result<SigningKey> from_bytes(std::string_view seed);  // 32 bytes
    static base::Result<SigningKey> from_text(std::string_view text);

    std::string sign(std::string_view message) const;  // kSignatureBytes
    VerifyKey verify_key() const;
    SecretBytes seed() const;
    std::string text() const;  // secret: the caller wipes it or keeps it sealed

private:
    friend BoxKey box_key_of(const SigningKey& key);
    explicit SigningKey(const SecretBytes& seed);
    SecretBytes pair_;  // seed and public key, as libsodium holds them
};

class BoxPublicKey {
public:
    static base::Result<BoxPublicKey> from_bytes(std::string_view bytes);
    static base::Result<BoxPublicKey> from_text(std::string_view text);

    const std::string& bytes() const { return bytes_; }
    std::string text() const;
    bool operator==(const BoxPublicKey&) const = default;

private:
    friend class BoxKey;
    explicit BoxPublicKey(std::string bytes) : bytes_(std::move(bytes)) {}
    std::string bytes_;
};

class BoxKey {
public:
    static BoxKey generate();
    static base::Result<BoxKey> from_bytes(std::string_view bytes);
    static base::Result<BoxKey> from_text(std::string_view text);

    BoxPublicKey public_key() const;
    const SecretBytes& bytes() const { return bytes_; }
    std::string text() const;  // secret: the caller wipes it or keeps it sealed

private:
    friend BoxKey box_key_of(const SigningKey& key);
    explicit BoxKey(SecretBytes bytes) : bytes_(std::move(bytes)) {}
    SecretBytes bytes_;
};

// The box of whoever signs with the key: what is sealed to one of whom only the signing key is
// known (a device) opens with box_key_of that key's secret half. Malformed: no point of the curve.
base::Result<BoxPublicKey> box_key_of(const VerifyKey& key);
BoxKey box_key_of(const SigningKey& key);

// 48 bytes longer than what is inside. Every sealing differs. An Error if the public key is one
// that no honest party makes (a point of low order).
base::Result<std::string> seal(const BoxPublicKey& to, std::string_view bytes);
// Malformed if it was sealed to another key, or damaged, or changed: which one cannot be known.
base::Result<std::string> open(const BoxKey& key, std::string_view sealed);

}  // namespace crypto
