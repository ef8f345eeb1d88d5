#include "sync-server/reports/research/pseudonyms.h"

#include "shared/base/text.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/hash.h"

#include <cstdint>

namespace research {

namespace {

constexpr std::size_t kKeyBytes = 32, kPseudonymBytes = 10;

}  // namespace

Pseudonyms::Pseudonyms(crypto::SecretBytes key) : key_(std::move(key)) {
    CHECK(key_.size() == kKeyBytes);
}

Pseudonyms Pseudonyms::fresh() {
    return Pseudonyms(crypto::SecretBytes::random(kKeyBytes));
}

base::Result<Pseudonyms> Pseudonyms::from_text(std::string_view hex) {
    auto bytes = crypto::from_hex(base::trimmed(hex));
    if (!bytes.ok() || bytes.value().size() != kKeyBytes) {
        return base::Error{base::ErrorCode::Malformed, "this is no seed file of an export"};
    }
    crypto::SecretBytes key(bytes.value());
    crypto::wipe(bytes.value());
    return Pseudonyms(std::move(key));
}

// BLAKE2b is safe with its key in front. No kind holds a zero byte.
std::string Pseudonyms::hashed(std::string_view kind, std::string_view id) const {
    std::string text(key_.view());
    text.append(kind).append(1, '\0').append(id);
    std::string hash = crypto::hash256(text);
    crypto::wipe(text);
    return hash;
}

std::string Pseudonyms::of(std::string_view kind, std::string_view id) const {
    if (id.empty()) return "";
    return crypto::to_base32(hashed(kind, id).substr(0, kPseudonymBytes));
}

int Pseudonyms::shift_of(std::string_view family) const {
    const std::string hash = hashed("shift", family);
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < 4; ++at) {
        number = number << 8 | static_cast<unsigned char>(hash[at]);
    }
    constexpr std::uint32_t kSide = kShiftMost - kShiftLeast + 1;
    const auto place = static_cast<int>(number % (2 * kSide));
    const int days = kShiftLeast + place % static_cast<int>(kSide);
    return place < static_cast<int>(kSide) ? days : -days;
}

std::string Pseudonyms::key_text() const {
    return crypto::to_hex(key_.view()) + "\n";
}

}  // namespace research
