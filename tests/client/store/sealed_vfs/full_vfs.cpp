#include "tests/client/store/sealed_vfs/full_vfs.h"

#include <sqlite3.h>

#include <map>

namespace sealed_test {
namespace {

std::int64_t room = 0;
std::int64_t refused = 0;
int (*system_write)(sqlite3_file*, const void*, int, sqlite3_int64) = nullptr;

// A file at its end may get a part of what was asked, as a real disk does.
int write_while_room(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    const int taken = room < size ? static_cast<int>(room) : size;
    room -= taken;
    const int rc = taken == 0 ? SQLITE_OK : system_write(file, from, taken, at);
    if (rc != SQLITE_OK || taken == size) return rc;
    ++refused;
    return SQLITE_FULL;
}

int open_limited(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* got) {
    sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
    const int rc = system->xOpen(system, name, file, flags, got);
    if (rc != SQLITE_OK) return rc;
    // The system has other methods for databases, which it locks, than for other files.
    static std::map<const sqlite3_io_methods*, sqlite3_io_methods> limited;
    const auto made = limited.emplace(file->pMethods, *file->pMethods).first;
    system_write = made->first->xWrite;
    made->second.xWrite = write_while_room;
    file->pMethods = &made->second;
    return SQLITE_OK;
}

}  // namespace

void install_full_vfs() {
    static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
    vfs.zName = kFullVfs;
    vfs.xOpen = open_limited;
    vfs.pNext = nullptr;
    if (sqlite3_vfs_find(kFullVfs) == nullptr) sqlite3_vfs_register(&vfs, 0);
}

void set_room(std::int64_t bytes) {
    room = bytes;
    refused = 0;
}

std::int64_t refused_writes() {
    return refused;
}

}  // namespace sealed_test
