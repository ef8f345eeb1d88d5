#include "client/store/sealed_vfs/vfs.h"

#include "client/store/sealed_vfs/io_methods.h"
#include "client/store/sealed_vfs/key_proof.h"

#include <cstring>

namespace sealed_vfs {
namespace {

std::unique_ptr<SealedFile> make_file(int flags, const Key& key) {
    if ((flags & SQLITE_OPEN_MAIN_DB) != 0) return std::make_unique<DatabaseFile>(key);
    if ((flags & SQLITE_OPEN_WAL) != 0) return std::make_unique<WalFile>(key);
    return nullptr;  // journals and temporary files: their content would be plain
}

int open_sealed(sqlite3_vfs*, const char* name, sqlite3_file* handle, int flags,
                int* flags_got) noexcept {
    handle->pMethods = nullptr;
    if (name == nullptr) return SQLITE_CANTOPEN;
    const auto path = find_path(name);
    if (!path) return SQLITE_CANTOPEN;
    auto file = make_file(flags, path->key);
    if (!file) return SQLITE_CANTOPEN;
    int rc = file->base().open(path->base, name, flags, flags_got);
    if (rc == SQLITE_OK && (flags & SQLITE_OPEN_MAIN_DB) != 0)
        rc = prove_key(file->base(), name, *path);
    if (rc != SQLITE_OK) return rc;
    handle->pMethods = table_for(file->base().methods()->iVersion);
    reinterpret_cast<Handle*>(handle)->file = file.release();
    return SQLITE_OK;
}

sqlite3_vfs* system_vfs() {
    return sqlite3_vfs_find(nullptr);
}

sqlite3_vfs* vfs_of(const char* name) {
    const auto path = name == nullptr ? std::nullopt : find_path(name);
    return path ? path->base : system_vfs();
}

int delete_file(sqlite3_vfs*, const char* name, int sync_folder) noexcept {
    return vfs_of(name)->xDelete(vfs_of(name), name, sync_folder);
}
int access_file(sqlite3_vfs*, const char* name, int flags, int* result) noexcept {
    return vfs_of(name)->xAccess(vfs_of(name), name, flags, result);
}
int full_name(sqlite3_vfs*, const char* name, int size, char* out) noexcept {
    const auto path = find_path(name);
    if (!path) return system_vfs()->xFullPathname(system_vfs(), name, size, out);
    if (path->full_name.size() >= static_cast<std::size_t>(size)) return SQLITE_CANTOPEN;
    std::memcpy(out, path->full_name.c_str(), path->full_name.size() + 1);
    return SQLITE_OK;
}

// Extensions are somebody else's code in a process that holds keys: never loaded by this VFS.
void* load_nothing(sqlite3_vfs*, const char*) noexcept {
    return nullptr;
}
void say_nothing_loaded(sqlite3_vfs*, int size, char* out) noexcept {
    sqlite3_snprintf(size, out, "extensions are off");
}
using Symbol = void (*)();
Symbol no_symbol(sqlite3_vfs*, void*, const char*) noexcept {
    return nullptr;
}
void unload_nothing(sqlite3_vfs*, void*) noexcept {}

int fill_randomly(sqlite3_vfs*, int size, char* out) noexcept {
    return system_vfs()->xRandomness(system_vfs(), size, out);
}
int sleep_for(sqlite3_vfs*, int microseconds) noexcept {
    return system_vfs()->xSleep(system_vfs(), microseconds);
}
int current_day(sqlite3_vfs*, double* julian_day) noexcept {
    return system_vfs()->xCurrentTime(system_vfs(), julian_day);
}
int last_error(sqlite3_vfs*, int size, char* out) noexcept {
    return system_vfs()->xGetLastError(system_vfs(), size, out);
}

sqlite3_vfs make_vfs() {
    sqlite3_vfs vfs{};
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(Handle);
    vfs.mxPathname = system_vfs()->mxPathname;
    vfs.zName = kVfsName;
    vfs.xOpen = open_sealed;
    vfs.xDelete = delete_file;
    vfs.xAccess = access_file;
    vfs.xFullPathname = full_name;
    vfs.xDlOpen = load_nothing;
    vfs.xDlError = say_nothing_loaded;
    vfs.xDlSym = no_symbol;
    vfs.xDlClose = unload_nothing;
    vfs.xRandomness = fill_randomly;
    vfs.xSleep = sleep_for;
    vfs.xCurrentTime = current_day;
    vfs.xGetLastError = last_error;
    return vfs;
}

}  // namespace

void install_vfs() {
    static sqlite3_vfs vfs = make_vfs();
    static const bool is_installed = sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    CHECK(is_installed);
}

}  // namespace sealed_vfs
