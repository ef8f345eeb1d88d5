#include "shared/crypto/password.h"

#include "shared/crypto/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/init.h"

#include <sodium.h>

#include <array>

namespace crypto {
namespace {

base::Error no_memory() {
    return {base::ErrorCode::Storage, "there is not enough free memory to check a password"};
}

bool is_possible(Argon2Cost cost) {
    return cost.passes >= crypto_pwhash_OPSLIMIT_MIN && cost.passes <= crypto_pwhash_OPSLIMIT_MAX &&
           cost.memory_bytes >= crypto_pwhash_MEMLIMIT_MIN &&
           cost.memory_bytes <= crypto_pwhash_MEMLIMIT_MAX;
}

}  // namespace

base::Result<std::string> hash_password(std::string_view password, Argon2Cost cost) {
    init();
    CHECK(is_possible(cost));
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.passes,
                              cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return no_memory();
    return std::string(text.data());
}

bool password_matches(std::string_view password, const std::string& hash) {
    init();
    if (hash.size() >= crypto_pwhash_STRBYTES) return false;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

base::Result<SecretBytes> derive_key(std::string_view secret, std::string_view salt,
                                     Argon2Cost cost) {
    if (salt.size() != kSaltBytes || !is_possible(cost))
        return base::Error{base::ErrorCode::Malformed, "the salt or the cost of a key is off"};
    SecretBytes key(32);
    if (crypto_pwhash(key.data(), key.size(), secret.data(), secret.size(),
                      reinterpret_cast<const unsigned char*>(salt.data()), cost.passes,
                      cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return no_memory();
    return key;
}

std::string random_token() {
    return to_base64url(random_bytes(16));
}
std::string token_hash(std::string_view token) {
    return hash256_hex(token);
}

std::string random_code(std::size_t characters) {
    return to_base32(random_bytes((characters * 5 + 7) / 8)).substr(0, characters);
}

}  // namespace crypto
