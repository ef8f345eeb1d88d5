#include "shared/crypto/hash.h"

#include "shared/base/result.h"
#include "shared/crypto/encoding.h"

#include <sodium.h>

#include <array>
#include <span>

namespace crypto {
namespace {

void blake2b(std::string_view bytes, std::span<unsigned char> out) {
    const auto* in = reinterpret_cast<const unsigned char*>(bytes.data());
    CHECK(crypto_generichash(out.data(), out.size(), in, bytes.size(), nullptr, 0) == 0);
}

template <std::size_t Size>
std::string hashed(std::string_view bytes) {
    std::array<unsigned char, Size> out{};
    blake2b(bytes, out);
    return {reinterpret_cast<const char*>(out.data()), Size};
}

}  // namespace

std::string hash128(std::string_view bytes) {
    return hashed<16>(bytes);
}
std::string hash128_hex(std::string_view bytes) {
    return to_hex(hash128(bytes));
}
std::string hash256(std::string_view bytes) {
    return hashed<32>(bytes);
}
std::string hash256_hex(std::string_view bytes) {
    return to_hex(hash256(bytes));
}

std::uint64_t hash64(std::string_view bytes) {
    std::array<unsigned char, 16> out{};
    blake2b(bytes, out);
    std::uint64_t value = 0;
    for (std::size_t i = 8; i-- > 0;) value = value << 8 | out[i];
    return value;
}

}  // namespace crypto
