// Passwords, PINs, tokens and one-time codes.
#pragma once

#include "shared/base/result.h"
#include "shared/crypto/secret.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crypto {

// What Argon2id costs the one who guesses. The default is the field's: about half a second on a
// cheap laptop, safe on 2 GB of memory. Tests take less.
struct Argon2Cost {
    std::uint64_t passes = 3;
    std::size_t memory_bytes = std::size_t{128} << 20;
    bool operator==(const Argon2Cost&) const = default;
};

// Text that holds salt and cost ("$argon2id$..."), for a column of accounts. An Error only if the
// memory cannot be had.
base::Result<std::string> hash_password(std::string_view password, Argon2Cost cost = {});
// False for a wrong password and for text that is no hash. Takes as long as hashing.
bool password_matches(std::string_view password, const std::string& hash);

constexpr std::size_t kSaltBytes = 16;
// 32 bytes; the same for the same secret, salt and cost. `salt` is kSaltBytes, made once by
// random_bytes and kept beside what the key opens.
base::Result<SecretBytes> derive_key(std::string_view secret, std::string_view salt,
                                     Argon2Cost cost = {});

// 16 random bytes as base64url: too many to guess, so a plain hash of it may be stored; it travels
// with every request.
std::string random_token();
std::string token_hash(std::string_view token);
// Characters of the base32 alphabet, each worth 5 bits: one-time codes that people type.
std::string random_code(std::size_t characters);

}  // namespace crypto
