#include "shared/crypto/sealed.h"

#include "shared/crypto/bytes.h"
#include "shared/crypto/init.h"

#include <sodium.h>

namespace crypto {
namespace {

constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(kNonceBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES == kSealBytes);

}  // namespace

void seal_in_place(const SecretBytes& key, std::span<unsigned char> body,
                   std::span<unsigned char, kSealBytes> stamp, std::string_view about) {
    CHECK(key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    randombytes_buf(stamp.data(), kNonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt_detached(
        body.data(), stamp.data() + kNonceBytes, nullptr, body.data(), body.size(), in(about),
        about.size(), nullptr, stamp.data(), key.data());
}

bool open_in_place(const SecretBytes& key, std::span<unsigned char> body,
                   std::span<const unsigned char, kSealBytes> stamp, std::string_view about) {
    CHECK(key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    return crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
               body.data(), nullptr, body.data(), body.size(), stamp.data() + kNonceBytes,
               in(about), about.size(), stamp.data(), key.data()) == 0;
}

std::string seal(const SecretBytes& key, std::string_view plain, std::string_view about) {
    std::string sealed(plain);
    sealed.resize(plain.size() + kSealBytes);
    unsigned char* stamp = out(sealed) + plain.size();
    seal_in_place(key, {out(sealed), plain.size()},
                  std::span<unsigned char, kSealBytes>(stamp, kSealBytes), about);
    return sealed;
}

base::Result<std::string> open(const SecretBytes& key, std::string_view sealed,
                               std::string_view about) {
    const base::Error refused{base::ErrorCode::Malformed,
                              "this was sealed with another key, or it was changed"};
    if (sealed.size() < kSealBytes) return refused;
    const std::size_t size = sealed.size() - kSealBytes;
    std::string plain(sealed.substr(0, size));
    const std::span<const unsigned char, kSealBytes> stamp(in(sealed) + size, kSealBytes);
    if (!open_in_place(key, {out(plain), size}, stamp, about)) return refused;
    return plain;
}

}  // namespace crypto
