#include "shared/crypto/encoding.h"

#include "shared/crypto/bytes.h"
#include "shared/crypto/init.h"

#include <sodium.h>

namespace crypto {
namespace {

constexpr int kUrlSafe = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

base::Error malformed(const char* what) {
    return {base::ErrorCode::Malformed, what};
}

// One typed character as the alphabet writes it, or 0 if it belongs to no code.
char plain_character(char typed) {
    const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (upper == 'O') return '0';
    if (upper == 'I' || upper == 'L') return '1';
    return kCrockford.find(upper) == std::string_view::npos ? '\0' : upper;
}

}  // namespace

std::string to_base64url(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), kUrlSafe), '\0');
    sodium_bin2base64(text.data(), text.size(), in(bytes), bytes.size(), kUrlSafe);
    text.pop_back();  // libsodium's own end mark
    return text;
}

base::Result<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    const int refused = sodium_base642bin(out(bytes), bytes.size(), text.data(), text.size(),
                                          nullptr, &size, nullptr, kUrlSafe);
    if (refused != 0) return malformed("this is not base64url text");
    bytes.resize(size);
    return bytes;
}

std::string to_hex(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), in(bytes), bytes.size());
    text.pop_back();
    return text;
}

base::Result<std::string> from_hex(std::string_view text) {
    std::string bytes(text.size() / 2 + 1, '\0');
    std::size_t size = 0;
    const int refused =
        sodium_hex2bin(out(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr);
    if (refused != 0 || size * 2 != text.size()) return malformed("this is not hex text");
    bytes.resize(size);
    return bytes;
}

std::string to_base32(std::string_view bytes) {
    std::string text;
    unsigned held = 0;
    int held_bits = 0;
    for (const char byte : bytes) {
        held = (held << 8 | static_cast<unsigned char>(byte)) & 0xfffu;
        for (held_bits += 8; held_bits >= 5; held_bits -= 5)
            text += kCrockford[held >> (held_bits - 5) & 31u];
    }
    if (held_bits > 0) text += kCrockford[held << (5 - held_bits) & 31u];
    return text;
}

base::Result<std::string> from_base32(std::string_view text) {
    TRY_LET(code, plain_code(text));
    std::string bytes;
    unsigned held = 0;
    int held_bits = 0;
    for (const char character : code) {
        held = (held << 5 | static_cast<unsigned>(kCrockford.find(character))) & 0xfffu;
        held_bits += 5;
        if (held_bits < 8) continue;
        held_bits -= 8;
        bytes += static_cast<char>(held >> held_bits & 0xffu);
    }
    const unsigned rest = held & ((1u << held_bits) - 1u);
    if (held_bits >= 5 || rest != 0) return malformed("this code is not complete");
    return bytes;
}

base::Result<std::string> plain_code(std::string_view typed) {
    std::string code;
    for (const char character : typed) {
        if (character == ' ' || character == '-') continue;
        const char plain = plain_character(character);
        if (plain == '\0') return malformed("this code holds a character that no code has");
        code += plain;
    }
    return code;
}

std::string grouped_code(std::string_view code, std::size_t group_size) {
    CHECK(group_size > 0);
    std::string text;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % group_size == 0) text += '-';
        text += code[i];
    }
    return text;
}

}  // namespace crypto
