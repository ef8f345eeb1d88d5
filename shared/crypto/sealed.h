// Sealing under a shared key: XChaCha20-Poly1305 with a random nonce. What was sealed opens only
// with the same key and the same `about` (which is not stored: a page number, a file's purpose),
// and not at all once a bit of it changed.
#pragma once

#include "shared/base/result.h"
#include "shared/crypto/secret.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace crypto {

constexpr std::size_t kSealBytes = 40;  // nonce 24, tag 16

// kSealBytes longer than `plain`. `key` is 32 bytes.
std::string seal(const SecretBytes& key, std::string_view plain, std::string_view about);
base::Result<std::string> open(const SecretBytes& key, std::string_view sealed,
                               std::string_view about);

// The same without a copy: `body` is replaced by its sealed or opened text, `stamp` holds nonce
// and tag. open_in_place answers false, and leaves `body` meaningless, if it is not genuine.
void seal_in_place(const SecretBytes& key, std::span<unsigned char> body,
                   std::span<unsigned char, kSealBytes> stamp, std::string_view about);
bool open_in_place(const SecretBytes& key, std::span<unsigned char> body,
                   std::span<const unsigned char, kSealBytes> stamp, std::string_view about);

}  // namespace crypto
