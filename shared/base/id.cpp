#include "shared/base/id.h"

#include <array>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace base {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
// Our namespace for names: made once, never changed, or tasks would get new identities.
constexpr const char* kNamespace = "6b61776a-6e00-5a51-8d61-73692d763100";

std::string format(const std::array<unsigned char, 16>& bytes) {
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += kHexDigits[bytes[i] >> 4];
        text += kHexDigits[bytes[i] & 15];
    }
    return text;
}

}  // namespace

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool is_digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (dash ? c != '-' : !is_digit) return false;
    }
    return true;
}

std::string make_uuid7(Instant now, Random& random) {
    std::array<unsigned char, 16> bytes{};
    random.fill(bytes);
    const auto ms = static_cast<std::uint64_t>(now.unix_ms);
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<unsigned char>(ms >> (40 - 8 * i));
    }
    bytes[6] = static_cast<unsigned char>(0x70 | (bytes[6] & 0x0F));
    bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3F));
    return format(bytes);
}

std::optional<Instant> made_at(std::string_view uuid) {
    if (!is_uuid(uuid) || uuid[14] != '7') return std::nullopt;
    const std::string digits = std::string(uuid.substr(0, 8)) + std::string(uuid.substr(9, 4));
    return Instant{std::stoll(digits, nullptr, 16)};
}

std::string make_uuid5(std::string_view name) {
    static const boost::uuids::name_generator_sha1 generator(
        boost::uuids::string_generator()(kNamespace));
    return boost::uuids::to_string(generator(name.data(), name.size()));
}

}  // namespace base
