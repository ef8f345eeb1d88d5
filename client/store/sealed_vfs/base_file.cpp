#include "client/store/sealed_vfs/base_file.h"

namespace sealed_vfs {

int BaseFile::open(sqlite3_vfs* vfs, const char* name, int flags, int* flags_got) {
    memory_ = std::make_unique<std::byte[]>(static_cast<std::size_t>(vfs->szOsFile));
    const int rc = vfs->xOpen(vfs, name, get(), flags, flags_got);
    if (rc != SQLITE_OK) close();
    return rc;
}

int BaseFile::close() {
    int rc = SQLITE_OK;
    if (memory_ && methods() != nullptr) rc = methods()->xClose(get());
    memory_.reset();
    return rc;
}

int BaseFile::read(std::span<unsigned char> to, sqlite3_int64 at) {
    return methods()->xRead(get(), to.data(), static_cast<int>(to.size()), at);
}

int BaseFile::write(std::span<const unsigned char> from, sqlite3_int64 at) {
    return methods()->xWrite(get(), from.data(), static_cast<int>(from.size()), at);
}

}  // namespace sealed_vfs
