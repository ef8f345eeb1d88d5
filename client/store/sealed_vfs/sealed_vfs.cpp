#include "client/store/sealed_vfs/sealed_vfs.h"

#include "client/store/sealed_vfs/key_ring.h"
#include "client/store/sealed_vfs/vfs.h"

#include <sqlite3.h>

#include <vector>

namespace sealed_vfs {

base::Status register_sealed_file(const std::string& path, crypto::SecretBytes key,
                                  const std::string& base_vfs) {
    CHECK(key.size() == 32);
    CHECK(base_vfs != kVfsName);
    install_vfs();
    sqlite3_vfs* base =
        base_vfs.empty() ? sqlite3_vfs_find(nullptr) : sqlite3_vfs_find(base_vfs.c_str());
    if (base == nullptr)
        return base::Error{base::ErrorCode::Usage, "there is no VFS named " + base_vfs};
    std::vector<char> full(static_cast<std::size_t>(base->mxPathname) + 1, '\0');
    const int rc = base->xFullPathname(base, path.c_str(), base->mxPathname, full.data());
    if ((rc & 0xff) != SQLITE_OK)
        return base::Error{base::ErrorCode::Storage, "this path cannot be used for a store"};
    auto shared = std::make_shared<const crypto::SecretBytes>(std::move(key));
    remember(path, {full.data(), std::move(shared), base});
    return base::Done{};
}

base::Status register_copy(const std::string& path, const std::string& known) {
    const auto found = find_path(known);
    if (!found) return base::Error{base::ErrorCode::Usage, "the store to copy is not open"};
    return register_sealed_file(path, found->key->copy(), found->base->zName);
}

void forget_sealed_file(const std::string& path) {
    forget(path);
}

bool is_registered(const std::string& path) {
    return find_path(path).has_value();
}

db::OpenOptions open_options() {
    db::OpenOptions options;
    options.vfs = kVfsName;
    options.reserve_bytes = kReserveBytes;
    return options;
}

}  // namespace sealed_vfs
