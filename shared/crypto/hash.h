// BLAKE2b (RFC 7693, no key) at the three lengths we use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crypto {

std::string hash128(std::string_view bytes);      // 16 bytes
std::string hash128_hex(std::string_view bytes);  // 32 hex digits: the chain of changes
std::string hash256(std::string_view bytes);      // 32 bytes
std::string hash256_hex(std::string_view bytes);

// The first 8 bytes of hash128, little-endian: summed into agreement hashes (SYNC 18).
std::uint64_t hash64(std::string_view bytes);

}  // namespace crypto
