// The vault as it lies on the disk: one JSON object, private to its owner, replaced as a whole.
#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/crypto/password.h"

#include <string>
#include <string_view>

namespace store::vault {

struct VaultFile {
    crypto::Argon2Cost cost;
    std::string salt;         // bytes, as all below
    std::string pin_box;      // the data key, sealed under the key that the PIN derives
    std::string rescue_box;   // the data key, sealed to the centre (protocol/rescue.h)
    std::string reply_key;    // opens the centre's answer; empty unless one is awaited
    std::string key_check;    // tells the right data key from another; says nothing about it
    int failures = 0;         // wrong PINs in a row
    base::Instant failed_at;  // by this laptop's clock
};

std::string to_text(const VaultFile& file);
base::Result<VaultFile> parse_vault(std::string_view text);
base::Result<VaultFile> read_vault(const std::string& path);
base::Status write_vault(const std::string& path, const VaultFile& file);

}  // namespace store::vault
