// Opening a SQLite database that is sealed on the disk.
//
// Register the file's key first, then open it with these options, and forget the key after the
// last connection has closed. Several files with their own keys may be open at once. Any thread.
//
// A key that does not fit is refused by the opening ("file is not a database"), before a byte of
// the file or its WAL is changed.
#pragma once

#include "shared/base/result.h"
#include "shared/crypto/secret.h"
#include "shared/db/connection.h"

#include <string>

namespace sealed_vfs {

inline constexpr const char* kVfsName = "sealed";
inline constexpr int kReserveBytes = 40;  // of each page: nonce 24, tag 16

// `key` is 32 bytes. `base_vfs` is the VFS that the file really lies on; empty: the system's.
// Registering a path again gives files opened from then on the new key.
base::Status register_sealed_file(const std::string& path, crypto::SecretBytes key,
                                  const std::string& base_vfs = "");
// The same key for a second file: a copy of `known`, which is registered. Both lie on its VFS.
base::Status register_copy(const std::string& path, const std::string& known);
void forget_sealed_file(const std::string& path);
bool is_registered(const std::string& path);

// Forgets a registered file's key when it goes.
class KeyOnLoan {
public:
    explicit KeyOnLoan(std::string path) : path_(std::move(path)) {}
    ~KeyOnLoan() { forget_sealed_file(path_); }
    KeyOnLoan(const KeyOnLoan&) = delete;
    KeyOnLoan& operator=(const KeyOnLoan&) = delete;

private:
    std::string path_;
};

// What db::Connection::open needs to know.
db::OpenOptions open_options();

}  // namespace sealed_vfs
