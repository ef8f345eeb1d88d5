#include "client/store/sealed_vfs/key_proof.h"

namespace sealed_vfs {
namespace {

bool opens_page_one(BaseFile& database, const crypto::SecretBytes& key) {
    Page page{};
    return database.read(page, 0) == SQLITE_OK && open_page(key, 1, page);
}

bool opens_any_frame(const char* wal_name, const SealedPath& path) {
    BaseFile wal;
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_WAL;
    if (wal.open(path.base, wal_name, flags, &flags) != SQLITE_OK) return false;
    std::array<unsigned char, kFrameBytes> frame{};
    for (sqlite3_int64 at = kWalHeaderBytes; wal.read(frame, at) == SQLITE_OK; at += kFrameBytes) {
        const PageView page = std::span(frame).subspan<kFrameHeaderBytes, kPageBytes>();
        if (open_page(*path.key, number_at(frame, 0), page)) return true;
    }
    return false;
}

bool has_wal(const char* wal_name, const SealedPath& path) {
    int exists = 0;
    const int rc = path.base->xAccess(path.base, wal_name, SQLITE_ACCESS_EXISTS, &exists);
    return rc == SQLITE_OK && exists != 0;
}

}  // namespace

int prove_key(BaseFile& database, const char* name, const SealedPath& path) {
    sqlite3_int64 size = 0;
    const int rc = database.methods()->xFileSize(database.get(), &size);
    if (rc != SQLITE_OK || size == 0) return rc;
    if (opens_page_one(database, *path.key)) return SQLITE_OK;
    const char* wal_name = sqlite3_filename_wal(name);
    if (has_wal(wal_name, path) && opens_any_frame(wal_name, path)) return SQLITE_OK;
    return SQLITE_NOTADB;
}

}  // namespace sealed_vfs
