// The key that opens a health centre's backups, as a file of its folder and as a code on paper: the
// same 56 letters, for the day when the folder is gone. Backups are sealed to its public half.
#pragma once

#include "shared/crypto/keys.h"

#include <optional>
#include <string>
#include <string_view>

namespace backup {

using base::Result;

// Groups of four, with check letters at the end.
std::string recovery_code(const crypto::BoxKey& key);
// As typed: case, spaces and dashes do not matter. An error says that a letter is wrong.
Result<crypto::BoxKey> read_recovery_code(std::string_view typed);

// Which key a backup was sealed to, in the open; tells nothing of the key.
std::string key_name(const crypto::BoxPublicKey& key);

// Of the data folder; nullopt: none was made yet.
Result<std::optional<crypto::BoxKey>> find_key(const std::string& data);
base::Status keep_key(const std::string& data, const crypto::BoxKey& key);

}  // namespace backup
