// Which files are sealed: their keys and the VFS that each lies on. Any thread.
#pragma once

#include "shared/crypto/secret.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_vfs;

namespace sealed_vfs {

using Key = std::shared_ptr<const crypto::SecretBytes>;

struct SealedPath {
    std::string full_name;  // as the base VFS spells it
    Key key;
    sqlite3_vfs* base = nullptr;
};

void remember(const std::string& given_name, SealedPath path);
void forget(const std::string& given_name);
// By the name it was registered under, its full name, or the name of its WAL or journal.
std::optional<SealedPath> find_path(std::string_view name);

}  // namespace sealed_vfs
