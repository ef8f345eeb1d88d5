// Names that mean nothing outside one export: a keyed hash. Without the key nobody, not even the
// health centre, finds the way back; the key ends with the export unless somebody keeps it.
#pragma once

#include "shared/base/result.h"
#include "shared/crypto/secret.h"

#include <string>
#include <string_view>

namespace research {

inline constexpr int kShiftLeast = 30, kShiftMost = 180;  // days, to either side

class Pseudonyms {
public:
    explicit Pseudonyms(crypto::SecretBytes key);
    static base::Result<Pseudonyms> from_text(std::string_view hex);  // what key_text() wrote
    static Pseudonyms fresh();

    // 16 characters, the same for the same kind and id. Short ones would meet by chance.
    std::string of(std::string_view kind, std::string_view id) const;
    // Never nearer than 30 days, so that no true day stands anywhere.
    int shift_of(std::string_view family) const;
    std::string key_text() const;

private:
    std::string hashed(std::string_view kind, std::string_view id) const;
    crypto::SecretBytes key_;
};

}  // namespace research
